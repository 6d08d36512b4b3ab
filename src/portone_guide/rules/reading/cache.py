"""Remembers parsed rule files between runs.

Parsing and checking take ten times as long as the program's start. What is kept belongs to one exact content
of all files and one exact version of the models, so it is never stale.
"""

import hashlib
import pickle
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from portone_guide.rules.errors import Problem, RuleFileError
from portone_guide.rules.reading.kept import Kept

MAX_BYTES = 4_000_000


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


class KeptBook:
    """The kept form of one content: one file a kind."""

    def __init__(self, texts: Mapping[str, RuleText]) -> None:
        self._kept = Kept("rules", _digest(texts))

    def exists(self) -> bool:
        """Tell whether this content was read before, and was right."""
        return self._kept.exists()

    def load(self, kind: str) -> Any:
        """Return one kept file. Any exception: it was cleared or damaged since."""
        return pickle.loads(self._kept.read(kind))

    def keep(self, files: Mapping[str, Any]) -> None:
        """Keep files that were read and are right."""
        self._kept.keep({kind: pickle.dumps(file, pickle.HIGHEST_PROTOCOL) for kind, file in files.items()})


def _digest(texts: Mapping[str, RuleText]) -> str:
    """Return a name for this content as read by this version of the models."""
    digest = hashlib.sha256(sys.version.encode())
    for module in sorted(Path(__file__).parent.parent.rglob("*.py")):
        digest.update(module.read_bytes())
    for kind, text in texts.items():
        digest.update(f"{kind}\0{len(text.data)}\0".encode())
        digest.update(text.data)
    return digest.hexdigest()[:32]
