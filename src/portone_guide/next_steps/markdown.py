"""The road as Markdown, to hand to a colleague."""

from collections.abc import Iterator

from portone_guide.next_steps.decide import NextSteps
from portone_guide.next_steps.screen import next_steps_screen
from portone_guide.rules.book import RuleBook
from portone_guide.terminal.blocks import Bars, Bullets, Command, Heading, Table, Text
from portone_guide.terminal.text import clean

_LANGUAGES = {"js": "js", "react": "jsx", "python": "python"}


def next_steps_markdown(answer: NextSteps, book: RuleBook) -> str:
    """Return the screen without its picture as Markdown; samples stand in code fences."""
    return clean("\n".join(_lines(answer, book)).strip("\n") + "\n")


def _lines(answer: NextSteps, book: RuleBook) -> Iterator[str]:
    first = True
    for block in next_steps_screen(answer._replace(samples=()), book, width=None):
        match block:
            case Heading(text):
                yield from ("", f"{'#' if first else '##'} {_escaped(text)}", "")
                first = False
            case Text(text):
                yield from (_escaped(text), "")
            case Bullets(items):
                for item in items:
                    head, second = item if isinstance(item, tuple) else (item, "")
                    yield f"- {_escaped(head)}"
                    if second:
                        yield f"  - {_linked(second)}"
                yield ""
            case Table(columns, rows):
                yield f"| {' | '.join(_escaped(column.title) for column in columns)} |"
                yield f"|{'---|' * len(columns)}"
                yield from (f"| {' | '.join(_escaped(cell) for cell in row)} |" for row in rows)
                yield ""
            case Command(command, why):
                yield from (f"{_escaped(why)}:", "", "```sh", command, "```", "")
            case Bars():
                continue
    for sample in answer.samples:
        label = sample.need.label(book.pg_methods)
        runs = "브라우저" if sample.runs == "browser" else "서버"
        name = book.pg_methods.gateways[sample.gateway].name
        yield from ("", f"## 코드: {_escaped(f'{name} {sample.portone.upper()} {label} - {runs}')}", "")
        yield from (f"- {_escaped(note)}" for note in sample.notes)
        yield from ("", f"```{_LANGUAGES[sample.language]}", sample.code.rstrip("\n"), "```")


def _linked(text: str) -> str:
    return f"<{text}>" if text.startswith("https://") and " " not in text else _escaped(text)


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in text)
