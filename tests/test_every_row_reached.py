"""Every row of the shipped rule files is reached by some question: nothing stands there unread."""

from datetime import date
from itertools import product
from typing import Any

import pytest

from portone_guide.advice.fees import FeeSheet
from portone_guide.advice.hurdles import hurdles, remarks
from portone_guide.advice.requirements import Need, Requirements
from portone_guide.advice.support import SupportTable
from portone_guide.advice.warnings import portone_plan, warnings
from support import CHECKED, shipped

BOOK = shipped()
TABLE = SupportTable(BOOK.pg_methods)
CARD: Any = (("one_time", "card"),)


@pytest.mark.parametrize("module", list(BOOK.pg_methods.support))
def test_every_support_row_is_what_a_need_finds(module: str) -> None:
    for row in BOOK.pg_methods.support[module]:
        for version, method in product(row.portone, row.methods):
            found = TABLE.find(module, version, Need(row.type, method, row.style))
            assert (found.supported, found.sources) == (row.supported, row.sources)
            assert row.conflict is None or row.conflict in found.conflicts
            assert row.note is None or row.note in found.notes


def every_need() -> set[Need]:
    return {
        Need(row.type, method, row.style)
        for rows in BOOK.pg_methods.support.values()
        for row in rows
        for method in row.methods
    }


def test_every_fee_is_quoted_on_its_day() -> None:
    for gateway, blocks in BOOK.fees.fees.items():
        for block in blocks:
            sheet = FeeSheet(BOOK, Requirements(as_of=block.from_))
            for key, quote in block.rates.items():
                assert sheet.quote(gateway, key) == (quote, block.source)


def test_every_fee_key_prices_some_need() -> None:
    asked: set[tuple[str, str]] = set()

    class Watched(FeeSheet):
        def quote(self, gateway: str, key: str) -> Any:
            asked.add((gateway, key))
            return super().quote(gateway, key)

    answers = [
        Requirements(as_of=CHECKED, goods=goods, platform=platform)
        for goods, platform in product(("physical", "digital", None), ("self", "app"))
    ]
    billed = [need._replace(type="billing") for need in every_need() if need.type == "one_time"]
    for sheet in (Watched(BOOK, one) for one in answers):
        for gateway in BOOK.fees.fees:
            for need in [*every_need(), *billed]:
                sheet.pricing(gateway, need)
                sheet.signup_fee(gateway, [need])
            overseas = [Need("overseas", method) for method in BOOK.pg_methods.overseas]
            for need in overseas:
                sheet.pricing(gateway, need)
                sheet.signup_fee(gateway, [need])
    written = {(g, key) for g, blocks in BOOK.fees.fees.items() for block in blocks for key in block.rates}
    assert written - asked == set()


def test_every_package_is_told() -> None:
    sheet = FeeSheet(BOOK, Requirements(as_of=CHECKED))
    for gateway, packages in BOOK.fees.packages.items():
        for package in packages:
            told = sheet.pricing(gateway, Need("identity", package.method)).remarks
            assert any(package.name in text and f"{package.price:,}" in text for text in told)


def test_every_plan_row_has_a_volume() -> None:
    for row in BOOK.fees.portone_plan:
        needs = Requirements(methods=CARD, sales={CARD[0]: row.volume_from}, as_of=CHECKED)
        assert portone_plan(BOOK, needs, needs.needs()) == row.monthly


def told(gateway: str, needs: Requirements) -> set[str]:
    sheet = FeeSheet(BOOK, needs)
    return {r.text for r in (*hurdles(BOOK, needs, sheet, gateway), *remarks(BOOK, needs, gateway))}


def test_every_industry_and_reviewer_is_told() -> None:
    for name, industry in BOOK.industries.industries.items():
        needs = Requirements(methods=CARD, industries=(name,), as_of=CHECKED)
        sheet = FeeSheet(BOOK, needs)
        alerts = {alert.text for alert in warnings(BOOK, needs, needs.needs(), sheet, [])}
        assert any(industry.name in text and industry.why in text for text in alerts)
        assert all(any(way.text in text for text in alerts) for way in BOOK.industries.ways_out)
        for reviewer in industry.gateways:
            assert any(
                industry.name in text and (reviewer.condition or "") in text for text in told(reviewer.gateway, needs)
            )


def test_every_condition_is_told_to_somebody() -> None:
    for gateway, rules in BOOK.terms.conditions.items():
        for rule in rules:
            types = [name for name in rule.concerns if name in {"billing", "key_in", "overseas", "identity"}]
            methods: Any = [(kind, "card") for kind in types] or CARD
            methods = [*methods, *(("overseas", name) for name in rule.concerns if name in BOOK.pg_methods.overseas)]
            if "easy_pay" in rule.concerns:
                methods = [*methods, ("one_time", "easy_pay:kakaopay")]
            needs = Requirements(
                methods=tuple(methods),
                goods=rule.goods
                or ({"physical": "digital", "digital": "physical"}[rule.only_goods] if rule.only_goods else None),  # type: ignore[arg-type]
                platform=rule.platform,
                industries=tuple(name for name in rule.concerns if name in BOOK.industries.industries),
                as_of=CHECKED,
            )
            assert rule.text in told(gateway, needs), (gateway, rule.text)


def test_every_platform_row_matters() -> None:
    for name, platform in BOOK.terms.platforms.items():
        needs = Requirements(methods=CARD, platform=name, as_of=CHECKED)
        alerts = {alert.text for alert in warnings(BOOK, needs, needs.needs(), FeeSheet(BOOK, needs), [])}
        assert {note.text for note in platform.notes} <= alerts
        for row in platform.gateways or ():
            without = told(row.gateway, needs)
            assert not any("있는지 출처에 없음" in text for text in without), (
                "a listed gateway is known on the platform"
            )
            assert row.note is None or any(row.note in text for text in without)


def test_every_maximum_is_told_to_a_larger_payment() -> None:
    for gateway, limits in BOOK.terms.amount_limits.items():
        for limit in limits:
            if limit.maximum is None:
                continue
            needs = Requirements(
                methods=(("one_time", limit.method),), largest_payment=limit.maximum + 1, as_of=CHECKED
            )
            assert any(f"{limit.maximum:,}" in text for text in told(gateway, needs))


def test_every_quick_opening_is_told() -> None:
    for gateway, opening in BOOK.terms.quick_opening.items():
        needs = Requirements(methods=CARD, open_before_review=True, goods=opening.goods, as_of=CHECKED)
        assert any(opening.available_from in text for text in told(gateway, needs))


def test_every_source_is_listed_dated_and_https() -> None:
    for source in BOOK.sources.sources.values():
        assert source.url.startswith("https://")
        assert date(2025, 1, 1) < source.checked <= date(2026, 11, 23)
