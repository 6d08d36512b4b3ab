"""Costs and what is in them, as JSON."""

from collections.abc import Iterable
from typing import TypedDict, overload

from portone_guide.gateways.pricing import Amount, CostLine
from portone_guide.gateways.words import pricing_text
from portone_guide.rules.json_types import Count
from portone_guide.rules.models.fields import PaymentType
from portone_guide.select_pg.answer import counted, missing


class AmountReport(TypedDict):
    """Won from min to max; equal where the pages give one figure."""

    min: Count
    max: Count


class FeeReport(TypedDict):
    """What one part of the sales costs."""

    type: PaymentType
    method: str
    rate: str | None
    """As shown, before VAT; null: unknown."""
    monthly_fee_krw: AmountReport | None


class PartialReport(TypedDict):
    """Which parts of what is asked for (TYPE:METHOD) are in the known monthly fee, and which are not.

    The whole is known where missing is empty. A part stands in both where only some of its fee can be said in won.
    """

    counted: list[str]
    missing: list[str]
    """No page has their fee, or their sales or number of payments were not given."""


def fee_report(line: CostLine) -> FeeReport:
    """Return what one part costs."""
    return {
        "type": line.part[0],
        "method": line.part[1],
        "rate": pricing_text(line.pricing) if line.pricing.charges else None,
        "monthly_fee_krw": amount_report(line.monthly),
    }


def partial_report(lines: Iterable[CostLine]) -> PartialReport:
    """Return which parts are in a sum."""
    lines = tuple(lines)
    return {"counted": part_names(counted(lines)), "missing": part_names(missing(lines))}


def part_names(lines: Iterable[CostLine]) -> list[str]:
    """Return parts as TYPE:METHOD."""
    return [":".join(line.part) for line in lines]


@overload
def amount_report(amount: Amount) -> AmountReport: ...
@overload
def amount_report(amount: Amount | None) -> AmountReport | None: ...
def amount_report(amount: Amount | None) -> AmountReport | None:
    """Return an amount; null: not known."""
    return {"min": amount.min, "max": amount.max} if amount else None
