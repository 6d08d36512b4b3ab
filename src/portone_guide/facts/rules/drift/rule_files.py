"""Reads the rule files as they are written: each row with its place, whatever file it stands in."""

from pathlib import Path

from portone_guide.rules.loader import data_directory, shipped_files
from portone_guide.rules.reading.yaml_text import Document, read

LARGEST_LOCK = 50_000_000


def rule_documents() -> tuple[Document, ...]:
    """Return every shipped rule file.

    :raises RuleFileError: one of them can't be read.
    """
    folder = data_directory()
    return tuple(read(path, _shown(path, folder)) for path in shipped_files().values())


def _shown(path: Path, folder: Path) -> str:
    """Return a file as it is named in the repository: ``data/fees.yaml``."""
    return f"data/{path.relative_to(folder).as_posix()}"


def shipped_lock() -> Path:
    """Return the lock of the copy that the rule files rest on."""
    return data_directory() / "sources.lock"


def lock_text(path: Path) -> str:
    """Return the text of a lock, and no more of it than shows that it is none.

    :raises OSError: it can't be read.
    :raises ValueError: it is no text, or too large.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST_LOCK + 1)
    if len(data) > LARGEST_LOCK:
        raise ValueError(path)
    return data.decode("utf-8")
