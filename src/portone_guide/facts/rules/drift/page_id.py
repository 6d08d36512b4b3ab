"""One id for a page, wherever it stands: in either layout of the documents, or on the web."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

AREAS = ("help", "opi", "release-notes", "schema", "sdk", "platform", "api")
"""The parts of the documents that facts may rest on."""
ENDINGS = (".mdx", ".md", ".yml")
"""What a page ends with; the first that there is is read."""

PROGRAMS = (".tsx", ".ts")
"""What a page ends with that a program draws: it is there, and can't be read."""

_GROUP = re.compile(r"\(.*\)")
_INDEX = "index"
_API = "api"
_HIDDEN = re.compile(r"[_.\[]")


def page_of_file(path: PurePosixPath) -> str | None:
    """Return the id of the page in a file, by its path from the folder that holds the parts; None: it is no page."""
    parts = [part for part in path.parts[:-1] if not _GROUP.fullmatch(part)]
    area = parts[0] if parts else ""
    if (
        area not in AREAS
        or path.suffix not in (*ENDINGS, *PROGRAMS)
        or any(_HIDDEN.match(part) for part in (*parts, path.name))
    ):
        return None
    if (path.suffix == ".yml") != (area == "schema"):
        return None
    if area == "help":
        return f"help/{path.stem}"
    return "/".join(parts if path.stem == _INDEX else [*parts, path.stem])


def written_in_program(path: PurePosixPath) -> str | None:
    """Return the id of a page whose text stands in the program that draws it: that of an API as a whole."""
    parts = [part for part in path.parts[:-1] if not _GROUP.fullmatch(part)]
    is_whole = path.suffix == PROGRAMS[0] and path.name.startswith("[...") and parts[:1] == [_API]
    return "/".join(parts) if is_whole else None


def drawn_under(path: PurePosixPath) -> str | None:
    """Return the beginning of the pages that one program draws, if a file is that: ``sdk/`` of ``sdk/[...all].tsx``."""
    parts = [part for part in path.parts[:-1] if not _GROUP.fullmatch(part)]
    catches_all = path.suffix in PROGRAMS and path.name.startswith("[...") and parts and parts[0] in AREAS
    return f"{'/'.join(parts)}/" if catches_all else None


def page_of_url(url: str) -> str:
    """Return the id of the page at an address."""
    parts = urlsplit(url)
    path = parts.path.strip("/")
    if parts.hostname and parts.hostname.startswith("help."):
        return f"help/{path.rpartition('/')[2]}"
    return path.removesuffix(".yml")
