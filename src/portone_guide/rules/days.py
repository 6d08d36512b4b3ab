"""The days that the program counts with: far enough for every contract, and never past the end of the calendar."""

from datetime import date
from typing import Final

FIRST_DAY: Final = date(2000, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)


def in_reach(day: date) -> bool:
    """Tell whether a day is one that can be counted from."""
    return FIRST_DAY <= day <= LAST_DAY
