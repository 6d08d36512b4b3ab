"""Remembers parsed rule files between runs, in the user's cache folder.

Parsing and checking take ten times as long as the program's start. What is kept belongs to one exact content
of all files and one exact version of the models, so it is never stale; losing it costs only time.
"""

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from portone_guide.rules.errors import Problem, RuleFileError

_KEEP_AT_MOST = 6  # generations of kept books; the oldest go first


class Contents(NamedTuple):
    """The bytes of the rule files, read once."""

    by_path: dict[Path, bytes]

    @classmethod
    def read(cls, paths: Iterable[Path]) -> "Contents":
        """Read all files.

        :raises RuleFileError: those that can't be read.
        """
        found, problems = {}, []
        for path in paths:
            try:
                found[path] = path.read_bytes()
            except OSError as error:
                why = error.strerror or str(error)
                problems.append(Problem(str(path), 1, 1, f"파일을 읽을 수 없습니다: {why}"))
        if problems:
            raise RuleFileError(problems)
        return cls(found)

    def of(self, path: Path) -> bytes:
        """Return the bytes of one file."""
        return self.by_path[path]

    def digest(self) -> str:
        """Return a name for this content as read by this version of the models."""
        digest = hashlib.sha256(sys.version.encode())
        for module in sorted(Path(__file__).parent.glob("*.py")):
            digest.update(module.read_bytes())
        for path, data in self.by_path.items():
            digest.update(f"{path.name}\0{len(data)}\0".encode())
            digest.update(data)
        return digest.hexdigest()[:32]


class Cache:
    """The kept form of one content: a folder with one file a kind."""

    def __init__(self, contents: Contents) -> None:
        self._folder = _root() / contents.digest()

    def exists(self) -> bool:
        """Tell whether this content was kept, whole, by this user."""
        try:
            return (self._folder / "complete").stat().st_uid == _user()
        except OSError:
            return False

    def load(self, kind: str) -> Any:
        """Return one kept file."""
        return pickle.loads((self._folder / kind).read_bytes())

    def keep(self, files: dict[str, Any]) -> dict[str, Any]:
        """Keep ``files`` for the next run if the folder can be written, and return them."""
        try:
            _root().mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.TemporaryDirectory(dir=_root()) as scratch:
                made = Path(scratch) / "made"
                made.mkdir()
                for kind, value in files.items():
                    (made / kind).write_bytes(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
                (made / "complete").touch()
                made.rename(self._folder)
            _forget_old()
        except OSError:
            pass  # a read-only or full disk: the next run parses again
        return files


def _root() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("portone-guide", appauthor=False) / "rules"


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0


def _forget_old() -> None:
    import shutil

    kept = sorted(
        (folder for folder in _root().iterdir() if (folder / "complete").exists()),
        key=lambda folder: folder.stat().st_mtime,
        reverse=True,
    )
    for folder in kept[_KEEP_AT_MOST:]:
        shutil.rmtree(folder, ignore_errors=True)
