"""A result as a file: in the format that was asked for, to stdout or into a file, opened if that was asked for too."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from portone_guide.shell import words
from portone_guide.shell.context import format_of, show_json
from portone_guide.shell.exits import CommandError, ErrorCode
from portone_guide.terminal.out import say, say_bytes, tell
from portone_guide.terminal.text import clean

STDOUT: Final = "-"
_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


class Filing(Protocol):
    """The flags that say what to make of a result, and where to."""

    @property
    def json(self) -> bool:
        """Whether JSON is wanted."""

    @property
    def format_(self) -> str | None:
        """The format that is wanted, as typed."""

    @property
    def out(self) -> str | None:
        """The file that is wanted; ``-`` is stdout."""

    @property
    def open_(self) -> bool:
        """Whether the file is to be opened."""


class Handing(NamedTuple):
    """What to make of a result: ``shape`` None is a screen; ``path`` None is stdout."""

    shape: str | None
    path: Path | None
    opens: bool

    def text(self, text: str) -> None:
        """Hand over a text.

        :raises CommandError: the file can't be written.
        """
        if self.path is not None:
            self._write(self.path, text.encode())
        elif self.shape == "html":
            say_bytes(clean(text).encode())  # a page says itself that it is UTF-8
        else:
            say(text)

    def binary(self, data: bytes) -> None:
        """Hand over a file whose line ends must stay as they are, in UTF-8 whatever the terminal speaks.

        :raises CommandError: the file can't be written.
        """
        if self.path is not None:
            self._write(self.path, data)
        else:
            say_bytes(data)

    def json(self, value: object) -> None:
        """Hand over one JSON object.

        :raises CommandError: the file can't be written.
        """
        if self.path is None:
            show_json(value)
        else:
            import json

            self._write(self.path, (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode())

    def _write(self, path: Path, data: bytes) -> None:
        try:
            _replace(path, data)
        except OSError as error:
            from portone_guide.rules.os_words import why_not

            code = not_written(error)
            raise CommandError(code, words.file_not_written(path, why_not(error)), flag="--out") from None
        tell(words.file_written(path))
        if self.opens:
            import webbrowser

            if not webbrowser.open(path.resolve().as_uri()):
                tell(words.nothing_opens(path))


def handing(flags: Filing, formats: Iterable[str], *, name: str, keep: Path | None = None) -> Handing:
    """Return what the flags ask for; a file's name says its format where no flag does, and a page is what one opens.

    ``name`` is what a file is called that is only to be opened; ``keep`` is a file that must not be written over.

    :raises CommandError: there is no such format, or none is told.
    """
    formats = (*formats, "json")
    shape = format_of(flags.format_, formats, json=flags.json)
    path = Path(flags.out) if flags.out not in {None, STDOUT} and flags.out else None
    if shape is None and path is not None:
        shape = next((form for form in formats if path.suffix.lower() == f".{form}"), None)
        if shape is None:
            raise CommandError("wrong_value", *words.no_format_of(str(path), formats), flag="--format")
    if flags.open_ and path is None:
        shape = shape or "html"
        path = _beside(f"{name}.{shape}")
    if path is not None and keep is not None and _behind(path) == _behind(keep):
        raise CommandError("wrong_value", words.out_is_plan(path), flag="--out")
    return Handing(shape, path, flags.open_)


def not_written(error: OSError) -> ErrorCode:
    """Return the code of a file that can't be written: another name would help, or nothing can be kept there."""
    return "no_output" if error.errno in _NO_ROOM else "file_not_written"


def _beside(name: str) -> Path:
    """Return a place for a file that is only to be looked at, in a folder that nobody else can read."""
    from tempfile import mkdtemp

    return Path(mkdtemp(prefix="portone-guide-")) / name


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; what is no plain file (a pipe, a device) is written to as it is."""
    if path.exists() and not path.is_file():
        _pour(path, data)
        return
    from tempfile import NamedTemporaryFile

    target = _behind(path)
    if target.is_symlink():
        raise OSError(errno.ELOOP, "a loop of links")
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as made:
        made.write(data)
    new = Path(made.name)
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        new.chmod(mode)
        new.replace(target)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _pour(path: Path, data: bytes) -> None:
    """Write into a pipe that somebody reads, or a device."""
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(descriptor, True)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)


def _behind(path: Path) -> Path:
    """Return the file behind links, or the last link of those that go round."""
    return Path(os.path.realpath(path))


def _umask() -> int:
    """Return which permissions new files don't get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
