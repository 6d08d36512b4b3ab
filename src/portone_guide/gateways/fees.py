"""What a gateway charges for a need, and what that comes to a month.

Every amount is won before VAT unless its name says otherwise. A fee that no source gives is Unknown: it is
named and left out, never taken as 0.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from portone_guide.gateways.contract_fees import contract_fees
from portone_guide.gateways.fee_rows import FeeRows
from portone_guide.gateways.pricing import Amount, Held, Pricing, cost_of
from portone_guide.gateways.reserves import held
from portone_guide.needs.amounts import Part
from portone_guide.needs.named import NamedNeed
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee import Fee, Package
from portone_guide.rules.models.fee_key import FeeKey
from portone_guide.rules.models.fields import Quote, SalesTier
from portone_guide.rules.models.money import Charge, Foreign


class FeeSheet:
    """The fees of all gateways on one day, for one set of answers."""

    def __init__(self, book: RuleBook, needs: Requirements) -> None:
        self._book = book
        self._needs = needs
        self._file = book.fees
        self._rows = FeeRows(book, needs, self)
        self._fees: dict[str, dict[FeeKey, tuple[Fee, ...]]] = {}

    @property
    def tiers(self) -> tuple[SalesTier, ...]:
        """The sales tiers that the answers leave open."""
        return self._rows.tiers

    @cached_property
    def vat(self) -> Decimal:
        """One plus the VAT rate."""
        return 1 + self._file.vat.rate.high / 100

    def quote(self, gateway: str, key: FeeKey) -> tuple[Quote, str | None]:
        """Return the quote for a fee key on the day asked, and its source; empty if Unknown."""
        if gateway not in self._fees:
            self._fees[gateway] = self._file.in_force(gateway, self._needs.platform, self._needs.as_of)
        fees = self._fees[gateway].get(key)
        return (fees[-1].quote, fees[-1].source) if fees else ((), None)

    def signup_fee(self, gateway: str, needs: Iterable[Need]) -> Pricing:
        """Return what having a contract for these needs costs before VAT: the sign-up fee once, and standing fees."""
        return contract_fees(self, self._book, gateway, tuple(needs), self._needs.usd_krw)

    def holds(self, gateway: str, needs: Iterable[Need]) -> tuple[Held, ...]:
        """Return what a gateway keeps back of the sales for a while."""
        return held(self._file, gateway, tuple(needs), self._needs.sales)

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
        found = self._gather(gateway, self._rows.of(gateway, need), named)
        abroad = need.type in {"overseas", "overseas_billing"}
        if abroad and found.charges and need.method in self._file.overseas_readings.get(gateway, ()):
            rows = self._file.overseas_rows[gateway][need.method]
            names = tuple(self._book.pg_methods.overseas[row] for row in rows)
            return found._replace(remarks=(*found.remarks, because("fee_reading", need=named, rows=names)))
        return found

    def _packages(self, gateway: str, method: str) -> list[Package]:
        return [package for package in self._file.packages.get(gateway, ()) if package.method == method]

    def _gather(self, gateway: str, keys: Iterable[FeeKey], named: NamedNeed) -> Pricing:
        charges: list[Charge] = []
        left_open: list[tuple[str, Charge]] = []
        sources: list[str] = []
        remarks: list[Reason] = []
        conflicts: list[str] = []
        disputed = self._file.disputed.get(gateway, {})
        keys, own = tuple(keys), self._file.own_keys(self._needs.platform, gateway)
        if missing := tuple(key for key in keys if not self.quote(gateway, key)[0]):
            return Pricing(unknown=self._missing(gateway, keys, missing, named))
        for key in keys:
            quote, source = self.quote(gateway, key)
            charges += [charge for _, charge in quote if not charge.open]
            left_open += [(name, charge) for name, charge in quote if charge.open]
            sources += [source] if source else []
            remarks += [because("quoted_for", name=name, charge=charge) for name, charge in quote if name]
            conflicts += [disputed[str(key)]] if str(key) in disputed and key not in own else []
        if own.intersection(keys) and (platform := self._needs.platform):
            remarks.append(because("platform_rate", platform=self._book.terms.platforms[platform].name))
        reason = because("fee_unknown.open", need=named, parts=tuple(left_open)) if left_open else None
        return Pricing(
            tuple(dict.fromkeys(charges)),
            unknown=None if charges else reason,
            sources=tuple(dict.fromkeys(sources)),
            conflicts=tuple(dict.fromkeys(conflicts)),
            remarks=tuple(remarks) if charges else (),
            gap=reason if charges else None,
        )

    def _missing(self, gateway: str, keys: tuple[FeeKey, ...], missing: tuple[FeeKey, ...], named: NamedNeed) -> Reason:
        """Say that no source has a rate; or, where what is sold decides and was left open, for which of it none has."""
        told = tuple(
            (key.name, tuple(charge for _, charge in self.quote(gateway, key)[0])) for key in keys if key not in missing
        )
        if not told or any(key.family != "mobile" for key in keys):
            return because("fee_unknown.need", need=named)
        return because("fee_unknown.goods", need=named, missing=tuple(key.name for key in missing), told=told)

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
        charges, gap = found.charges, found.gap
        for extra in added:
            if extra.reckoned:
                low, high = extra.adds.low, extra.adds.high
                charges = tuple(base._replace(low=base.low + low, high=base.high + high) for base in charges)
            else:
                gap = because("surcharge.not_reckoned", need=named, adds=extra.adds)
        return found._replace(
            charges=charges,
            gap=gap,
            least=any(not extra.reckoned for extra in added),
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
            keys = self._rows.of_wallet(part, billing=need.type == "billing")
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

    def monthly(self, pricing: Pricing, part: Part) -> Amount | None:
        """Return what a part of the sales costs a month; None if the charge or a figure it needs is missing."""
        return None if pricing.least else self._span(pricing.charges, part)

    def besides(self, pricing: Pricing, part: Part) -> tuple[Amount | None, Foreign | None]:
        """Return what of a part can be said in won where not all of it can, and what comes to it in other money."""
        if self.monthly(pricing, part):
            return None, None
        count = self._needs.payments.get(part)
        won = tuple(charge._replace(foreign=None, foreign_floor=None) for charge in pricing.charges)
        foreign = [charge.foreign.times(count) for charge in pricing.charges if charge.foreign and count]
        return self._span(won, part), max(foreign, default=None)

    def _span(self, charges: tuple[Charge, ...], part: Part) -> Amount | None:
        sales, count = self._needs.sales.get(part), self._needs.payments.get(part)
        each = [cost_of(charge, sales, count, self._needs.usd_krw) for charge in charges]
        known = [amount for amount in each if amount is not None]
        if not known or len(known) < len(each):
            return None
        return Amount(min(amount.min for amount in known), max(amount.max for amount in known))
