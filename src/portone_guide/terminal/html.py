"""Screens as one HTML page that needs nothing else: the same blocks, readable on paper too."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from portone_guide.terminal.blocks import Bars, Bullets, Code, Command, Heading, Screen, Table, Tasks, Text
from portone_guide.terminal.text import clean

_STYLE: Final = """\
body{font:16px/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #ccc}
pre{background:#f4f4f4;padding:.6rem;overflow-x:auto}
table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.3rem .6rem}
.bad{color:#a00;font-weight:600}.warn{color:#850;font-weight:600}.good{color:#060}.dim{color:#666}
li small{display:block;color:#555}
"""


def html(screen: Screen) -> str:
    """Return a screen as one page; the first heading is its title."""
    title = next((block.text for block in screen if isinstance(block, Heading)), "portone-guide")
    body = "\n".join(_parts(screen))
    head = f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>{_said(title)}</title>'
    return f'<!doctype html>\n<html lang="ko">\n{head}\n<style>\n{_STYLE}</style>\n{body}\n</html>\n'


def _parts(screen: Screen) -> Iterator[str]:
    level = "h1"
    for block in screen:
        match block:
            case Heading(text):
                yield f"<{level}>{_said(text)}</{level}>"
                level = "h2"
            case Text(text, tone):
                yield f'<p class="{tone}">{_linked(text)}</p>'
            case Bullets(tone=tone):
                yield _list(f'class="{tone}"', (_item(_linked(first), rest) for first, rest in block.lines()))
            case Tasks(tasks):
                marks = ((f"{'[x]' if task.done else '[ ]'} {_said(task.text)}", task.details) for task in tasks)
                yield _list('style="list-style:none"', (_item(mark, details) for mark, details in marks))
            case Table(columns, rows):
                head = "".join(f"<th>{_said(column.title)}</th>" for column in columns)
                lines = ("".join(f"<td>{_said(cell)}</td>" for cell in row) for row in rows)
                yield f"<table><tr>{head}</tr>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
            case Bars(bars):
                yield _list("", (_item(f"{_said(bar.label)}: {_said(bar.text)}", ()) for bar in bars))
            case Command(command, why):
                yield f"<p>{_said(why)}:</p><pre>{_said(command)}</pre>"
            case Code(text=text):
                yield f"<pre>{_said(text)}</pre>"


def _list(attributes: str, items: Iterable[str]) -> str:
    return f"<ul {attributes}>{''.join(items)}</ul>"


def _item(first: str, rest: Iterable[str]) -> str:
    return f"<li>{first}{''.join(f'<small>{_linked(line)}</small>' for line in rest)}</li>"


def _said(text: str) -> str:
    return escape(clean(text))


def _linked(text: str) -> str:
    """Return text with its address as a link, where it is one as a whole."""
    said = _said(text)
    return f'<a href="{said}">{said}</a>' if text.startswith("https://") and " " not in text else said
