"""What a gateway charges for a need, and what that comes to a month.

Every amount is won before VAT unless its name says otherwise. A fee that no source gives is Unknown: it is
named and left out, never taken as 0.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from portone_guide.gateways.pricing import Amount, Pricing, cost_of
from portone_guide.gateways.tiers import possible_tiers
from portone_guide.needs.amounts import Part
from portone_guide.needs.named import NamedNeed
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee import Fee, Package, fees_on
from portone_guide.rules.models.fee_key import MOBILE_GOODS, FeeKey, Way
from portone_guide.rules.models.fields import Quote, SalesTier
from portone_guide.rules.models.money import Charge


class FeeSheet:
    """The fees of all gateways on one day, for one set of answers."""

    def __init__(self, book: RuleBook, needs: Requirements) -> None:
        self._book = book
        self._needs = needs
        self._file = book.fees
        self._fees: dict[str, dict[FeeKey, tuple[Fee, ...]]] = {}

    @cached_property
    def tiers(self) -> tuple[SalesTier, ...]:
        """The sales tiers that the answers leave open."""
        return possible_tiers(self._needs.tier, self._needs.yearly_sales, self._file)

    @cached_property
    def vat(self) -> Decimal:
        """One plus the VAT rate."""
        return 1 + self._file.vat.rate.high / 100

    def quote(self, gateway: str, key: FeeKey) -> tuple[Quote, str | None]:
        """Return the quote for a fee key on the day asked, and its source; empty if Unknown."""
        if gateway not in self._fees:
            self._fees[gateway] = fees_on(self._file.fees.get(gateway, ()), self._needs.as_of)
        fees = self._fees[gateway].get(key)
        return (fees[-1].quote, fees[-1].source) if fees else ((), None)

    def signup_fee(self, gateway: str, needs: Iterable[Need]) -> Pricing:
        """Return the sign-up fee of a gateway for these needs, won before VAT, once."""
        found: dict[tuple[Charge, ...], str] = {}
        for key in sorted(self._signup_keys(gateway, tuple(needs))):
            quote, source = self.quote(gateway, key)
            if not quote:
                return Pricing(unknown=because("fee_unknown.signup"))
            found[tuple(charge for _, charge in quote)] = source or ""
        if len(found) > 1:
            return Pricing(unknown=because("fee_unknown.signup_both"), sources=tuple(found.values()))
        (charges, source), *_ = found.items()
        return Pricing(charges, sources=(source,))

    def _signup_keys(self, gateway: str, needs: tuple[Need, ...]) -> set[FeeKey]:
        """Return the sign-up fees that these needs bring.

        A gateway whose sheet has sign-up fees for overseas methods asks those for them; otherwise its general
        one covers everything. An ordinary gateway takes overseas cards by a clause to its ordinary contract,
        but its sheet leaves open what other overseas methods alone would cost.
        """
        abroad = {need for need in needs if need.type in {"overseas", "overseas_billing"}}
        blocks = self._file.fees.get(gateway, ())
        if any(FeeKey.parse(text).overseas for block in blocks for text in block.rates):
            found = {FeeKey.signup(need.method if need in abroad else "") for need in needs}
            return found or {FeeKey.signup()}
        ordinary = self._book.pg_methods.gateways[gateway].role != "overseas"
        unstated = ordinary and needs and all(need in abroad and need.method != "card" for need in needs)
        return {FeeKey.signup("only" if unstated else "")}

    def pricing(self, gateway: str, need: Need) -> Pricing:
        """Return what a gateway charges for a need.

        Cards cost the rate of the sales tier; recurring and key-in cards have a rate of their own, whatever
        the tier; an easy-pay brand via an ordinary gateway follows the rule for its parts.
        """
        facts = self._book.pg_methods.gateways[gateway]
        named = need.named(self._book.pg_methods)
        if need.brand and facts.brand != need.brand:
            own = FeeKey("easy_pay", need.brand)
            if need.type == "one_time" and self.quote(gateway, own)[0]:
                return self._gather(gateway, [own], named)
            return self._via_gateway(gateway, need, named)
        if need.brand:
            return self._own_wallet(gateway, need, named)
        if need.type == "identity" and (packages := self._packages(gateway, need.method)):
            unknown = because("fee_unknown.package_period", need=named)
            remarks = tuple(
                because(
                    "package", name=package.name, price=package.price, included=package.included, extra=package.extra
                )
                for package in packages
            )
            return Pricing(unknown=unknown, sources=(packages[0].source,), remarks=remarks)
        return self._gather(gateway, self._keys(need), named)

    def _keys(self, need: Need) -> list[FeeKey]:
        kind, method, _ = need
        billing: Way = "billing" if kind in {"billing", "overseas_billing"} else ""
        if kind in {"overseas", "overseas_billing"}:
            return [FeeKey("overseas", method, billing)]
        if kind == "identity":
            return [FeeKey("identity", method)]
        if method == "card":
            return [FeeKey.card(tier) for tier in self.tiers] if kind == "one_time" else [FeeKey.card(None)]
        if method == "mobile":
            return [FeeKey("mobile", goods, billing) for goods in self._goods()]
        if kind == "key_in":
            return [FeeKey(method, way="api")]
        return [FeeKey(method) if method == "virtual_account" else FeeKey(method, way=billing)]

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

    def _gather(self, gateway: str, keys: Iterable[FeeKey], named: NamedNeed) -> Pricing:
        charges: list[Charge] = []
        sources: list[str] = []
        remarks: list[Reason] = []
        conflicts: list[str] = []
        disputed = self._file.disputed.get(gateway, {})
        for key in keys:
            quote, source = self.quote(gateway, key)
            if not quote:
                return Pricing(unknown=because("fee_unknown.need", need=named))
            charges += [charge for _, charge in quote]
            sources += [source] if source else []
            remarks += [because("quoted_for", name=name, charge=charge) for name, charge in quote if name]
            conflicts += [disputed[str(key)]] if str(key) in disputed else []
        return Pricing(
            tuple(dict.fromkeys(charges)),
            sources=tuple(dict.fromkeys(sources)),
            conflicts=tuple(dict.fromkeys(conflicts)),
            remarks=tuple(remarks),
        )

    def _via_gateway(self, gateway: str, need: Need, named: NamedNeed) -> Pricing:
        """An easy-pay brand through an ordinary gateway: its card part at the tier's rate, money at 일반's."""
        if need.type != "one_time":
            return Pricing(unknown=because("fee_unknown.via_gateway", need=named))
        parts = self._file.easy_pay_parts.get(need.brand or "", ("card", "money", "points"))
        rules = [rule for rule in self._file.easy_pay_via_gateway if rule.part in parts]
        tiers = [tier for rule in rules for tier in (self.tiers if rule.rate_of == "tier" else ("general",))]
        found = self._gather(gateway, map(FeeKey.card, dict.fromkeys(tiers)), named)
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

    def _own_wallet(self, gateway: str, need: Need, named: NamedNeed) -> Pricing:
        """A wallet by direct contract: the rates of what can be paid with inside it, as a range.

        A part that the sheet has no rate for is named as a gap; the range then holds for the rest.
        """
        found: list[FeeKey] = []
        gaps: list[str] = []
        for part in self._wallet_parts(gateway):
            keys = self._wallet_keys(part, billing=need.type == "billing")
            if all(self.quote(gateway, key)[0] for key in keys):
                found += keys
            else:
                gaps.append(part)
        if not found:
            return Pricing(unknown=because("fee_unknown.need", need=named))
        gap = because("fee_unknown.wallet_parts", need=named, parts=tuple(gaps)) if gaps else None
        return self._gather(gateway, found, named)._replace(gap=gap)

    def _wallet_parts(self, gateway: str) -> list[str]:
        """Return what can be paid with inside a wallet: less in an industry for which it takes only some of it."""
        wallet = self._file.wallet_parts.get(gateway)
        parts: list[str] = [*wallet.parts] if wallet else ["card"]
        for name in self._needs.industries:
            for row in self._book.industries.industries[name].gateways:
                if row.gateway == gateway and row.wallet_parts:
                    parts = [part for part in parts if part in row.wallet_parts]
        return parts

    def _wallet_keys(self, part: str, *, billing: bool) -> list[FeeKey]:
        way: Way = "billing" if billing else ""
        match part:
            case "card":
                return [FeeKey.card(None)] if billing else [FeeKey.card(tier) for tier in self.tiers]
            case "mobile":
                return [FeeKey("mobile", "physical", way)]
            case "transfer" | "virtual_account":
                return [FeeKey(part, way=way)]
            case _:
                return [FeeKey("easy_pay", part, way)]

    def monthly(self, pricing: Pricing, part: Part) -> Amount | None:
        """Return what a part of the sales costs a month; None if the charge or a figure it needs is missing."""
        sales, count = self._needs.sales.get(part), self._needs.payments.get(part)
        if not pricing.charges:
            return None
        each = [cost_of(charge, sales, count) for charge in pricing.charges]
        known = [amount for amount in each if amount is not None]
        if len(known) < len(each):
            return None
        return Amount(min(amount.min for amount in known), max(amount.max for amount in known))
