"""Remembers parsed rule files between runs, in the user's cache folder.

Parsing and checking take ten times as long as the program's start. What is kept belongs to one exact content
of all files and one exact version of the models, so it is never stale; losing it costs only time.
"""

import hashlib
import os
import pickle
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from portone_guide.rules.errors import Problem, RuleFileError

MAX_BYTES = 4_000_000
_KEEP_AT_MOST = 6  # generations of kept books; the oldest go first


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
            with path.open("rb") as file:
                return cls(name, file.read(MAX_BYTES + 1))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise RuleFileError([Problem(name, 1, 1, f"파일을 읽을 수 없습니다: {reason}")]) from None


class Cache:
    """The kept form of one content: a folder with one file a kind."""

    def __init__(self, texts: Mapping[str, RuleText]) -> None:
        self._folder = _root() / _digest(texts)

    def exists(self) -> bool:
        """Tell whether this content was kept, whole, in a folder that only this user can write."""
        try:
            return _private(self._folder.lstat()) and (self._folder / "complete").exists()
        except OSError:
            return False

    def load(self, kind: str) -> Any:
        """Return one kept file."""
        return pickle.loads((self._folder / kind).read_bytes())

    def keep(self, files: dict[str, Any]) -> dict[str, Any]:
        """Keep ``files`` for the next run if the folder can be written, and return them."""
        import shutil
        import tempfile

        try:
            _root().mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.TemporaryDirectory(dir=_root()) as scratch:
                made = Path(scratch) / "made"
                made.mkdir(mode=0o700)
                for kind, value in files.items():
                    (made / kind).write_bytes(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
                (made / "complete").touch()
                shutil.rmtree(self._folder, ignore_errors=True)  # what is left of a half-cleared one
                made.rename(self._folder)
            _forget_old()
        except OSError:
            pass  # a read-only or full disk, or another run that was first: the next run parses again
        return files


def _digest(texts: Mapping[str, RuleText]) -> str:
    """Return a name for this content as read by this version of the models."""
    digest = hashlib.sha256(sys.version.encode())
    for module in sorted(Path(__file__).parent.parent.rglob("*.py")):
        digest.update(module.read_bytes())
    for kind, text in texts.items():
        digest.update(f"{kind}\0{len(text.data)}\0".encode())
        digest.update(text.data)
    return digest.hexdigest()[:32]


def cache_folder() -> Path:
    """Return the folder where the program keeps what it could work out again."""
    from platformdirs import user_cache_path

    return user_cache_path("portone-guide", appauthor=False)


def _root() -> Path:
    return cache_folder() / "rules"


def _private(folder: os.stat_result) -> bool:
    """Tell whether nobody else could have put anything there: what is loaded from it runs as code."""
    if not hasattr(os, "getuid"):  # Windows: the user's profile is private
        return True
    return folder.st_uid == os.getuid() and not folder.st_mode & 0o022


def _forget_old() -> None:
    import shutil

    kept = sorted(
        (folder for folder in _root().iterdir() if (folder / "complete").exists()),
        key=lambda folder: folder.stat().st_mtime,
        reverse=True,
    )
    for folder in kept[_KEEP_AT_MOST:]:
        shutil.rmtree(folder, ignore_errors=True)
