"""No two commands contradict each other: every gateway x need x PortOne version x platform, asked of each."""

import itertools
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, get_args

import pytest

from portone_guide.checklist.decide import checklist
from portone_guide.checklist.site import Site
from portone_guide.gateways import versions
from portone_guide.gateways.cautions import cautions
from portone_guide.gateways.fees import FeeSheet
from portone_guide.gateways.hosting import through_host
from portone_guide.gateways.support import SupportTable
from portone_guide.need_new_mid.answer import Change
from portone_guide.need_new_mid.decide import decide
from portone_guide.needs.carry_questions import Carried
from portone_guide.needs.questions import GATEWAY
from portone_guide.needs.reading import read
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.next_steps.case import Case, case_of
from portone_guide.next_steps.decide import next_steps
from portone_guide.next_steps.questions import NEXT_STEPS
from portone_guide.next_steps.wishes import Wishes
from portone_guide.rules.business_days import add_business_days
from portone_guide.rules.models.fields import PlatformId, PortOneVersion
from portone_guide.rules.vocabulary import methods_of
from portone_guide.select_pg.decide import select
from portone_guide.select_pg.fit import FitFinder
from portone_guide.select_pg.hurdles import hurdles
from portone_guide.select_pg.remarks import remarks
from support import CHECKED, shipped

BOOK = shipped()
GATEWAYS = tuple(BOOK.pg_methods.gateways)
VERSIONS: tuple[PortOneVersion | None, ...] = (None, *get_args(PortOneVersion))
PLATFORMS: tuple[PlatformId, ...] = get_args(PlatformId)
SPOKEN = {"portone_version", "easy_pay_contract", "platform", "goods", "industry", "refused_industry"}
"""Kinds of reasons against a gateway that every command tells, besides what no page says of platform or industry."""
SETTLED = {"condition", "amount_limit", "industry", "platform"}
"""Kinds of what is to be settled with a gateway."""


@pytest.fixture(autouse=True)
def one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """The support rows are indexed once, not for each of some ten thousand questions."""
    table = SupportTable(BOOK.pg_methods)
    monkeypatch.setattr(versions, "SupportTable", lambda file: table)


def asked_cells() -> Iterator[Need]:
    """Yield every need that some row is about, with and without its style."""
    for rows in BOOK.pg_methods.support.values():
        for row in rows:
            for method in row.methods:
                yield Need(row.type, method)
                if row.type != "one_time":
                    yield Need(row.type, method, row.style)


NEEDS = sorted(set(asked_cells()), key=str)
FEW = [need for need in NEEDS if need.style is None and need.method in {"card", "easy_pay:kakaopay", "sms", "mobile"}]


def requirements(*needs: Need, **said: Any) -> Requirements:
    return Requirements(
        methods=tuple(dict.fromkeys(need.part for need in needs)),
        styles=tuple((need.type, need.style) for need in needs if need.style),
        as_of=CHECKED,
        **said,
    )


def wishes(asked: Requirements, *gateways: str) -> Wishes:
    return Wishes(asked, read(NEXT_STEPS, {GATEWAY.id: list(gateways)}, BOOK), CHECKED, {})


@cache
def sheet(portone: PortOneVersion | None, platform: PlatformId | None) -> FeeSheet:
    return FeeSheet(BOOK, Requirements(portone=portone, platform=platform, as_of=CHECKED))


def told(case: Case) -> list[Reason]:
    return [caution.what for caution in cautions(BOOK, case.wishes.requirements, case.found)]


def agrees(gateway: str, asked: Requirements) -> None:
    """What select-pg says of one gateway is what next-steps says of it."""
    finder, needs = FitFinder(BOOK, asked), asked.needs()
    fits = finder.fits(gateway, needs)
    case = case_of(BOOK, wishes(asked, gateway))
    carrier, said = case.carriers[gateway], told(case)
    where = (gateway, [need.key for need in needs], asked.portone, asked.platform)
    if not fits:
        assert "portone_version.none" in {reason.code for reason in said}, where
        return
    mismatch = [reason for need in needs if (reason := finder.contract_mismatch(gateway, need))]
    assert set(mismatch) <= set(said), where
    if not mismatch:
        assert carrier.version == fits[0].version, where
        assert carrier.needs == fits[0].covered, where
        if carrier.needs:
            assert tuple(use.module for use in carrier.modules) == fits[0].modules, where
        else:
            assert {use.module for use in carrier.modules} <= set(finder.payment_modules(gateway)), where
        assert fits[0].complete == ("unsupported" not in {reason.code for reason in said}), where
    against = list(hurdles(BOOK, asked, sheet(asked.portone, asked.platform), gateway))
    shared = [
        reason
        for reason in against
        if reason.kind in SPOKEN or reason.code.startswith(("unknown.platform", "unknown.industry"))
    ]
    if fits[0].complete:
        assert set(shared) <= set(said), where
        assert {reason for reason in said if "platform" in reason.code and reason.code != "platform.note"} == {
            reason for reason in shared if "platform" in reason.code
        }, where
    share = asked.asking(carrier.needs) if carrier.needs and carrier.needs != needs else asked
    settled = [reason for reason in remarks(BOOK, share, gateway) if reason.kind in SETTLED]
    assert settled == [reason for reason in said if reason.kind in SETTLED and reason not in shared], where


@pytest.mark.parametrize("portone", VERSIONS)
def test_every_need_of_every_gateway_in_every_version(portone: PortOneVersion | None) -> None:
    for gateway, need in itertools.product(GATEWAYS, NEEDS):
        agrees(gateway, requirements(need, portone=portone))


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_gateway_on_every_platform(platform: PlatformId) -> None:
    for gateway, need, portone in itertools.product(GATEWAYS, FEW, VERSIONS):
        agrees(gateway, requirements(need, portone=portone, platform=platform))


@pytest.mark.parametrize("industry", BOOK.industries.industries)
def test_every_gateway_in_every_industry(industry: str) -> None:
    for gateway, need in itertools.product(GATEWAYS, FEW):
        agrees(gateway, requirements(need, industries=(industry,)))


def test_several_needs_and_wishes_at_once() -> None:
    for pair in itertools.combinations(FEW, 2):
        contracts = ("direct", "via_gateway") if any(need.brand for need in pair) else ("any",)
        for gateway, contract in itertools.product(GATEWAYS, contracts):
            agrees(gateway, requirements(*pair, easy_pay_contract=contract, goods="digital"))


@pytest.mark.parametrize("usd_krw", [None, Decimal(1400)])
def test_every_gateway_with_a_payment_above_every_limit(usd_krw: Decimal | None) -> None:
    met = False
    for gateway, need in itertools.product(GATEWAYS, [*FEW, Need("overseas", "card"), Need("overseas", "alipay_plus")]):
        asked = requirements(need, largest_payment=10**12, usd_krw=usd_krw, goods="digital", business="sole")
        agrees(gateway, asked)
        met |= any(reason.kind == "amount_limit" for reason in told(case_of(BOOK, wishes(asked, gateway))))
    assert met


def test_a_set_is_used_as_it_was_offered() -> None:
    for pair in itertools.combinations(FEW, 2):
        asked = requirements(*pair)
        for offered in select(BOOK, asked).combinations:
            carries = tuple(Carried(gateway, need.part, need.style) for need, gateway in offered.assignment)
            case = case_of(BOOK, wishes(asked._replace(carries=carries), *offered.gateways))
            where = (offered.gateways, [need.key for need in pair])
            assert case.versions == (offered.version,), where
            assert "unsupported" not in {reason.code for reason in told(case)}, where
            assert {need: name for name in case.gateways for need in case.shares[name]} == dict(offered.assignment), (
                where
            )
            assert case.gateways == offered.gateways, where
            for share in case.found.of.values():
                used = {name for _, finding in share.findings for name in finding.conflicts}
                assert used <= {*offered.conflicts, *offered.details}, where


@pytest.mark.parametrize("industry", [None, *BOOK.industries.industries])
def test_the_checklist_warns_of_what_rules_a_gateway_out(industry: str | None) -> None:
    for platform, gateway, need in itertools.product(("shopify", "self"), GATEWAYS, FEW):
        asked = requirements(need, platform=platform, industries=(industry,) if industry else ())
        told = {entry.what for entry in checklist(BOOK, Site(asked, (gateway,)), {}).cautions}
        hindering = list(hurdles(BOOK, asked, sheet(None, platform), gateway))
        for reason in hindering:
            unknown = reason.code.startswith(("unknown.platform", "unknown.industry"))
            if unknown or reason.kind in {"platform", "industry"}:
                assert reason in told, (gateway, need.key, platform)
        if not any(hindering):
            assert set(remarks(BOOK, asked, gateway)) <= told, (gateway, need.key, platform)
        refused = industry is not None and BOOK.industries.industries[industry].status == "refused"
        assert refused == any(reason.kind == "refused_industry" for reason in told)


@pytest.mark.parametrize("case", [name for name, case in BOOK.merchant_ids.cases.items() if case.types])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_merchant_id_is_asked_for_only_where_what_is_added_can_be_had(case: str, platform: PlatformId) -> None:
    """need-new-mid refuses what select-pg refuses, and asks where select-pg asks."""
    added = BOOK.merchant_ids.cases[case]
    needs = [
        need
        for kind in added.types
        for method in added.methods or methods_of(kind, BOOK.pg_methods)
        if (need := Need(kind, method)).brand or case != "add_easy_pay"
    ]
    for gateway, portone in itertools.product(GATEWAYS, VERSIONS):
        shop = requirements(portone=portone, platform=platform)
        [told] = decide(BOOK, Change(gateway, (case,)), shop).cases
        where = (gateway, case, portone, platform)
        found = [alone(gateway, need, portone, platform) for need in needs]
        if host := through_host(BOOK, platform):
            assert (told.verdict, told.lacking) == ("through_host", host.why), where
        elif any(not reasons for reasons in found):
            assert told.lacking is None, where
        elif told.row is None or told.general or told.lacking:
            known = all(any(reason.kind != "unknown" for reason in reasons) for reasons in found)
            assert told.verdict == ("not_offered" if known else "ask_gateway"), where
        else:  # the gateway's own page speaks of adding it, and no list knows it of any version or platform
            assert told.row.verdict == told.verdict, where
            assert not any(alone(gateway, need, None, None) == () for need in needs), where


@cache
def alone(gateway: str, need: Need, portone: PortOneVersion | None, platform: PlatformId | None) -> tuple[Reason, ...]:
    """Return why select-pg leaves a gateway out for one need; none: it carries it."""
    asked = requirements(need, portone=portone, platform=platform)
    finder = FitFinder(BOOK, asked)
    fits = finder.fits(gateway, (need,))
    if not fits:
        return (because("portone_version.none"),)
    return (*hurdles(BOOK, asked, sheet(portone, platform), gateway), *finder.gaps(fits))


def test_a_hosted_shop_has_no_road_with_any_gateway() -> None:
    for platform in PLATFORMS:
        host = through_host(BOOK, platform)
        for gateway in GATEWAYS:
            asked = requirements(Need("one_time", "card"), platform=platform)
            against = hurdles(BOOK, asked, sheet(None, platform), gateway)
            assert ((host.why if host else None) in list(against)) == bool(host)
            if host:
                answer = next_steps(BOOK, wishes(asked, gateway), add_business_days)
                assert (answer.host, answer.steps, answer.channels, answer.contracts) == (host, (), (), {})
    assert through_host(BOOK, "builder")


def test_a_plugin_has_its_version_everywhere() -> None:
    for platform, facts in BOOK.terms.platforms.items():
        for gateway in GATEWAYS if facts.portone else ():
            case = case_of(BOOK, wishes(requirements(platform=platform), gateway))
            assert set(case.versions) <= set(facts.portone or ()), (platform, gateway)
    assert BOOK.terms.platforms["wordpress"].portone == ("v1",)


@pytest.mark.parametrize("sales", [1_000_000, 12_345_678])
def test_what_is_kept_back_is_the_same_everywhere(sales: int) -> None:
    for gateway in BOOK.fees.holds:
        asked = requirements(Need("overseas", "card"), sales={("overseas", "card"): sales})
        [held] = FeeSheet(BOOK, asked).holds(gateway, asked.needs())
        said = read(NEXT_STEPS, {GATEWAY.id: [gateway], "monthly_sales": str(sales)}, BOOK)
        answer = next_steps(BOOK, Wishes(asked, said, CHECKED, {}), add_business_days)
        assert (held.monthly, held.most) == (answer.reserves[gateway].monthly, answer.reserves[gateway].most)
