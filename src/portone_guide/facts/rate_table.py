"""Every gateway's rates for one sales tier on one day, one cell for each thing that is paid with.

A rate that no page gives is Unknown, unless the support lists say that the gateway does not offer the method.
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from portone_guide.facts.comparison import Cell, Comparison
from portone_guide.needs.requirements import Need
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee import fees_on
from portone_guide.rules.models.fee_key import FeeKey, Way
from portone_guide.rules.models.fields import PaymentType, SalesTier
from portone_guide.rules.models.money import Charge
from portone_guide.rules.vocabulary import EASY_PAY

RateState = Literal["known", "unknown", "not_supported", "no_wallet"]
SortKey = Literal["card", "billing", "transfer", "virtual_account", "mobile", "signup", "name"]

# What is asked of the support lists where no rate is found.
_NEEDS: dict[str, tuple[tuple[PaymentType, str], ...]] = {
    "card": (("one_time", "card"),),
    "billing": (("billing", "card"), ("key_in", "card")),
    "transfer": (("one_time", "transfer"),),
    "virtual_account": (("one_time", "virtual_account"), ("key_in", "virtual_account")),
    "mobile.physical": (("one_time", "mobile"), ("billing", "mobile")),
    "mobile.web_content": (("one_time", "mobile"), ("billing", "mobile")),
    "mobile.app_content": (("one_time", "mobile"), ("billing", "mobile")),
    "gift_certificate": (("one_time", "gift_certificate"),),
    "overseas_card": (("overseas", "card"),),
}
RATE_COLUMNS = (*_NEEDS, "own_money", "signup")
_SORT_COLUMN = {"mobile": "mobile.physical"}
_WALLET = ("money", "points", "account")
_WAYS: tuple[Way, ...] = ("", "billing")


KeyedCharge = tuple[FeeKey, str, Charge]
"""A charge before VAT, with what it is for and the condition under which it holds."""


class Rate(NamedTuple):
    """One cell: the charges and what they rest on."""

    state: RateState
    charges: tuple[KeyedCharge, ...] = ()
    sources: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether pages disagree about it."""
        return bool(self.conflicts)


class RateRow(NamedTuple):
    """The rates of one gateway, by column."""

    gateway: str
    rates: dict[str, Rate]


class RateTable:
    """The rates of gateways for one tier on one day."""

    def __init__(self, book: RuleBook, tier: SalesTier, on: date) -> None:
        self._book = book
        self._tier = tier
        self._on = on
        self._comparison = Comparison(book.pg_methods, book.pg_methods.gateways)

    def rows(self, gateways: Iterable[str]) -> tuple[RateRow, ...]:
        """Return the rates of gateways, in the order given."""
        return tuple(RateRow(name, {column: self._rate(name, column) for column in RATE_COLUMNS}) for name in gateways)

    def _rate(self, gateway: str, column: str) -> Rate:
        fees = fees_on(self._book.fees.fees.get(gateway, ()), self._on)
        disputed = self._book.fees.disputed.get(gateway, {})
        charges: list[KeyedCharge] = []
        sources: list[str] = []
        conflicts: list[str] = []
        for key in self._keys(column):
            *_, fee = fees.get(key, (None,))
            if fee and fee.quote:
                charges += [(key, condition, charge) for condition, charge in fee.quote]
                sources.append(fee.source)
                conflicts += filter(None, [disputed.get(str(key))])
        if charges:
            if column == "virtual_account":
                charges = _once(charges)
            return Rate("known", tuple(charges), tuple(dict.fromkeys(sources)), tuple(dict.fromkeys(conflicts)))
        return Rate(self._state_without_rate(gateway, column))

    def _keys(self, column: str) -> tuple[FeeKey, ...]:
        methods = self._book.pg_methods
        match column:
            case "card":
                return (FeeKey.card(self._tier),)
            case "billing":
                return (FeeKey.card(None),)
            case "virtual_account":
                return (FeeKey("virtual_account"), FeeKey("virtual_account", way="api"))
            case "overseas_card":
                return (FeeKey("overseas", "card"),)
            case "signup":
                return tuple(map(FeeKey.signup, ("", *methods.overseas)))
            case "own_money":
                return tuple(FeeKey("easy_pay", name, way) for name in (*_WALLET, *methods.easy_pays) for way in _WAYS)
            case _:
                return (FeeKey.parse(column),)

    def _state_without_rate(self, gateway: str, column: str) -> RateState:
        if column == "signup":
            return "unknown"
        if column == "own_money":
            return "unknown" if self._has_wallet(gateway) else "no_wallet"
        needs = [Need(kind, method) for kind, method in _NEEDS[column]]
        if brand := self._book.pg_methods.gateways[gateway].brand:
            # The card column of a wallet company is what its own wallet costs.
            needs += [need._replace(method=EASY_PAY + brand) for need in needs if need.method == "card"]
        return "not_supported" if all(self._surely_not(gateway, need) for need in needs) else "unknown"

    def _has_wallet(self, gateway: str) -> bool:
        modules = self._book.pg_methods.modules.values()
        own = self._book.pg_methods.gateways[gateway].brand is not None
        return own or any(module.gateway == gateway and module.purpose == "wallet" for module in modules)

    def _surely_not(self, gateway: str, need: Need) -> bool:
        """Whether every module's list rules a need out, undisputed."""
        return self._comparison.best(gateway, need.type, need.method) == Cell("no")


def sorted_rows(rows: Iterable[RateRow], sort: SortKey, name_of: Callable[[str], str]) -> tuple[RateRow, ...]:
    """Return rows with the lowest rate of a column first and those without one last; ties by name.

    Won for each payment come before percent of the amount: the two can't be compared. Mobile is by physical goods.
    """
    if sort == "name":
        return tuple(sorted(rows, key=lambda row: name_of(row.gateway).casefold()))
    column = _SORT_COLUMN.get(sort, sort)
    return tuple(sorted(rows, key=lambda row: (*_order(row.rates[column]), name_of(row.gateway).casefold())))


def _order(rate: Rate) -> tuple[int, bool, Decimal, Decimal, int, int]:
    charges = [charge for _, _, charge in rate.charges]
    if not charges:
        return (1 if rate.state == "unknown" else 2, False, Decimal(0), Decimal(0), 0, 0)
    return (
        0,
        any(charge.high for charge in charges),
        min(charge.low for charge in charges),
        max(charge.high for charge in charges),
        min(charge.won for charge in charges),
        max(charge.won for charge in charges),
    )


def _once(charges: list[KeyedCharge]) -> list[KeyedCharge]:
    """Leave out a charge that a key before it gives too: the API rate that equals the ordinary one."""
    first: dict[tuple[str, Charge], KeyedCharge] = {}
    for key, condition, charge in charges:
        first.setdefault((condition, charge), (key, condition, charge))
    return list(first.values())
