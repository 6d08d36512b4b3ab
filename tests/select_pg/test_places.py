"""Industries and platforms take away, need by need; a set of contracts may use a gateway for what is left."""

import itertools

import pytest

from portone_guide.gateways.barriers import barriers
from portone_guide.gateways.hosting import PlatformTable
from portone_guide.gateways.industries import not_for_industry
from portone_guide.needs.amounts import Part
from portone_guide.needs.reason import Reason
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.models.fields import PlatformId
from portone_guide.select_pg.decide import select
from portone_guide.select_pg.fit import FitFinder
from support import CHECKED, shipped

BOOK = shipped()
ASKED: tuple[tuple[Part, ...], ...] = (
    (("one_time", "card"),),
    (("billing", "card"),),
    (("key_in", "card"),),
    (("overseas", "alipay"),),
    (("one_time", "card"), ("one_time", "easy_pay:kakaopay"), ("identity", "sms")),
)
PLATFORMS: tuple[PlatformId, ...] = ("wordpress", "shopify", "builder")


def qualified(answers: Requirements) -> set[str]:
    return {entry.gateway for entry in select(BOOK, answers).qualified}


@pytest.mark.parametrize("methods", ASKED)
def test_neither_a_platform_nor_an_industry_ever_adds_a_gateway(methods: tuple[Part, ...]) -> None:
    plain = Requirements(methods=methods, as_of=CHECKED)
    alone = qualified(plain)
    for platform in PLATFORMS:
        assert qualified(plain._replace(platform=platform)) <= alone, platform
    for industry in ("point_charging", "brokerage", "alcohol", "variable_amount", "gift_certificate_sales"):
        assert qualified(plain._replace(industries=(industry,))) <= alone, industry


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_set_gives_nobody_what_the_platform_does_not_take_from_it(platform: PlatformId) -> None:
    for methods in ASKED:
        answers = Requirements(
            methods=methods, platform=platform, easy_pay_contract="direct", industries=(), as_of=CHECKED
        )
        for entry in select(BOOK, answers).combinations:
            assert entry.version in (BOOK.terms.platforms[platform].portone or ("v1", "v2"))
            for need, gateway in entry.assignment:
                assert not list(barriers(BOOK, answers, gateway, (need,))), (platform, need.key, gateway)


def test_a_need_without_a_style_is_judged_in_the_style_that_the_platform_takes() -> None:
    for platform, (name, facts) in itertools.product(PLATFORMS, BOOK.pg_methods.gateways.items()):
        answers = Requirements(platform=platform, as_of=CHECKED)
        for need in (Need("billing", "card"), Need("key_in", "card")):
            taken = PlatformTable(BOOK, answers).find(name, need)
            if isinstance(taken, Reason) or len(taken.styles) != 1:
                continue
            finder = FitFinder(BOOK, answers)
            for mine, other in zip(
                finder.fits(name, [need]), finder.fits(name, [need._replace(style=taken.styles[0])]), strict=True
            ):
                assert mine.complete == other.complete, (platform, facts.name, need.key)


def test_what_is_excluded_for_one_need_leaves_the_gateway_for_another() -> None:
    # high-risk-industry 4: 스마트로(정기결제 방식 미지원).
    answers = Requirements(industries=("brokerage",), as_of=CHECKED)
    assert not list(barriers(BOOK, answers, "smartro", (Need("one_time", "card"),)))
    assert [reason.kind for reason in barriers(BOOK, answers, "smartro", (Need("billing", "card"),))] == ["industry"]


def test_identity_verification_is_no_payment_that_an_industry_lists() -> None:
    # point-service lists payment methods only.
    answers = Requirements(industries=("point_charging",), as_of=CHECKED)
    assert not list(not_for_industry(BOOK, answers, "danal", Need("identity", "sms")))
    # identity-verification: PASS inside 통합인증 is not for sites that sell alcohol.
    drinks = Requirements(industries=("alcohol",), as_of=CHECKED)
    assert list(not_for_industry(BOOK, drinks, "inicis", Need("identity", "pass")))
    assert not list(not_for_industry(BOOK, drinks, "inicis", Need("identity", "integrated")))
