"""Korean business days: no Saturday, Sunday, public or substitute holiday.

The days come from the ``holidays`` library; a year that it does not know is a year without holidays to it, so
dates far ahead are estimates. Importing the library loads every country of the world and takes as long as the
rest of the program, so a year's days are kept, by the version of the library that gave them.
"""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

from portone_guide.rules.reading.kept import Kept

_ONE = timedelta(days=1)
_DAYS = "days"


def is_business_day(day: date) -> bool:
    """Tell whether banks and gateways in Korea work on a day."""
    return day.weekday() < 5 and day not in korean_holidays(day.year)


def add_business_days(day: date, count: int) -> date:
    """Return the business day that is ``count`` business days after ``day`` (before it, if negative).

    With 0: the day itself, or the next business day if it is none.
    """
    step = _ONE if count >= 0 else -_ONE
    left = abs(count)
    while left:
        day += step
        left -= is_business_day(day)
    while not is_business_day(day):
        day += step
    return day


@cache
def korean_holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year, those on Sundays and the substitute ones included."""
    version = _library_version()
    kept = Kept("korean-holidays", f"{version}-{year}") if version else None
    if kept and kept.exists():
        try:
            if days := frozenset(date.fromisoformat(line) for line in kept.read(_DAYS).decode("ascii").split()):
                return days
        except (OSError, ValueError):
            pass  # cleared or damaged since: ask the library
    import holidays

    days = frozenset(holidays.country_holidays("KR", years=year))
    if kept:
        kept.keep({_DAYS: "\n".join(day.isoformat() for day in sorted(days)).encode("ascii")})
    return days


def _library_version() -> str | None:
    """Return the installed version of the library, without importing it; None: the folder beside it doesn't say."""
    from importlib.util import find_spec

    library = find_spec("holidays")
    if library is None or library.origin is None:
        return None
    installed = list(Path(library.origin).parent.parent.glob("holidays-*.dist-info"))
    return installed[0].stem.removeprefix("holidays-") if len(installed) == 1 else None
