"""No two commands contradict each other: every gateway x need x PortOne version x platform, asked of each."""

import itertools
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pytest

from portone_guide.checklist.cautions import cautions as cautions_of
from portone_guide.gateways import versions
from portone_guide.gateways.fees import FeeSheet
from portone_guide.gateways.hosting import through_host
from portone_guide.gateways.merchant_site import Site
from portone_guide.gateways.support import SupportTable
from portone_guide.need_new_mid.answer import Change
from portone_guide.need_new_mid.decide import decide
from portone_guide.needs.questions import GATEWAY
from portone_guide.needs.reading import read
from portone_guide.needs.reason import Reason
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.next_steps.case import Case, case_of
from portone_guide.next_steps.decide import next_steps
from portone_guide.next_steps.doubts import cautions
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
    return [caution.what for caution in cautions(case)]


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
        assert {reason for reason in said if "platform" in reason.code} == {
            reason for reason in shared if "platform" in reason.code
        }, where
    conditions = [reason for reason in remarks(BOOK, asked, gateway) if reason.kind == "condition"]
    assert conditions == [reason for reason in said if reason.kind == "condition"], where


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


def test_a_set_is_used_as_it_was_offered() -> None:
    for pair in itertools.combinations(FEW, 2):
        asked = requirements(*pair)
        for offered in select(BOOK, asked).combinations:
            case = case_of(BOOK, wishes(asked, *offered.gateways))
            where = (offered.gateways, [need.key for need in pair])
            # where its pages disagree, a set is offered in the newer version, and used in the surer one
            assert len(case.versions) == 1, where
            assert offered.confidence == "disputed" or case.versions == (offered.version,), where
            assert "unsupported" not in {reason.code for reason in told(case)}, where
            carried = {need for carrier in case.carriers.values() for need in carrier.needs}
            assert carried == set(asked.needs()), where


@pytest.mark.parametrize("industry", [None, *BOOK.industries.industries])
def test_the_checklist_warns_of_what_rules_a_gateway_out(industry: str | None) -> None:
    for platform, gateway, need in itertools.product(("shopify", "self"), GATEWAYS, FEW):
        asked = requirements(need, platform=platform, industries=(industry,) if industry else ())
        site = Site(
            platform=platform,
            industries=frozenset(asked.industries),
            gateways=frozenset({gateway}),
            needs=asked.needs(),
        )
        told = {entry.what for entry in cautions_of(BOOK, site)}
        for reason in hurdles(BOOK, asked, sheet(None, platform), gateway):
            unknown = reason.code.startswith(("unknown.platform", "unknown.industry"))
            if unknown or reason.kind in {"platform", "industry"}:
                assert reason in told, (gateway, need.key, platform)
        refused = industry is not None and BOOK.industries.industries[industry].status == "refused"
        assert refused == any(reason.kind == "refused_industry" for reason in told)


@pytest.mark.parametrize("case", [name for name, case in BOOK.merchant_ids.cases.items() if case.types])
def test_a_merchant_id_is_asked_for_only_where_what_is_added_can_be_had(case: str) -> None:
    added = BOOK.merchant_ids.cases[case]
    needs = [
        Need(kind, method) for kind in added.types for method in added.methods or methods_of(kind, BOOK.pg_methods)
    ]
    finder = FitFinder(BOOK, requirements())
    for gateway in GATEWAYS:
        found = [finding for need in needs for fit in finder.fits(gateway, (need,)) for _, finding in fit.findings]
        supported = {finding.supported for finding in found}
        [told] = decide(BOOK, Change(gateway, (case,))).cases
        if "yes" in supported:
            assert told.lacking is None, gateway
        elif told.row is None or told.general or told.lacking:
            assert told.verdict == ("not_offered" if supported == {"no"} else "ask_gateway"), gateway
        else:  # the gateway's own page speaks of adding it
            assert told.verdict == "ask_gateway", gateway


def test_a_hosted_shop_has_no_road_with_any_gateway() -> None:
    for platform in PLATFORMS:
        host = through_host(BOOK, platform)
        for gateway in GATEWAYS:
            asked = requirements(Need("one_time", "card"), platform=platform)
            against = hurdles(BOOK, asked, sheet(None, platform), gateway)
            assert (host in list(against)) == bool(host)
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
