"""A day as people type it."""

from datetime import date

from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.reason import because
from portone_guide.needs.typed_text import plain
from portone_guide.rules.days import FIRST_DAY, LAST_DAY, in_reach


def parse_day(text: str) -> date:
    """Read a day as people type it: ``2026-12-01``, ``2026.12.1``, ``20261201``, ``2026년 12월 1일``.

    :raises WrongValueError: it is no day, or one that nobody counts to.
    """
    typed = plain(text).strip().rstrip(".").removesuffix("일")
    for mark in "/-년월":
        typed = typed.replace(mark, ".")
    parts = [part.strip() for part in typed.split(".")]
    if len(parts) == 1 and len(typed) == 8:
        parts = [typed[:4], typed[4:6], typed[6:]]
    if len(parts) == 3 and all(part.isascii() and part.isdigit() for part in parts) and len(parts[0]) == 4:
        try:
            day = date(*map(int, parts))
        except ValueError:
            pass
        else:
            return _near(day)
    raise WrongValueError(because("no_day", text=text.strip()))


def _near(day: date) -> date:
    if in_reach(day):
        return day
    raise WrongValueError(because("day_out_of_reach", day=day, first=FIRST_DAY, last=LAST_DAY))
