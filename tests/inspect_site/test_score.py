"""Forty shops, a danger each: what is said of them is never wrong, and seldom nothing."""

import pytest
from looked import looked_at_web, states
from shop import NAMES, Site, served

pytestmark = pytest.mark.loopback

GOOD = {"found"}
MISSING = {"not_found", "label_only"}
_SAID: dict[str, dict[str, str]] = {}


def said(name: str) -> dict[str, str]:
    """Return the states that are told of a shop, read without a browser."""
    if name not in _SAID:
        site = Site(name)
        with served(site) as (url, _):
            found = looked_at_web(url)
        _SAID[name] = dict(states(found))
        _SAID[name]["verdicts"] = ";".join(f"{entry.id}={entry.verdict}" for entry in found.checklist)
    return _SAID[name]


@pytest.mark.parametrize("name", NAMES)
def test_a_shop_is_told_as_it_is(name: str) -> None:
    site, told = Site(name), said(name)
    wrong = {sign: (told[sign], state) for sign, state in site.static.items() if told[sign] != state}
    assert wrong == {}, site.danger
    verdicts = dict(pair.split("=") for pair in told["verdicts"].split(";") if pair)
    assert {item: verdicts.get(item) for item in site.verdicts} == site.verdicts


def test_nothing_is_called_missing_or_there_that_is_not() -> None:
    assert len(NAMES) >= 30
    false_missing, false_found, right, all_ = [], [], 0, 0
    for name in NAMES:
        site, told = Site(name), said(name)
        for sign, truth in site.truth.items():
            all_ += 1
            right += told[sign] == truth
            if told[sign] in MISSING and truth in GOOD:
                false_missing.append((name, sign))
            if told[sign] in GOOD and truth in MISSING:
                false_found.append((name, sign))
    print(f"static: {right}/{all_} right, {len(false_missing)} false missing, {len(false_found)} false found")
    assert (false_missing, false_found) == ([], [])
    assert right / all_ >= 0.9
