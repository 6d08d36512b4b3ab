"""What may be read for an assistant: addresses of the open web, and folders that its client grants."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from portone_guide.mcp_server import words
from portone_guide.shell.exits import CommandError


def folders(addresses: Iterable[str]) -> tuple[Path, ...]:
    """Return the folders of ``file:`` addresses; those that are none, or not here, are left out."""
    return tuple(folder for address in addresses if (folder := _folder(address)) is not None)


def granted(name: str, value: Any, roots: Sequence[Path], *, web: bool) -> str:
    """Return what to read as the command takes it: an address as it is, a place by its whole path.

    What is told relatively is looked for in each of the folders that are granted; nothing told is the only folder.

    :raises CommandError: it is in none of them.
    """
    if value is None and len(roots) == 1:
        return str(roots[0])
    if not isinstance(value, str) or not value:
        raise CommandError("needs_answers", *words.no_place(name))
    if value.startswith(("https://", "http://")) and web:
        return value
    try:
        places = [(root / value).resolve() for root in roots]
        inside = [place for place, root in zip(places, roots, strict=True) if place.is_relative_to(root)]
        found = next((place for place in inside if place.exists()), None)
    except (OSError, ValueError):
        found = None
    if found is None:
        raise CommandError("wrong_value", *words.not_granted(value[:200], map(str, roots)))
    return str(found)


def _folder(address: str) -> Path | None:
    try:
        parts = urlsplit(address)
        if parts.scheme != "file" or parts.netloc not in {"", "localhost"}:
            return None
        path = unquote(parts.path)
        folder = Path(path.lstrip("/") if sys.platform == "win32" else path).resolve()
        return folder if folder.is_dir() else None
    except (OSError, ValueError):
        return None
