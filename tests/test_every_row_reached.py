"""Every row of the rule files about gateways is reached: no fact stands there that no question ever meets."""

import itertools
import json
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Any, get_args

from portone_guide.gateways.barriers import barriers
from portone_guide.gateways.fees import FeeSheet
from portone_guide.gateways.support import SupportTable
from portone_guide.needs.reason import Reason
from portone_guide.needs.requirements import Need, Part, Requirements
from portone_guide.rules.models.fee_key import TIERS, FeeKey
from portone_guide.rules.models.fields import Goods, PaymentType
from portone_guide.rules.models.scope import Scope
from portone_guide.rules.vocabulary import methods_of
from portone_guide.select_pg.fit import FitFinder
from portone_guide.select_pg.hurdles import hurdles
from portone_guide.select_pg.remarks import remarks
from portone_guide.select_pg.warnings import portone_plan, warnings
from portone_guide.select_pg.words import text_of
from support import CHECKED, run, shipped

BOOK = shipped()
METHODS = BOOK.pg_methods
TABLE = SupportTable(METHODS)
ALL_PARTS: tuple[Part, ...] = tuple(
    (kind, method) for kind in get_args(PaymentType) for method in methods_of(kind, METHODS)
)
GOODS: tuple[Goods | None, ...] = (None, *get_args(Goods))


def test_every_support_row_is_what_its_cell_answers() -> None:
    cells = 0
    for module, rows in METHODS.support.items():
        gateway = METHODS.modules[module].gateway
        assert any(module in team for team in TABLE.teams(gateway)), f"{module} stands in no team"
        for row in rows:
            for version, method in itertools.product(row.portone, row.methods):
                found = TABLE.find(module, version, Need(row.type, method, row.style))
                where = (module, version, row.type, row.style, method)
                assert (found.supported, found.module) == (row.supported, module), where
                assert found.sources == row.sources, where
                noted = (row.note,) if row.note and method in (row.note_for or row.methods) else ()
                assert found.notes == noted, where
                assert row.conflict is None or row.conflict in found.conflicts, where
                cells += 1
    assert cells == sum(len(row.portone) * len(row.methods) for rows in METHODS.support.values() for row in rows), (
        "a cell stands in two rows"
    )


def test_every_support_row_is_shown_whole() -> None:
    for gateway in METHODS.gateways:
        for module in json.loads(run("rules", "show", gateway, "--json").out)["modules"]:
            rows = METHODS.support[module["id"]]
            assert [row["direct_call"] for row in module["support"]] == [row.direct_call for row in rows]


def test_every_supported_cell_lets_its_gateway_carry_the_need() -> None:
    """Asked for alone, in its PortOne version, a supported cell makes its gateway fit."""
    unreached = []
    for module, rows in METHODS.support.items():
        for row in rows:
            for version, method in itertools.product(row.portone, row.methods):
                if row.supported != "yes":
                    continue
                need = Need(row.type, method, row.style if row.type != "one_time" else None)
                finder = FitFinder(BOOK, Requirements(portone=version))
                if not finder.fits(METHODS.modules[module].gateway, [need])[0].complete:
                    unreached.append((module, version, need.key))
    assert unreached == []


def sheets() -> Iterator[FeeSheet]:
    for tier, goods, platform in itertools.product((*TIERS, None), GOODS, (None, "app")):
        yield FeeSheet(BOOK, Requirements(tier=tier, goods=goods, platform=platform, as_of=CHECKED))


class Asked(FeeSheet):
    """A fee sheet that notes what is looked up in it."""

    asked: set[tuple[str, str]]

    def quote(self, gateway: str, key: FeeKey) -> Any:
        self.asked.add((gateway, str(key)))
        return super().quote(gateway, key)


def test_every_fee_is_quoted_for_some_need() -> None:
    Asked.asked = set()
    for tier, goods, platform in itertools.product((*TIERS, None), GOODS, (None, "app")):
        sheet = Asked(BOOK, Requirements(tier=tier, goods=goods, platform=platform, as_of=CHECKED))
        for gateway in METHODS.gateways:
            for part in ALL_PARTS:
                sheet.pricing(gateway, Need(*part))
                if goods is None and tier is None:
                    sheet.signup_fee(gateway, [Need(*part)])
    listed = {(gateway, key) for gateway, blocks in BOOK.fees.fees.items() for block in blocks for key in block.rates}
    assert listed - Asked.asked == set()


def test_every_fee_block_holds_from_its_day_and_not_before() -> None:
    for gateway, blocks in BOOK.fees.fees.items():
        first: set[str] = set()
        for block in blocks:
            on, before = (
                FeeSheet(BOOK, Requirements(as_of=day)) for day in (block.from_, block.from_ - timedelta(days=1))
            )
            for key, quote in block.rates.items():
                assert on.quote(gateway, FeeKey.parse(key)) == (quote, block.source), (gateway, key, block.from_)
                if key not in first:
                    assert before.quote(gateway, FeeKey.parse(key)) == ((), None), (gateway, key, block.from_)
                first.add(key)


def test_every_package_plan_row_and_surcharge_is_told() -> None:
    sheet = FeeSheet(BOOK, Requirements(tier="general", as_of=CHECKED))
    for gateway, packages in BOOK.fees.packages.items():
        for package in packages:
            told = sheet.pricing(gateway, Need("identity", package.method)).remarks
            assert any(text_of(line).startswith(f"{package.name}:") for line in told), (gateway, package.name)
    card: Part = ("one_time", "card")
    for row in BOOK.fees.portone_plan:
        answers = Requirements(methods=(card,), sales={card: row.volume_from}, as_of=CHECKED)
        assert portone_plan(BOOK, answers, answers.needs()) == row.monthly
    for extra in BOOK.fees.surcharges:
        need = Need("one_time", f"easy_pay:{extra.easy_pay}")
        told = [sheet.pricing(gateway, need) for gateway in METHODS.gateways]
        assert any(extra.source in pricing.sources for pricing in told), extra.easy_pay


def test_every_disputed_fee_is_marked_where_it_is_quoted() -> None:
    told = {
        (gateway, conflict)
        for sheet in sheets()
        for gateway in BOOK.fees.disputed
        for part in ALL_PARTS
        for conflict in sheet.pricing(gateway, Need(*part)).conflicts
    }
    listed = {(gateway, conflict) for gateway, keys in BOOK.fees.disputed.items() for conflict in keys.values()}
    assert listed - told == set()


@cache
def carried(gateway: str) -> tuple[Part, ...]:
    """What a gateway supports in some PortOne version."""
    finder = FitFinder(BOOK, Requirements())
    return tuple(part for part in ALL_PARTS if finder.fits(gateway, [Need(*part)])[0].complete)


def told(answers: Requirements, gateway: str) -> list[Reason]:
    """What the answer says of a gateway besides its payment methods."""
    sheet = FeeSheet(BOOK, answers)
    return [*hurdles(BOOK, answers, sheet, gateway), *remarks(BOOK, answers, gateway)]


def warned(answers: Requirements) -> str:
    found = warnings(BOOK, answers, answers.needs(), FeeSheet(BOOK, answers), ())
    return "\n".join(text_of(reason) for reason in found)


def test_a_gateway_that_carries_nothing_is_one_of_which_nothing_is_known() -> None:
    for gateway in METHODS.gateways:
        if not carried(gateway):
            rows = [row for name in TABLE.modules_of[gateway] for row in METHODS.support[name]]
            assert {row.supported for row in rows} == {"unknown"}, gateway


def barred(answers: Requirements, gateway: str, kind: PaymentType, method: str) -> set[str]:
    """The kinds of reasons why a merchant can't have a need of a gateway, or is not known to."""
    return {reason.kind for reason in barriers(BOOK, answers, gateway, (Need(kind, method),))}


def test_every_industry_and_every_reviewer_is_told() -> None:
    for name, industry in BOOK.industries.industries.items():
        answers = Requirements(methods=(("one_time", "card"),), industries=(name,), as_of=CHECKED)
        said = warned(answers)
        assert industry.why in said, name
        assert industry.advice is None or industry.advice in said, name
        assert all(way.text in said for way in BOOK.industries.ways_out), name
        for row in industry.gateways:
            asked = answers._replace(methods=carried(row.gateway))
            found = [reason for reason in told(asked, row.gateway) if text_of(reason).startswith(f"{industry.name}:")]
            assert found, (name, row.gateway)
            sources = {source for reason in found for source in reason.sources}
            assert (row.source or industry.source) in sources, (name, row.gateway)
            if row.condition:
                assert any(row.condition in text_of(reason) for reason in found), (name, row.gateway)
            for kind, method in itertools.product(row.types or ("one_time",), row.methods):
                assert not barred(asked, row.gateway, kind, method), (name, row.gateway, method)
        for rule in industry.excludes:
            for gateway, kind in itertools.product(rule.gateways or METHODS.gateways, rule.types or ("one_time",)):
                methods = rule.methods or (
                    ("easy_pay:kakaopay",) if rule.easy_pay else tuple(methods_of(kind, METHODS))
                )
                for method in methods:
                    assert "industry" in barred(answers, gateway, kind, method), (name, gateway, kind, method)
            barriers = {reason.kind for reason in hurdles(BOOK, asked, FeeSheet(BOOK, asked), row.gateway)}
            refused = industry.status == "refused" or row.accepts == "no"
            if not any(not rule.gateways or row.gateway in rule.gateways for rule in industry.excludes):
                assert ("refused_industry" in barriers or "industry" in barriers) == refused, (name, row.gateway)


def test_every_condition_is_told_to_those_it_concerns_and_to_no_one_else() -> None:
    for gateway, conditions in BOOK.terms.conditions.items():
        for condition in conditions:
            asking = Requirements(
                methods=carried(gateway),
                industries=condition.industries,
                goods=condition.goods,
                platform=condition.platform,
                as_of=CHECKED,
            )
            assert condition.text in {text_of(reason) for reason in remarks(BOOK, asking, gateway)}, condition.text
            if condition.goods:
                other = asking._replace(goods="digital" if condition.goods == "physical" else "physical")
                assert condition.text not in {text_of(reason) for reason in remarks(BOOK, other, gateway)}
            if condition.platform:
                other = asking._replace(platform="self" if condition.platform != "self" else "app")
                assert condition.text not in {text_of(reason) for reason in remarks(BOOK, other, gateway)}
            if condition.industries:
                other = asking._replace(industries=())
                assert condition.text not in {text_of(reason) for reason in remarks(BOOK, other, gateway)}
            if condition.only_business:
                other = asking._replace(business="sole" if condition.only_business == "corporation" else "corporation")
                barriers = hurdles(BOOK, other, FeeSheet(BOOK, other), gateway)
                assert (condition.text, "business") in {(text_of(reason), reason.kind) for reason in barriers}
            if condition.only_goods:
                wrong = asking._replace(goods="digital" if condition.only_goods == "physical" else "physical")
                barriers = hurdles(BOOK, wrong, FeeSheet(BOOK, wrong), gateway)
                assert (condition.text, "goods") in {(text_of(reason), reason.kind) for reason in barriers}


def test_every_maximum_is_told_above_it_and_not_at_it() -> None:
    for gateway, limits in BOOK.terms.amount_limits.items():
        for limit in limits:
            if limit.maximum is None:
                continue
            part = next(part for part in ALL_PARTS if part[1] == limit.method)
            for payment, over in (
                (limit.maximum - 1, False),
                (limit.maximum, limit.maximum_excluded),
                (limit.maximum + 1, True),
            ):
                answers = Requirements(methods=(part,), largest_payment=payment, as_of=CHECKED)
                met = [reason for reason in remarks(BOOK, answers, gateway) if reason.kind == "amount_limit"]
                found = [reason for reason in met if ("limit", limit) in reason.facts]
                assert bool(found) == over, (gateway, limit.method, payment)
                assert all(f"{limit.maximum:,}원" in text_of(reason) for reason in found)


def test_every_minimum_is_told_below_it_and_not_at_it() -> None:
    for gateway, limits in BOOK.terms.amount_limits.items():
        for limit in limits:
            if limit.minimum is None:
                continue
            part = next(part for part in ALL_PARTS if part[1] == limit.method and part[0] in limit.types)
            for payment, under in ((limit.minimum - 1, True), (limit.minimum, False)):
                answers = Requirements(methods=(part,), smallest_payment=payment, as_of=CHECKED)
                met = [reason for reason in remarks(BOOK, answers, gateway) if reason.kind == "amount_limit"]
                found = [reason for reason in met if ("limit", limit) in reason.facts]
                assert bool(found) == under, (gateway, limit.method, payment)
                assert all(f"{limit.minimum:,}원" in text_of(reason) for reason in found)


def _concerned(scope: Scope) -> tuple[PaymentType, str]:
    """Return a payment that a scope is about."""
    kind = "identity" if scope.identity_only else next(iter(scope.types), "one_time")
    return kind, next(iter(scope.methods or methods_of(kind, METHODS)))


def test_every_platform_row_is_told() -> None:
    for name, platform in BOOK.terms.platforms.items():
        answers = Requirements(methods=(("one_time", "card"),), platform=name, as_of=CHECKED)
        said = warned(answers)
        assert all(note.text in said for note in (*platform.at_builder, *platform.by_portone)), name
        for note in platform.notes:
            assert note.text in warned(answers._replace(methods=(_concerned(note.scope),))), (name, note.text)
        if platform.portone:
            assert set(FitFinder(BOOK, answers).versions()) == set(platform.portone)
        if platform.through_host_only:
            for gateway in METHODS.gateways:
                assert "platform" in {reason.kind for reason in told(answers, gateway)}
        for row in platform.gateways or ():
            methods = row.methods or tuple(method for kind, method in carried(row.gateway) if kind in row.types)
            parts = [(kind, method) for kind in row.types for method in methods if method in methods_of(kind, METHODS)]
            assert parts, (name, row.gateway)
            for kind, method in parts:
                asked = answers._replace(methods=((kind, method),))
                assert not barred(asked, row.gateway, kind, method), (name, row.gateway, kind, method)
                assert not list(hurdles(BOOK, asked, FeeSheet(BOOK, asked), row.gateway))
                found = told(asked, row.gateway)
                assert row.note is None or any(row.note in text_of(reason) for reason in found), (name, row.gateway)
                conflicts = {conflict for reason in found for conflict in reason.conflicts}
                assert row.conflict is None or row.conflict in conflicts, (name, row.gateway)
        for offer in platform.every_gateway:
            for gateway, kind, method in itertools.product(METHODS.gateways, offer.types, offer.methods):
                assert not barred(answers, gateway, kind, method), (name, gateway)
        for lack in platform.lacks:
            for gateway, kind in itertools.product(METHODS.gateways, lack.types):
                assert "platform" in barred(answers, gateway, kind, next(iter(methods_of(kind, METHODS)))), name


def test_every_quick_opening_is_told() -> None:
    answers = Requirements(methods=(("one_time", "card"),), open_before_review=True, as_of=CHECKED)
    said = warned(answers)
    assert all(note.text in said for note in BOOK.terms.quick_opening_excludes)
    assert all(note.text in said for note in BOOK.terms.quick_opening_notes)
    for gateway in METHODS.gateways:
        barriers = {reason.kind for reason in hurdles(BOOK, answers, FeeSheet(BOOK, answers), gateway)}
        assert ("open_before_review" in barriers) == (gateway not in BOOK.terms.quick_opening)
    for gateway, opening in BOOK.terms.quick_opening.items():
        texts = " ".join(text_of(reason) for reason in remarks(BOOK, answers, gateway))
        assert opening.available_from in texts
        assert opening.condition is None or opening.condition in texts


def test_every_conflict_is_told_with_both_sides() -> None:
    ended = run("rules", "conflicts", "--json")
    assert ended.code == 0
    shown = {row["id"]: row for row in json.loads(ended.out)["conflicts"]}
    assert list(shown) == list(BOOK.conflicts.conflicts)
    for name, conflict in BOOK.conflicts.conflicts.items():
        assert [claim["says"] for claim in shown[name]["claims"]] == [claim.says for claim in conflict.claims]


def test_every_fact_of_a_gateway_is_shown_somewhere() -> None:
    """Rows that rule nothing out and cost nothing (least amounts, contacts, notes) show in the gateway's own page."""
    for gateway, facts in METHODS.gateways.items():
        ended = run("rules", "show", gateway, "--json")
        assert ended.code == 0
        texts = set(strings(json.loads(ended.out)))
        wanted = {note.text for name in TABLE.modules_of[gateway] for note in METHODS.module_notes.get(name, ())}
        wanted |= {contact.value for contact in facts.contacts}
        wanted |= {condition.text for condition in BOOK.terms.conditions.get(gateway, ())}
        for limit in BOOK.terms.amount_limits.get(gateway, ()):
            wanted |= {str(won) for won in (limit.minimum, limit.maximum) if won is not None}
            wanted |= {limit.note} if limit.note else set()
        wanted |= {row.note for name in TABLE.modules_of[gateway] for row in METHODS.support[name] if row.note}
        assert wanted - texts == set(), gateway


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    else:
        yield str(value)


def test_every_source_is_an_address_and_is_listed() -> None:
    """That each is used by some fact is held by the loader itself: an idle source is a broken rule file."""
    ended = run("rules", "sources", "--json")
    assert ended.code == 0
    addresses = set(strings(json.loads(ended.out)))
    for name, source in BOOK.sources.sources.items():
        assert source.url.startswith("https://"), name
        assert source.url in addresses, name
