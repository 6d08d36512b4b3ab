"""Where the order of the best gateways changes, as JSON."""

from typing import Literal, TypedDict

from portone_guide.rules.json_types import Count
from portone_guide.select_pg.answer import BreakEven
from portone_guide.select_pg.cost_report import AmountReport, amount_report, part_names


class CrossingReport(TypedDict):
    """Which of two gateways costs less in the first year, and from where on."""

    cheaper: str
    than: str
    from_monthly: Count
    """From so much a month it is surely so: the least in steps of 10,000 won, or of one payment."""
    reverse_until: Count | None
    """Up to so much a month it is surely the other way round; null: never surely."""
    beyond_tier: bool
    """So much is sold there that the rates of another sales tier would hold."""


class LevelReport(TypedDict):
    """First-year cost with VAT where so much is sold a month, by gateway."""

    monthly: Count
    first_year_krw: dict[str, AmountReport]


class BreakEvenReport(TypedDict):
    """Where the order changes as more is sold: all given amounts grow by one factor.

    What is compared is the first year with VAT, of the counted parts and the sign-up fee.
    """

    counted: list[str]
    """What is sold, as TYPE:METHOD."""
    missing: list[str]
    """What was asked for and is not compared here."""
    unit: Literal["krw", "payments"]
    """Whether amounts a month are won of sales or numbers of payments."""
    now: Count | None
    """The sum that was given; null: none was."""
    gateways: list[str]
    """Those compared, ranked: the recommended one and its nearest rivals."""
    changes: list[CrossingReport]
    levels: list[LevelReport]
    """First-year costs below, at and above the nearest change; empty where none is, or where a part is missing."""


def break_even_report(found: BreakEven | None) -> BreakEvenReport | None:
    """Return where the order changes."""
    if not found:
        return None
    return {
        "counted": part_names(found.parts),
        "missing": part_names(found.left_out),
        "unit": found.unit,
        "now": found.now,
        "gateways": list(found.gateways),
        "changes": [
            {
                "cheaper": crossing.cheaper,
                "than": crossing.than,
                "from_monthly": crossing.start,
                "reverse_until": crossing.until,
                "beyond_tier": crossing.beyond_tier,
            }
            for crossing in found.crossings
        ],
        "levels": [
            {
                "monthly": monthly,
                "first_year_krw": {
                    gateway: amount_report(amount) for gateway, amount in zip(found.gateways, amounts, strict=True)
                },
            }
            for monthly, amounts in found.levels
        ],
    }
