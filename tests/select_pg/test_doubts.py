"""Every doubt counts: a gateway that fits on pages that disagree, about whatever it is, is disputed and says which."""

import itertools
from typing import get_args

import pytest

from portone_guide.needs.requirements import Requirements
from portone_guide.rules.models.fields import PlatformId
from portone_guide.select_pg.answer import Selection
from portone_guide.select_pg.decide import select
from support import CHECKED, shipped

BOOK = shipped()
BRANDS = [("one_time", f"easy_pay:{name}") for name in BOOK.pg_methods.easy_pays]
CARD = ("one_time", "card")


def check(selection: Selection) -> None:
    for entry in selection.qualified:
        doubts = {name for reason in entry.reasons for name in reason.conflicts}
        for name in selection.requirements.industries:
            doubts.update(BOOK.industries.industries[name].conflicts_for(entry.gateway))
        platform = BOOK.terms.platforms.get(selection.requirements.platform or "self")
        for row in (platform.gateways if platform else None) or ():
            if row.gateway == entry.gateway:
                doubts.update(row.disputed[need.method] for need in selection.needs if need.method in row.disputed)
        assert doubts <= set(entry.conflicts), entry.gateway
        assert not doubts or entry.confidence == "disputed", entry.gateway
        assert entry.conflicts or entry.confidence == "confirmed", entry.gateway


@pytest.mark.parametrize("industry", BOOK.industries.industries)
def test_an_industry_of_which_pages_disagree_makes_the_gateway_disputed(industry: str) -> None:
    for part in (CARD, ("one_time", "easy_pay:kakaopay"), ("one_time", "easy_pay:naverpay")):
        check(select(BOOK, Requirements(methods=(part,), industries=(industry,), as_of=CHECKED)))


@pytest.mark.parametrize("platform", get_args(PlatformId))
def test_a_platform_of_which_pages_disagree_makes_the_gateway_disputed(platform: PlatformId) -> None:
    for part in (CARD, ("overseas", "card"), *BRANDS):
        check(select(BOOK, Requirements(methods=(part,), platform=platform, as_of=CHECKED)))


def test_both_kinds_of_doubt_are_met_in_the_shipped_files() -> None:
    """Else the two tests above hold for nothing."""
    assert any(row.disputed for platform in BOOK.terms.platforms.values() for row in platform.gateways or ())
    met = {
        entry.confidence
        for name, part in itertools.product(["point_charging", "alcohol"], [CARD])
        for entry in select(BOOK, Requirements(methods=(part,), industries=(name,), as_of=CHECKED)).qualified
    }
    assert met == {"confirmed", "disputed"}
