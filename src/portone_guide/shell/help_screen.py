"""The help of a command as text: in Korean, and as wide as the terminal by the columns that letters take."""

import shutil
from collections.abc import Iterable, Iterator
from inspect import cleandoc
from typing import Any

from wcwidth import wcswidth

from portone_guide.terminal.text import wrap

_NARROWEST, _WIDEST = 40, 100
_WIDEST_NAME = 24
_GAP = 2

Row = tuple[str, str]
"""What is typed, and what it is."""


def help_text(context: Any, commands: Iterable[Row] = ()) -> str:
    """Return the help of a command; a group has ``commands``, each with what it does."""
    width = max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))
    params = [param for param in context.command.get_params(context) if not getattr(param, "hidden", False)]
    arguments = [param for param in params if param.param_type_name == "argument"]
    flags = [(_flag(param), _told(param)) for param in params if param.param_type_name == "option"]
    commands = list(commands)
    lines = [_usage(context.command_path, arguments, is_group=bool(commands))]
    for paragraph in cleandoc(context.command.help or "").split("\n\n"):
        lines += ["", *(f"  {line}" for line in wrap(" ".join(paragraph.split()), width - 2))]
    values = [(str(param.metavar), _told(param)) for param in arguments]
    for title, rows in (("적을 것", values), ("플래그", flags), ("명령", commands)):
        if rows:
            lines += ["", f"{title}:", *_columns(rows, width)]
    return "\n".join(lines) + "\n"


def _usage(path: str, arguments: Iterable[Any], *, is_group: bool) -> str:
    return " ".join(["쓰는 법:", path, "[플래그]", *(param.metavar for param in arguments), *["명령 ..."] * is_group])


def _flag(param: Any) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    off = f" / {', '.join(param.secondary_opts)}" if param.secondary_opts else ""
    return f"{names}{off} {param.metavar or ''}".rstrip()


def _told(param: Any) -> str:
    said = param.help or ""
    default = param.default if isinstance(param.default, str) and "기본" not in said else None
    return f"{said} (기본: {default})" if default else said


def _columns(rows: list[Row], width: int) -> Iterator[str]:
    """Yield rows of two columns; what is typed stands on a line of its own where it is wide."""
    first = min(max(wcswidth(name) for name, _ in rows), _WIDEST_NAME)
    room = width - first - 2 * _GAP
    for name, told in rows:
        beside = wrap(told, room) if told else [""]
        if wcswidth(name) > first:
            yield f"  {name}"
        else:
            space = " " * (first - wcswidth(name) + _GAP)
            yield f"  {name}{space}{beside.pop(0)}".rstrip()
        yield from (" " * (first + 2 * _GAP) + line for line in beside)
