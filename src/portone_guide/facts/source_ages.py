"""How long ago each source page was read."""

from datetime import date
from typing import NamedTuple

from portone_guide.rules.models.source import Source, SourcesFile

OLD_AFTER_DAYS = 180


class SourceAge(NamedTuple):
    """A source page and the days since it was checked; negative where it was checked after the day asked."""

    id: str
    source: Source
    days: int

    @property
    def old(self) -> bool:
        """Whether it was checked too long ago to rely on."""
        return self.days > OLD_AFTER_DAYS


def source_age(name: str, source: Source, on: date) -> SourceAge:
    """Return one source with its age on a day."""
    return SourceAge(name, source, (on - source.checked).days)


def source_ages(file: SourcesFile, on: date) -> tuple[SourceAge, ...]:
    """Return every source with its age on a day, the oldest first."""
    ages = [source_age(name, source, on) for name, source in file.sources.items()]
    return tuple(sorted(ages, key=lambda age: (-age.days, age.id)))
