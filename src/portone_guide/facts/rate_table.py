"""Every gateway's rates for one sales tier on one day, one cell for each thing that is paid with.

A rate that no page gives is Unknown, unless the support lists say that the gateway does not offer the method.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, get_args

from portone_guide.facts.answer import Cell, NamedFee, Rate, RateBasis, RateCharge, RateColumn, RateRow, RateState
from portone_guide.facts.comparison import Comparison
from portone_guide.needs.requirements import Need
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee import Fee, fees_on
from portone_guide.rules.models.fee_key import STANDING, FeeKey, Way
from portone_guide.rules.models.fields import PaymentType, SalesTier
from portone_guide.rules.models.money import Charge
from portone_guide.rules.vocabulary import EASY_PAY

RATE_COLUMNS: Final[tuple[RateColumn, ...]] = get_args(RateColumn)

# What is asked of the support lists where no rate is found.
_NEEDS: Final[Mapping[RateColumn, tuple[tuple[PaymentType, str], ...]]] = {
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
_WALLET: Final = ("money", "points", "account")
_WAYS: Final[tuple[Way, ...]] = ("", "billing")


def rate_basis(book: RuleBook, tier: SalesTier | None, on: date, *, tier_given: bool) -> RateBasis:
    """Return what the rates of a tier hold for; 일반 (the tier of a business without sales) where none is known."""
    shown = tier or "general"
    return RateBasis(on, shown, book.fees.tiers[shown].name, tier_given, book.fees.vat.rate.high)


def named_fee(key: FeeKey, book: RuleBook) -> NamedFee:
    """Return a fee key with the name that the rule files give its tier, method, wallet or contract."""
    file = book.pg_methods
    separate = {name: row.name for rows in book.fees.separate_contracts.values() for name, row in rows.items()}
    tables: Mapping[str, Mapping[str, str]] = {
        "card": {tier: facts.name for tier, facts in book.fees.tiers.items()},
        "overseas": file.overseas,
        "signup_fee": file.overseas if key.overseas else separate,
        **dict.fromkeys(STANDING, separate),
        "easy_pay": file.easy_pays,
        "identity": file.identity,
    }
    return NamedFee(key, tables.get(key.family, {}).get(key.name, ""))


class RateTable:
    """The rates of gateways for one tier on one day."""

    def __init__(self, book: RuleBook, tier: SalesTier, on: date) -> None:
        self._book = book
        self._on = on
        self._comparison = Comparison(book.pg_methods, book.pg_methods.gateways)
        self._keys = {column: _keys(column, tier, book) for column in RATE_COLUMNS}

    def rows(self, gateways: Iterable[str]) -> tuple[RateRow, ...]:
        """Return the rates of gateways, in the order given."""
        return tuple(map(self._row, gateways))

    def _row(self, gateway: str) -> RateRow:
        fees = fees_on(self._book.fees.fees.get(gateway, ()), self._on)
        rates = {column: self._rate(gateway, column, fees) for column in RATE_COLUMNS}
        return RateRow(gateway, self._book.pg_methods.gateways[gateway], rates)

    def _rate(self, gateway: str, column: RateColumn, fees: Mapping[FeeKey, tuple[Fee, ...]]) -> Rate:
        disputed = self._book.fees.disputed.get(gateway, {})
        charges: list[RateCharge] = []
        sources: list[str] = []
        conflicts: list[str] = []
        for key in self._keys_of(gateway, column):
            *_, fee = fees.get(key, (None,))
            if fee and fee.quote:
                named = named_fee(key, self._book)
                charges += [RateCharge(named, condition, charge) for condition, charge in fee.quote]
                sources.append(fee.source)
                conflicts += filter(None, [disputed.get(str(key))])
        if charges:
            if column == "virtual_account":
                charges = _once(charges)
            return Rate("known", tuple(charges), tuple(dict.fromkeys(sources)), tuple(dict.fromkeys(conflicts)))
        return Rate(self._state_without_rate(gateway, column))

    def _keys_of(self, gateway: str, column: RateColumn) -> tuple[FeeKey, ...]:
        """Return the fee keys of a column: for an overseas method the rows under which this sheet has it."""
        rows = self._book.fees.overseas_rows.get(gateway, {})
        return tuple(
            key._replace(name=name)
            for key in self._keys[column]
            for name in (rows.get(key.name, (key.name,)) if key.family == "overseas" else (key.name,))
        )

    def _state_without_rate(self, gateway: str, column: RateColumn) -> RateState:
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


def _keys(column: RateColumn, tier: SalesTier, book: RuleBook) -> tuple[FeeKey, ...]:
    """Return the fee keys that a column gathers."""
    methods = book.pg_methods
    match column:
        case "card":
            return (FeeKey.card(tier),)
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


def _once(charges: list[RateCharge]) -> list[RateCharge]:
    """Leave out a charge that a key before it gives too: the API rate that equals the ordinary one."""
    first: dict[tuple[str, Charge], RateCharge] = {}
    for entry in charges:
        first.setdefault((entry.condition, entry.charge), entry)
    return list(first.values())
