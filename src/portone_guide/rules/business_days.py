"""Korean business days: no Saturday, Sunday, public or substitute holiday.

The days come from the ``holidays`` library; a year that it does not know is a year without holidays to it, so
dates far ahead are estimates.
"""

from datetime import date, timedelta

from portone_guide.rules.holiday_calendar import korean_holidays

_ONE = timedelta(days=1)


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
