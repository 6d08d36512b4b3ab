"""What guarantee insurance costs, and what is held back instead, as JSON objects."""

from collections.abc import Iterable
from typing import Literal, TypedDict

from portone_guide.gateways.references import References
from portone_guide.next_steps.answer import InsuranceNeed, NextSteps, Reserved
from portone_guide.rules.json_types import Count, NotEmpty, Urls
from portone_guide.rules.models.contract import SettlementCycle
from portone_guide.rules.models.scope import ScopedNote


class NoteReport(TypedDict):
    """A short fact with its page."""

    text: NotEmpty
    sources: Urls


class PercentReport(TypedDict):
    """Percent as decimal text."""

    min: str
    max: str


class ReserveReport(TypedDict):
    """Money held back of each payment or of what is paid out, and given back after ``length``: no cost.

    ``monthly_krw`` is held of a month's sales, ``most_krw`` at most at one time, both before fees go off; null: the
    monthly sales were not said.
    """

    percent: PercentReport
    of: Literal["payments", "settlement"]
    length: str
    monthly_sales_krw: Count | None
    monthly_krw: Count | None
    most_krw: Count | None
    sources: Urls


class WonReport(TypedDict):
    """Won."""

    min: Count
    max: Count


class CycleReport(TypedDict):
    """What the monthly sales ask for under one settlement cycle; ``premium_krw`` is for one year."""

    settlement_cycle: SettlementCycle
    multiple: Count
    insured_sum_krw: Count
    monthly_cap_krw: Count
    premium_krw: WonReport


class InsuranceReport(TypedDict):
    """Guarantee insurance; ``monthly_sales_krw`` null: not said, and ``by_cycle`` is empty then."""

    premium_percent_a_year: PercentReport
    cap_multiples: dict[SettlementCycle, Count]
    monthly_sales_krw: Count | None
    by_cycle: list[CycleReport]
    rules: list[NoteReport]
    sources: Urls


def insurance_report(answer: NextSteps) -> InsuranceReport | None:
    """Return the rule of guarantee insurance and what it asks for; None where no chosen gateway wants it."""
    if answer.insurance is None:
        return None
    rule, sales, needs = answer.insurance
    return {
        "premium_percent_a_year": {"min": str(rule.premium_rate.low), "max": str(rule.premium_rate.high)},
        "cap_multiples": dict(rule.caps),
        "monthly_sales_krw": sales,
        "by_cycle": [_cycle(need) for need in needs],
        "rules": notes_report(rule.rules, answer.named),
        "sources": answer.named.urls([rule.source]),
    }


def reserve_report(held: Reserved, named: References) -> ReserveReport:
    """Return what one gateway holds back."""
    rule = held.rule
    return {
        "percent": {"min": str(rule.rate.low), "max": str(rule.rate.high)},
        "of": rule.of,
        "length": rule.length,
        "monthly_sales_krw": held.monthly_sales,
        "monthly_krw": held.monthly,
        "most_krw": held.most,
        "sources": named.urls([rule.source]),
    }


def notes_report(notes: Iterable[ScopedNote], named: References) -> list[NoteReport]:
    """Return notes with their pages."""
    return [{"text": note.text, "sources": named.urls([note.source])} for note in notes]


def _cycle(need: InsuranceNeed) -> CycleReport:
    return {
        "settlement_cycle": need.cycle,
        "multiple": need.multiple,
        "insured_sum_krw": need.insured_sum,
        "monthly_cap_krw": need.monthly_cap,
        "premium_krw": {"min": need.premium_min, "max": need.premium_max},
    }
