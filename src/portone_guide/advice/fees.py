"""What a gateway charges for a need, and what that comes to a month.

Every amount is won before VAT unless its name says otherwise. A fee that no source gives is Unknown: it is
named and left out, never taken as 0.
"""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import NamedTuple

from portone_guide.advice.requirements import Need, Part, Requirements
from portone_guide.advice.tiers import possible_tiers
from portone_guide.rules.book import RuleBook
from portone_guide.rules.fee_keys import MOBILE_GOODS
from portone_guide.rules.fee_models import FeeBlock, Package
from portone_guide.rules.fields import Quote, SalesTier
from portone_guide.rules.money import Charge


class Amount(NamedTuple):
    """Won from ``min`` to ``max``; equal where the sources give one figure."""

    min: int
    max: int

    def plus(self, other: "Amount") -> "Amount":
        """Return the sum of two amounts."""
        return Amount(self.min + other.min, self.max + other.max)

    def times(self, factor: Decimal | int) -> "Amount":
        """Return the amount times ``factor``, in whole won."""
        return Amount(_won(self.min * Decimal(factor)), _won(self.max * Decimal(factor)))


def total_of(amounts: Iterable[Amount]) -> Amount:
    """Return the sum of amounts."""
    total = Amount(0, 0)
    for amount in amounts:
        total = total.plus(amount)
    return total


class Pricing(NamedTuple):
    """The charges that may apply to a need. Empty ``charges``: Unknown, and ``unknown`` says what to ask."""

    charges: tuple[Charge, ...] = ()
    unknown: str | None = None
    sources: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def low(self) -> Decimal:
        """The lowest percent."""
        return min((charge.low for charge in self.charges), default=Decimal(0))

    @property
    def high(self) -> Decimal:
        """The highest percent."""
        return max((charge.high for charge in self.charges), default=Decimal(0))

    def text(self) -> str:
        """The charge as a screen shows it: ``3.20%``, ``2.30~4.00%``, ``300원/건`` or ``모름``."""
        if not self.charges:
            return "모름"
        if len(self.charges) == 1:
            return str(self.charges[0])
        if all(charge.high for charge in self.charges):
            return str(Charge(self.low, self.high)) if self.low != self.high else str(self.charges[0])
        return " / ".join(dict.fromkeys(str(charge) for charge in self.charges))


class CostLine(NamedTuple):
    """What one part of the sales costs: the charge, and won a month before VAT (None: not known)."""

    part: Part
    label: str
    pricing: Pricing
    monthly: Amount | None


class FeeSheet:
    """The fees of all gateways on one day, for one set of answers."""

    def __init__(self, book: RuleBook, needs: Requirements) -> None:
        self._book = book
        self._needs = needs
        self._file = book.fees
        self._day = needs.as_of

    @cached_property
    def tiers(self) -> tuple[SalesTier, ...]:
        """The sales tiers that the answers leave open."""
        return possible_tiers(self._needs.tier, self._needs.yearly_sales, self._file)

    @cached_property
    def vat(self) -> Decimal:
        """One plus the VAT rate."""
        return 1 + self._file.vat.rate.high / 100

    def quote(self, gateway: str, key: str) -> tuple[Quote, str | None]:
        """Return the quote for a fee key on the day asked, and its source; empty if Unknown."""
        return quote_on(self._file.fees.get(gateway, ()), key, self._day)

    def signup_fee(self, gateway: str, needs: Iterable[Need]) -> Pricing:
        """Return the sign-up fee of a gateway for these needs, won before VAT, once."""
        found: dict[tuple[Charge, ...], str] = {}
        for key in sorted({_signup_key(need) for need in needs} or {"signup_fee"}):
            quote, source = self.quote(gateway, key)
            if not quote:  # no sign-up fee of its own: the gateway's general one covers it
                quote, source = self.quote(gateway, "signup_fee")
            if not quote:
                return Pricing(unknown="가입비")
            found[tuple(charge for _, charge in quote)] = source or ""
        if len(found) > 1:
            return Pricing(unknown="국내와 해외를 함께 신청할 때의 가입비", sources=tuple(found.values()))
        (charges, source), *_ = found.items()
        return Pricing(charges, sources=(source,))

    def pricing(self, gateway: str, need: Need) -> Pricing:
        """Return what a gateway charges for a need.

        Cards cost the rate of the sales tier; recurring and key-in cards have a rate of their own, whatever
        the tier; an easy-pay brand via an ordinary gateway follows the rule for its parts.
        """
        facts = self._book.pg_methods.gateways[gateway]
        label = need.label(self._book.pg_methods)
        if need.brand and facts.brand != need.brand:
            own = f"easy_pay.{need.brand}"
            if need.type == "one_time" and self.quote(gateway, own)[0]:
                return self._gather(gateway, [own], label)
            return self._via_gateway(gateway, need, label)
        if need.brand:
            return self._own_wallet(gateway, need, label)
        if need.type == "identity" and (packages := self._packages(gateway, need.method)):
            remarks = tuple(
                f"{package.name}: {package.price:,}원에 {package.included:,}건, 넘으면 건당 {package.extra:,}원"
                for package in packages
            )
            unknown = f"{label} 요금제의 기간(월 단위인지)"
            return Pricing(unknown=unknown, sources=(packages[0].source,), remarks=remarks)
        return self._gather(gateway, self._keys(need), label)

    def _keys(self, need: Need) -> list[str]:
        kind, method, _ = need
        if kind in {"overseas", "overseas_billing"}:
            return [f"overseas.{method}"] if kind == "overseas" else [f"overseas.{method}.billing"]
        if kind == "identity":
            return [f"identity.{method}"]
        if method == "card":
            return [f"card.{tier}" for tier in self.tiers] if kind == "one_time" else ["card.billing_key_in"]
        if method == "virtual_account":
            return ["virtual_account.api" if kind == "key_in" else "virtual_account"]
        if method == "mobile":
            suffix = ".billing" if kind == "billing" else ""
            return [f"mobile.{goods}{suffix}" for goods in self._goods()]
        return [method if kind == "one_time" else f"{method}.{kind}"]

    def _packages(self, gateway: str, method: str) -> list[Package]:
        return [package for package in self._file.packages.get(gateway, ()) if package.method == method]

    def _goods(self) -> tuple[str, ...]:
        """The goods columns of mobile rates that the answers leave open."""
        if self._needs.goods == "physical":
            return ("physical",)
        if self._needs.goods == "digital":
            return {"app": ("app_content",), None: ("web_content", "app_content")}.get(
                self._needs.platform, ("web_content",)
            )
        return MOBILE_GOODS

    def _gather(self, gateway: str, keys: Iterable[str], label: str) -> Pricing:
        charges: list[Charge] = []
        sources: list[str] = []
        remarks: list[str] = []
        conflicts: list[str] = []
        disputed = self._file.disputed.get(gateway, {})
        for key in keys:
            quote, source = self.quote(gateway, key)
            if not quote:
                return Pricing(unknown=f"{label} 수수료")
            charges += [charge for _, charge in quote]
            sources += [source] if source else []
            remarks += [f"{name}: {charge}" for name, charge in quote if name]
            conflicts += [disputed[key]] if key in disputed else []
        return Pricing(
            tuple(dict.fromkeys(charges)),
            sources=tuple(dict.fromkeys(sources)),
            conflicts=tuple(dict.fromkeys(conflicts)),
            remarks=tuple(remarks),
        )

    def _via_gateway(self, gateway: str, need: Need, label: str) -> Pricing:
        """An easy-pay brand through an ordinary gateway: its card part at the tier's rate, money at 일반's."""
        if need.type != "one_time":
            return Pricing(unknown=f"{label} 수수료(PG 제휴)")
        parts = self._file.easy_pay_parts.get(need.brand or "", ("card", "money", "points"))
        rules = [rule for rule in self._file.easy_pay_via_gateway if rule.part in parts]
        keys = [f"card.{tier}" for rule in rules for tier in (self.tiers if rule.rate_of == "tier" else ("general",))]
        found = self._gather(gateway, dict.fromkeys(keys), label)
        added = [extra for extra in self._file.surcharges if extra.easy_pay == need.brand]
        conflicts = [*(rule.conflict for rule in rules), *(extra.conflict for extra in added)]
        sources = [*found.sources, *(rule.source for rule in rules), *(extra.source for extra in added)]
        charges = found.charges
        for extra in added:
            charges = tuple(
                Charge(base.low + extra.adds.low, base.high + extra.adds.high, base.won, base.floor) for base in charges
            )
        return found._replace(
            charges=charges,
            sources=tuple(dict.fromkeys(sources)),
            conflicts=tuple(dict.fromkeys((*found.conflicts, *filter(None, conflicts)))),
        )

    def _own_wallet(self, gateway: str, need: Need, label: str) -> Pricing:
        """A wallet by direct contract: its card rate and, where the sheet has one, its own money's rate."""
        billing = need.type == "billing"
        cards = ["card.billing_key_in"] if billing else [f"card.{tier}" for tier in self.tiers]
        own = [f"easy_pay.{part}{'.billing' if billing else ''}" for part in ("money", "points", "account")]
        listed = [key for key in own if self.quote(gateway, key)[0]]
        has_cards = any(self.quote(gateway, key)[0] for key in cards)
        return self._gather(gateway, [*(cards if has_cards or not listed else ()), *listed], label)

    def monthly(self, pricing: Pricing, part: Part) -> Amount | None:
        """Return what a part of the sales costs a month; None if the charge or a figure it needs is missing."""
        sales, count = self._needs.sales.get(part), self._needs.payments.get(part)
        if not pricing.charges:
            return None
        each = [_cost(charge, sales, count) for charge in pricing.charges]
        known = [amount for amount in each if amount is not None]
        if len(known) < len(each):
            return None
        return Amount(min(amount.min for amount in known), max(amount.max for amount in known))


def quote_on(blocks: Iterable[FeeBlock], key: str, day: date) -> tuple[Quote, str | None]:
    """Return the quote of the latest block that names ``key`` and is not after ``day``; empty before the first."""
    found: tuple[Quote, str | None] = ((), None)
    for block in blocks:
        if block.from_ <= day and key in block.rates:
            found = (block.rates[key], block.source)
    return found


def _signup_key(need: Need) -> str:
    if need.type not in {"overseas", "overseas_billing"}:
        return "signup_fee"
    return "signup_fee.overseas" if need.method == "card" else "signup_fee.overseas_local"


def _cost(charge: Charge, sales: int | None, count: int | None) -> Amount | None:
    """Percent x sales plus won x count, in whole won; None where a figure that the charge needs is missing."""
    if (charge.high and sales is None) or ((charge.won or charge.floor) and count is None):
        return None
    per_payment = charge.won * (count or 0)
    low = _won((sales or 0) * charge.low / 100) + per_payment
    high = _won((sales or 0) * charge.high / 100) + per_payment
    least = charge.floor * (count or 0)
    # With a floor for each payment the sum lies between "the floor never bites" and "it always does".
    return Amount(max(low, least), high + least if charge.floor else high)


def _won(amount: Decimal | int) -> int:
    return int(Decimal(amount).quantize(Decimal(1), ROUND_HALF_UP))
