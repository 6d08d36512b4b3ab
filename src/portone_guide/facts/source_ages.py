"""How old the content of each source page is."""

from collections.abc import Iterable
from datetime import date

from portone_guide.facts.answer import SourceAge
from portone_guide.gateways.page_age import age_of, is_old
from portone_guide.rules.models.source import Source, SourcesFile


def ages_of(names: Iterable[str], file: SourcesFile, on: date) -> dict[str, SourceAge]:
    """Return pages with their age on a day, by id, each once."""
    return {name: _age(name, file.sources[name], on) for name in dict.fromkeys(names)}


def oldest_first(file: SourcesFile, on: date) -> tuple[SourceAge, ...]:
    """Return every page with its age on a day, the oldest first."""
    return tuple(sorted(ages_of(file.sources, file, on).values(), key=lambda age: (-age.days, age.id)))


def _age(name: str, source: Source, on: date) -> SourceAge:
    return SourceAge(name, source, age_of(source, on), is_old(source, on))
