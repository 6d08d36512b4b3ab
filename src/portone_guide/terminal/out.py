"""The one place where the program writes: text of others moves no cursor there, and every stream can take it.

What a screen draws goes its own way (``render``), through the same ``clean``.
"""

import codecs
import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any, Final, TextIO

from portone_guide.terminal.text import clean

_NO_LETTER: Final = "backslashreplace"
_LONGEST_QUOTE: Final = 80
_LONGEST_LINE: Final = 1000
_QUOTED: Final = rf"'([^'\n]{{{_LONGEST_QUOTE + 1},}})'"
_TYPED: Final = "portone-guide "
"""In a line that is to be typed again nothing is left out."""
_UNSEEN: Final = r"[^\n -~]"
_TAKEN: Final[ContextVar[list[object] | None]] = ContextVar("taken", default=None)


class NoOutputError(Exception):
    """Standard output can't be written to, and somebody waits for it."""


class ReaderLeftError(Exception):
    """Whoever read standard output (head, less) has all that they wanted."""


class _Stdout(io.TextIOWrapper):
    """Standard output that tells in its own words what is the matter with it, whoever writes to it."""

    def write(self, text: str) -> int:
        """Write text; see :class:`io.TextIOWrapper`."""
        with _told():
            return super().write(text)

    def flush(self) -> None:
        """Write what waits; see :class:`io.TextIOWrapper`."""
        with _told():
            super().flush()


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise ReaderLeftError from None
    except OSError as error:
        from portone_guide.rules.os_words import why_not

        raise NoOutputError(why_not(error)) from None


def open_streams() -> None:
    """Make sure that each stream is there and takes every letter, written as its number where it has none.

    :raises NoOutputError: there is no standard output; nothing was done yet.
    """
    closed = sys.stdout is None
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed: nobody types there, or reads what is told there
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - until the end
    if type(out := sys.stdout) is io.TextIOWrapper:
        encoding, by_line, at_once = out.encoding, out.line_buffering, out.write_through
        sys.stdout = _Stdout(out.detach(), encoding, _NO_LETTER, line_buffering=by_line, write_through=at_once)
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors=_NO_LETTER)
    if closed:
        raise NoOutputError("닫혀 있습니다")


def close_streams() -> None:
    """Write out what waits. What can't be written is dropped: nothing comes after the end.

    :raises ReaderLeftError: nobody reads it any more.
    :raises NoOutputError: it can't be written (a full disk).
    """
    try:
        sys.stdout.flush()
    except (ReaderLeftError, NoOutputError):
        _drop(sys.stdout)
        raise


@contextlib.contextmanager
def taking() -> Iterator[list[object]]:
    """Hand over each JSON object that would be written to standard output; other text there is left out."""
    taken: list[object] = []
    token = _TAKEN.set(taken)
    try:
        yield taken
    finally:
        _TAKEN.reset(token)


def say(text: str) -> None:
    """Write text to standard output, as it is: with a line's end, if it is a line."""
    if _TAKEN.get() is None:
        sys.stdout.write(clean(text))


def say_bytes(data: bytes) -> None:
    """Write a file whose line ends must stay CRLF on every system, and whose letters are UTF-8 on every terminal."""
    if _TAKEN.get() is not None:
        return
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        with _told():
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
    else:
        sys.stdout.write(data.decode())


def tell(text: str) -> None:
    """Write a line to standard error. If nobody can read it there, it is not told."""
    try:
        sys.stderr.write(clean(text) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        _drop(sys.stderr)


def write_json(value: object, *, error: bool = False) -> None:
    """Write one JSON object and nothing else: indented for a person, on one line for a program (much faster)."""
    if not error and (taken := _TAKEN.get()) is not None:
        taken.append(value)
        return
    stream = sys.stderr if error else sys.stdout
    seen = stream.isatty()
    # who reads it takes it for UTF-8, whatever this system writes texts in
    apart = not seen and codecs.lookup(stream.encoding or "utf-8").name != "utf-8"
    text = json.dumps(value, ensure_ascii=apart, indent=2 if seen else None)
    text = text if apart else _escaped(text, stream)
    if error:
        tell(text)
    else:
        stream.write(text + "\n")


def in_short(text: str) -> str:
    """Return lines that quote what somebody gave, with what is long in them shortened."""
    return "\n".join(line if _TYPED in line else _line_in_short(line) for line in text.split("\n"))


def _line_in_short(line: str) -> str:
    short = re.sub(_QUOTED, lambda found: f"'{found[1][: _LONGEST_QUOTE - 3]}...'", line)
    return short if len(short) <= _LONGEST_LINE else f"{short[: _LONGEST_LINE - 3]}..."


def _escaped(text: str, stream: TextIO) -> str:
    """Return JSON in which what can't be seen, or not be written there, stands by its number."""
    if text.isprintable() and _can_write(text, stream):
        return text
    return re.sub(_UNSEEN, lambda found: _kept(found[0], stream), text)


def _kept(letter: str, stream: TextIO) -> str:
    return letter if letter.isprintable() and _can_write(letter, stream) else json.dumps(letter)[1:-1]


def _can_write(text: str, stream: TextIO) -> bool:
    try:
        text.encode(stream.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _drop(stream: Any) -> None:
    """Let a stream that nobody reads lead nowhere: Python would try again at the end, and complain."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
