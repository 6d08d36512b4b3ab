"""Korean business days against the published calendar.

The almanac (월력요항) is what calendars are printed by. Read on
2025: http://thegnnews.com/View.aspx?No=3273018 (published 2024-06-20), and
2026: https://rankmore.kr/news/1174650 and https://www.newsspace.kr/news/article.html?no=7754 (2025-06-30).
Days that became holidays after an almanac came out are named one by one:
제헌절 (7.17) since 2026: https://m.segye.com/view/20260204501613 (2026-02-04); 노동절 (5.1) since 2026, and that both
are made up for on a Monday: https://github.com/nager/Nager.Date/issues/972 (2026-04-30) and, with the law,
https://github.com/vacanza/holidays/pull/3700 (2026-07-16); the local elections of 2026-06-03 are in the almanac.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.rules.business_days import add_business_days, is_business_day

# Days without work for a five-day week, as the almanacs count them: 119 in 2025, 118 in 2026.
PUBLISHED = {2025: 119, 2026: 118}
LATER = {
    2025: {date(2025, 1, 27), date(2025, 6, 3)},  # 임시공휴일, 대통령선거
    2026: {date(2026, 5, 1), date(2026, 7, 17)},  # 노동절, 제헌절
}
HOLIDAYS = [
    # 2025: 설날 1.28~30, 3.1절 대체 3.3, 어린이날·부처님오신날 5.5~6, 추석 10.3~9
    *(date(2025, 1, day) for day in (28, 29, 30)),
    date(2025, 3, 3),
    date(2025, 5, 5),
    date(2025, 5, 6),
    *(date(2025, 10, day) for day in (3, 6, 7, 8, 9)),
    # 2026: 설날 2.16~18, 3.1절 대체 3.2, 부처님오신날 대체 5.25, 광복절 대체 8.17, 추석 9.24~25, 개천절 대체 10.5
    *(date(2026, 2, day) for day in (16, 17, 18)),
    date(2026, 3, 2),
    date(2026, 5, 5),
    date(2026, 5, 25),
    date(2026, 8, 17),
    date(2026, 9, 24),
    date(2026, 9, 25),
    date(2026, 10, 5),
    date(2026, 10, 9),
    date(2026, 12, 25),
    # new in 2026, and what is made up for in 2027, when both are Saturdays
    date(2026, 5, 1),
    date(2026, 6, 3),
    date(2026, 7, 17),
    date(2027, 5, 3),
    date(2027, 7, 19),
    # 2027: days of every year; those on a weekend (8.15, 10.3, 10.9) are made up for on the Monday
    date(2027, 1, 1),
    date(2027, 3, 1),
    date(2027, 5, 5),
    date(2027, 8, 16),
    date(2027, 10, 4),
    date(2027, 10, 11),
]
WORKING = [
    date(2025, 1, 31),
    date(2025, 10, 2),
    date(2025, 10, 10),
    date(2026, 2, 13),
    date(2026, 2, 19),
    date(2026, 3, 3),
    date(2026, 9, 23),
    date(2026, 9, 28),
    date(2026, 10, 6),
    date(2026, 10, 8),
    date(2025, 5, 2),
    date(2025, 7, 17),  # no holiday yet
    date(2027, 3, 2),
    date(2027, 5, 4),
    date(2027, 7, 20),
]


@pytest.mark.parametrize("year", PUBLISHED)
def test_as_many_days_off_as_the_almanac_counts(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=count) for count in range(365)]
    off = {day for day in days if not is_business_day(day)} - LATER[year]
    assert len(off) == PUBLISHED[year]


@pytest.mark.parametrize("day", HOLIDAYS, ids=str)
def test_nobody_works_on_a_holiday(day: date) -> None:
    assert day.weekday() < 5
    assert not is_business_day(day)


@pytest.mark.parametrize("day", WORKING, ids=str)
def test_the_days_around_them_are_working_days(day: date) -> None:
    assert is_business_day(day)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2025, 1, 24), 1, date(2025, 1, 31)),  # over Seollal with the bridge day of 2025-01-27
        (date(2025, 10, 2), 1, date(2025, 10, 10)),  # over the seven days of Chuseok
        (date(2026, 2, 13), 3, date(2026, 2, 23)),  # 19, 20, 23
        (date(2026, 9, 23), 5, date(2026, 10, 2)),  # 28, 29, 30, 1, 2
        (date(2026, 10, 2), 1, date(2026, 10, 6)),  # the substitute holiday of 10.3
        (date(2026, 8, 14), 10, date(2026, 8, 31)),
        (date(2026, 2, 19), -1, date(2026, 2, 13)),
        (date(2026, 9, 28), -2, date(2026, 9, 22)),
        (date(2026, 2, 14), 0, date(2026, 2, 19)),  # a Saturday: the next business day
    ],
)
def test_counting_over_holidays(start: date, count: int, end: date) -> None:
    assert add_business_days(start, count) == end


@given(st.dates(date(2025, 1, 1), date(2027, 6, 30)), st.integers(1, 40))
def test_there_and_back(day: date, count: int) -> None:
    first = add_business_days(day, 0)
    later = add_business_days(first, count)
    assert add_business_days(later, -count) == first
    between = [first + timedelta(days=step) for step in range(1, (later - first).days + 1)]
    assert sum(is_business_day(other) for other in between) == count


def test_a_kept_year_is_the_librarys_and_a_damaged_one_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import holidays

    from portone_guide.rules.business_days import korean_holidays

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    real = frozenset(holidays.country_holidays("KR", years=2026))
    for damage in (None, "not a day", ""):
        korean_holidays.cache_clear()
        kept = list((tmp_path / "portone-guide" / "korean-holidays").glob("*-2026/days"))
        if damage is not None:
            assert len(kept) == 1, "the year was kept"
            kept[0].write_text(damage, "ascii")
        assert korean_holidays(2026) == real
    korean_holidays.cache_clear()
