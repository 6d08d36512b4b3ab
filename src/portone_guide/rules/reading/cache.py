"""Remembers parsed rule files between runs.

Parsing and checking take ten times as long as the program's start. What is kept belongs to one exact content
of all files and one exact version of the models, so it is never stale. A wheel brings the book of its own files.
"""

import errno
import os
import select
import stat
import zlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from portone_guide.rules.errors import Problem, RuleFileError
from portone_guide.rules.reading.kept import Kept, sealed, unsealed

MAX_BYTES = 4_000_000
_RULES = Path(__file__).parent.parent
_CONTENT = "content"
_PIPE_WAIT: Final = 4.0  # seconds


class RuleText(NamedTuple):
    """One rule file as read: how messages name it, and its bytes."""

    name: str
    data: bytes

    @classmethod
    def read(cls, path: Path, name: str) -> "RuleText":
        """Read a file, and no more of it than shows that it is too large.

        :raises RuleFileError: it can't be read.
        """
        try:
            with _opened(path) as file:
                return cls(name, file.read(MAX_BYTES + 1))
        except (OSError, ValueError) as error:
            from portone_guide.rules.os_words import why_not

            reason = why_not(error)
            raise RuleFileError([Problem(name, 1, 1, f"파일을 읽을 수 없습니다: {reason}")]) from None


def _opened(path: Path) -> BinaryIO:
    """Open a file; a pipe into which nobody writes is not waited for without end.

    :raises OSError: it can't be opened, or nothing comes.
    """
    without_waiting = getattr(os, "O_NONBLOCK", 0)
    flags = os.O_RDONLY | without_waiting | getattr(os, "O_BINARY", 0)
    file = os.fdopen(os.open(path, flags), "rb")
    kind = os.fstat(file.fileno()).st_mode
    if without_waiting and not stat.S_ISREG(kind):
        if stat.S_ISFIFO(kind) and not select.select([file], [], [], _PIPE_WAIT)[0]:
            file.close()
            raise TimeoutError(errno.ETIMEDOUT, "nothing comes")
        os.set_blocking(file.fileno(), True)
    return file


class KeptBook:
    """The kept form of one content: one file a kind, in the folder ``shipped`` or else in the user's cache."""

    def __init__(self, texts: Mapping[str, RuleText], shipped: Path) -> None:
        self._texts = texts
        self._shipped = shipped

    @cached_property
    def _kept(self) -> Kept:
        return Kept("rules", _digest(self._texts))

    @cached_property
    def _content(self) -> str:
        """The files that a wheel has parsed, each by its size and checksum; its models are those of the same wheel."""
        return "".join(f"{kind} {len(text.data)} {zlib.crc32(text.data):08x}\n" for kind, text in self._texts.items())

    @cached_property
    def _in_wheel(self) -> bool:
        try:
            return (self._shipped / _CONTENT).read_bytes() == self._content.encode()
        except OSError:
            return False

    def exists(self) -> bool:
        """Tell whether this content was read before, and was right."""
        return self._in_wheel or self._kept.exists()

    def load(self, kind: str) -> Any:
        """Return one kept file. Any exception: it was cleared or damaged since."""
        from portone_guide.rules.reading.frozen import thaw

        if self._in_wheel:
            try:
                return thaw(unsealed((self._shipped / kind).read_bytes(), self._content, kind))
            except OSError:
                pass  # what the wheel brought was damaged: it is made again where it may be written
        return thaw(self._kept.read(kind))

    def keep(self, files: Mapping[str, Any]) -> None:
        """Keep files that were read and are right."""
        from portone_guide.rules.reading.frozen import freeze

        self._kept.keep({kind: freeze(file) for kind, file in files.items()})

    def ship(self, files: Mapping[str, Any]) -> None:
        """Write files that were read and are right, for a wheel to bring."""
        from portone_guide.rules.reading.frozen import freeze

        self._shipped.mkdir(parents=True)
        for kind, file in files.items():
            (self._shipped / kind).write_bytes(sealed(freeze(file), self._content, kind))
        (self._shipped / _CONTENT).write_bytes(self._content.encode())


def _digest(texts: Mapping[str, RuleText]) -> str:
    """Return a name for this content as read by this version of the models."""
    import hashlib  # OpenSSL: what a wheel brings is read without it

    digest = hashlib.sha256()
    for module in sorted(_RULES.rglob("*.py")):
        digest.update(module.read_bytes())
    for kind, text in texts.items():
        digest.update(f"{kind}\0{len(text.data)}\0".encode())
        digest.update(text.data)
    return digest.hexdigest()[:32]
