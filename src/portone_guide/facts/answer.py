"""What the answers about facts are made of: rates, what is supported, pages with their age."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from portone_guide.rules.models.fee_key import FeeKey
from portone_guide.rules.models.fields import IntegrationStyle, PaymentType, PortOneVersion, SalesTier, Supported
from portone_guide.rules.models.method import Gateway
from portone_guide.rules.models.money import Charge
from portone_guide.rules.models.source import Source

RateState = Literal["known", "unknown", "not_supported", "no_wallet"]
RateColumn = Literal[
    "card",
    "billing",
    "transfer",
    "virtual_account",
    "mobile.physical",
    "mobile.web_content",
    "mobile.app_content",
    "gift_certificate",
    "overseas_card",
    "own_money",
    "signup",
]


class NamedFee(NamedTuple):
    """What a fee is for, with the name that the rule files give its tier, method or wallet (empty: it has none)."""

    key: FeeKey
    name: str


class RateCharge(NamedTuple):
    """A charge before VAT, with what it is for and the condition under which it holds (empty: always)."""

    fee: NamedFee
    condition: str
    charge: Charge


class Rate(NamedTuple):
    """One cell of a table of rates: the charges and what they rest on; ``conflicts`` where pages disagree."""

    state: RateState
    charges: tuple[RateCharge, ...] = ()
    sources: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


class RateRow(NamedTuple):
    """The rates of one gateway, by column."""

    gateway: str
    facts: Gateway
    rates: Mapping[RateColumn, Rate]

    @property
    def sources(self) -> list[str]:
        """The ids of the pages that the rates come from, as they come."""
        return [source for rate in self.rates.values() for source in rate.sources]


class RateBasis(NamedTuple):
    """What rates hold for: a day and a sales tier, ``tier_given`` if it was asked for. ``vat`` is in percent."""

    on: date
    tier: SalesTier
    tier_name: str
    tier_given: bool
    vat: Decimal

    def factor(self, with_vat: bool) -> Decimal:
        """What rates are multiplied by: 1, or one plus the VAT rate."""
        return 1 + self.vat / 100 if with_vat else Decimal(1)


class Cell(NamedTuple):
    """What is known of one method; ``conflicts`` where pages disagree about it."""

    supported: Supported
    conflicts: tuple[str, ...] = ()


class ModuleRow(NamedTuple):
    """One module in one section, for the PortOne versions that it does the same in."""

    module: str
    versions: tuple[PortOneVersion, ...]
    cells: Mapping[str, Cell]


class Section(NamedTuple):
    """One payment type and style: its methods with their names, and one row or more for each module."""

    type: PaymentType
    style: IntegrationStyle
    methods: Mapping[str, str]
    rows: tuple[ModuleRow, ...]

    def alike(self, method: str) -> Supported | None:
        """Return the state of a method where all rows agree and none is disputed, else None."""
        cells = [row.cells[method] for row in self.rows]
        states = {cell.supported for cell in cells}
        return next(iter(states)) if len(states) == 1 and not any(cell.conflicts for cell in cells) else None


class SourceAge(NamedTuple):
    """A source page and how many days old its content is; negative where that is newer than the day asked."""

    id: str
    source: Source
    days: int
    old: bool
