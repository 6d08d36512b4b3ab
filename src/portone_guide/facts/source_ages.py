"""How long ago each source page was read."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from portone_guide.facts.answer import SourceAge
from portone_guide.rules.models.source import Source, SourcesFile

OLD_AFTER_DAYS: Final = 180


def ages_of(names: Iterable[str], file: SourcesFile, on: date) -> dict[str, SourceAge]:
    """Return pages with their age on a day, by id, each once."""
    return {name: _age(name, file.sources[name], on) for name in dict.fromkeys(names)}


def oldest_first(file: SourcesFile, on: date) -> tuple[SourceAge, ...]:
    """Return every page with its age on a day, the oldest first."""
    return tuple(sorted(ages_of(file.sources, file, on).values(), key=lambda age: (-age.days, age.id)))


def _age(name: str, source: Source, on: date) -> SourceAge:
    days = (on - source.checked).days
    return SourceAge(name, source, days, days > OLD_AFTER_DAYS)
