"""Korean public and substitute holidays, year by year, from the ``holidays`` library.

Importing the library loads every country of the world and takes as long as the rest of the program, so a
year's days are kept in the user's cache folder, by the version of the library that gave them.
"""

import hashlib
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from portone_guide.rules.reading.cache import cache_folder


@cache
def korean_holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year, those on Sundays and the substitute ones included."""
    kept = _kept_file(year)
    if kept is not None:
        try:
            if days := frozenset(date.fromisoformat(line) for line in kept.read_text("ascii").split()):
                return days
        except (OSError, ValueError):
            pass  # not kept yet, or damaged: ask the library
    days = _from_library(year)
    if kept is not None:
        _keep(kept, days)
    return days


def _from_library(year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("KR", years=year))


def _kept_file(year: int) -> Path | None:
    """Return where a year is kept: by the library's version file, read without importing the library."""
    library = find_spec("holidays")
    if library is None or library.origin is None:
        return None
    try:
        version = hashlib.sha256(Path(library.origin).with_name("version.py").read_bytes()).hexdigest()[:16]
    except OSError:
        return None
    return cache_folder() / "holidays" / f"{version}-{year}"


def _keep(path: Path, days: frozenset[date]) -> None:
    """Keep a year for the next run, whole or not at all; a folder that can't be written costs only time."""
    import os
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="ascii") as scratch:
            scratch.write("\n".join(day.isoformat() for day in sorted(days)))
        Path(name).replace(path)
    except OSError:
        pass
