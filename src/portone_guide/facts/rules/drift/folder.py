"""Reads a folder of documents: the only place of this room that touches the disk for them.

Nothing outside of the folder is followed, nothing large or endless is read, and what can't be read is told.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final, Literal, NamedTuple

from portone_guide.facts.rules.drift.answer import Unread, UnreadReason
from portone_guide.facts.rules.drift.markup import text_in_program
from portone_guide.facts.rules.drift.name_finder import NameFinder
from portone_guide.facts.rules.drift.page_id import (
    AREAS,
    ENDINGS,
    PROGRAMS,
    drawn_under,
    page_of_file,
    written_in_program,
)
from portone_guide.facts.rules.drift.pages import Copy, Names, Page
from portone_guide.facts.rules.drift.pieces import read_page
from portone_guide.facts.rules.drift.schema_page import read_schema

LARGEST: Final = 4_000_000
MOST_FILES: Final = 60_000
_DEEPEST: Final = 16
_ORDER: Final = (*ENDINGS, *PROGRAMS)
_SKIPPED: Final = {"node_modules", "dist", "build", "venv"}


FolderReason = Literal["missing", "no_folder", "denied", "no_pages", "unread", "too_many"]


class UnreadableFolderError(Exception):
    """A folder that holds no documents, or too much."""

    def __init__(self, path: Path, reason: FolderReason) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason: FolderReason = reason


class _UnreadError(Exception):
    """A file that can't be read."""

    def __init__(self, reason: UnreadReason) -> None:
        super().__init__(reason)
        self.reason: UnreadReason = reason


class _Found(NamedTuple):
    page: str
    path: Path
    root: Path
    written: bool


def read_folders(folders: tuple[Path, ...], names: Names) -> Copy:
    """Return the documents in folders; a page that several have is taken from the first.

    :raises UnreadableFolderError: one of them can't be read, or holds no document.
    """
    found: dict[str, _Found] = {}
    for folder in folders:
        here = list(_pages_in(folder))
        if not any(page.written or page.path.suffix in ENDINGS for page in here):
            raise UnreadableFolderError(folder, "no_pages")
        for page in sorted(here, key=lambda page: (_ORDER.index(page.path.suffix), str(page.path))):
            found.setdefault(page.page, page)
    pages: dict[str, Page] = {}
    unread: list[Unread] = []
    lost: set[str] = set()
    finder = NameFinder(names)
    for name, place in sorted(found.items()):
        if place.path.suffix in PROGRAMS and not place.written:
            lost.add(name)
            continue
        try:
            pages[name] = _read(_text(place.path), place, finder)
        except _UnreadError as error:
            unread.append(Unread(str(place.path), error.reason))
            lost.add(name)
    if not pages:
        raise UnreadableFolderError(folders[0], "unread")
    areas = frozenset(name.partition("/")[0] for name in pages)
    return Copy(pages, areas, names, tuple(unread), frozenset(lost))


def _read(text: str, place: _Found, finder: NameFinder) -> Page:
    if place.path.suffix == ".yml":
        return read_schema(text)
    if place.written:
        return read_page(text_in_program(text), lambda _: None, finder, components=True)

    def include(name: str) -> str | None:
        path = (place.path.parent / name).resolve()
        if not path.is_relative_to(place.root.resolve()):
            return None
        try:
            return _text(path)
        except _UnreadError:
            return None

    return read_page(text, include, finder, components=place.path.suffix == ".mdx")


def _pages_in(folder: Path) -> Iterator[_Found]:
    for root, path in _files(folder):
        inside = PurePosixPath(path.relative_to(root).as_posix())
        page = page_of_file(inside) or written_in_program(inside) or drawn_under(inside)
        if page:
            yield _Found(page, path, root, page == written_in_program(inside))


def _files(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield every file with the folder that its id starts in: that which has the parts of the documents."""
    _openable(folder)
    seen = 0
    for where, folders, names in os.walk(folder, followlinks=False):
        here = Path(where)
        steps = here.relative_to(folder).parts
        folders[:] = sorted(name for name in folders if _goes_into(name, len(steps)))
        root = folder.joinpath(*steps[: _start_of(steps)])
        for name in sorted(names):
            seen += 1
            if seen > MOST_FILES:
                raise UnreadableFolderError(folder, "too_many")
            if name.endswith((*ENDINGS, *PROGRAMS)):
                yield root, here / name


def _goes_into(name: str, depth: int) -> bool:
    return name not in _SKIPPED and not name.startswith((".", "_")) and depth < _DEEPEST


def _start_of(steps: tuple[str, ...]) -> int:
    """Return how many steps lead to the folder that has the parts (``opi``, ``help`` ...)."""
    known = [number for number, step in enumerate(steps) if step in AREAS]
    return known[0] if known else len(steps)


def _openable(folder: Path) -> None:
    try:
        if not folder.exists():
            raise UnreadableFolderError(folder, "missing")
        if not folder.is_dir():
            raise UnreadableFolderError(folder, "no_folder")
        with os.scandir(folder):
            pass
    except (OSError, ValueError):
        raise UnreadableFolderError(folder, "denied") from None


def _text(path: Path) -> str:
    """Return the text of a file.

    :raises _UnreadError: why it can't be read.
    """
    try:
        info = path.lstat()
        if not stat.S_ISREG(info.st_mode):
            raise _UnreadError("no_file")
        if info.st_size > LARGEST:
            raise _UnreadError("too_large")
        data = path.read_bytes()[: LARGEST + 1]
        if b"\0" in data:
            raise _UnreadError("binary")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _UnreadError("encoding") from None
    except (OSError, ValueError):
        raise _UnreadError("denied") from None
