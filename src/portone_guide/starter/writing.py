"""Writing a project into a folder: whole where there is none, and never over a file that says something else."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import mkdtemp


class LeavesFolderError(Exception):
    """A link in the folder leads out of it."""


def differing(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Return which files are there already with another content.

    :raises LeavesFolderError: one of them would be written outside of the folder.
    """
    root = folder.resolve()
    found = []
    for name, text in files.items():
        path = folder / name
        if not path.parent.resolve().is_relative_to(root) or path.is_symlink():
            raise LeavesFolderError(name)
        if path.exists() and (not path.is_file() or path.read_bytes() != text.encode()):
            found.append(name)
    return found


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write a project: made beside the folder first, so that a failure leaves nothing half there.

    A new folder appears at once; in one that is there, each file does, when all of them could be made.

    :raises OSError: it can't be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.resolve().parent))
    try:
        for name, text in files.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        made.chmod(0o755)
        if folder.exists():
            for path in _files(made):
                target = folder / path.relative_to(made)
                target.parent.mkdir(parents=True, exist_ok=True)
                path.replace(target)
        else:
            made.replace(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
