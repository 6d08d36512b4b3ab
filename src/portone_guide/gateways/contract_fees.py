"""What having a contract costs whatever is sold: the sign-up fee, monthly and yearly fees; and what is kept back."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from portone_guide.gateways.families import Families
from portone_guide.gateways.fee_rows import Sheet
from portone_guide.gateways.pricing import Every, Pricing, Recurring, in_won
from portone_guide.needs.reason import because
from portone_guide.needs.requirements import Need
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee_key import FeeKey
from portone_guide.rules.models.money import Charge

_ABROAD: Final = ("overseas", "overseas_billing")
_EVERY: Final[Mapping[str, Every]] = {"monthly_fee": "month", "yearly_fee": "year"}


def contract_fees(
    sheet: Sheet, book: RuleBook, gateway: str, needs: tuple[Need, ...], usd_krw: Decimal | None
) -> Pricing:
    """Return the sign-up fee and the standing fees of a gateway for these needs, before VAT.

    A contract of its own adds its fees to the others'; what is no part of one falls under the gateway's own sign-up
    fee, which may be another for overseas methods. What two of those come to together, no sheet says.
    """
    contracts = book.fees.separate_contracts.get(gateway, {})
    named = {name: [need for need in needs if _abroad(need, row.methods)] for name, row in contracts.items()}
    separate = [name for name, within in named.items() if within]
    others = tuple(need for need in needs if not any(need in within for within in named.values()))
    pricings = [_once(sheet, gateway, {FeeKey("signup_fee", name)}) for name in separate]
    if others or not separate:
        pricings.append(_once(sheet, gateway, _signup_keys(sheet, book, gateway, others)))
    running = tuple(
        fee._replace(name=contracts[name].name if name else None)
        for name in (*([""] if others or not separate else []), *separate)
        for fee in _recurring(sheet, gateway, name, usd_krw)
    )
    disputed = book.fees.disputed.get(gateway, {})
    keys = {str(FeeKey(family, name)) for name in separate for family in ("signup_fee", *_EVERY)}
    unknown = next((pricing.unknown for pricing in pricings if pricing.unknown), None)
    won = sum(charge.won for pricing in pricings for charge in pricing.charges)
    return Pricing(
        () if unknown else (Charge(won=won),),
        unknown=unknown,
        sources=tuple(
            dict.fromkeys([*(name for one in pricings for name in one.sources), *(fee.source for fee in running)])
        ),
        conflicts=tuple(dict.fromkeys(conflict for key, conflict in disputed.items() if key in keys)),
        recurring=running,
    )


def _abroad(need: Need, methods: tuple[str, ...]) -> bool:
    return need.type in _ABROAD and need.method in methods


def _once(sheet: Sheet, gateway: str, keys: set[FeeKey]) -> Pricing:
    found: dict[Charge, str] = {}
    for key in sorted(keys, key=str):
        quote, source = sheet.quote(gateway, key)
        if not quote:
            return Pricing(unknown=because("fee_unknown.signup"))
        found[quote[0][1]] = source or ""
    sources = tuple(dict.fromkeys(found.values()))
    if len(found) > 1:
        apart = tuple(charge.won for charge in found)
        return Pricing(unknown=because("fee_unknown.signup_both", apart=apart), sources=sources)
    return Pricing(tuple(found), sources=sources)


def _signup_keys(sheet: Sheet, book: RuleBook, gateway: str, needs: tuple[Need, ...]) -> set[FeeKey]:
    """Return the sign-up fees of the gateway's own that these needs bring.

    A gateway whose sheet has sign-up fees for overseas methods asks those for them; otherwise its general
    one covers everything. An ordinary gateway takes overseas cards by a clause to its ordinary contract,
    but its sheet leaves open what other overseas methods alone would cost.
    """
    abroad = {need for need in needs if need.type in _ABROAD}
    blocks = book.fees.fees.get(gateway, ())
    if any(FeeKey.parse(text).overseas for block in blocks for text in block.rates):
        found = {_signup_abroad(sheet, book, gateway, need) if need in abroad else FeeKey.signup() for need in needs}
        return found or {FeeKey.signup()}
    ordinary = book.pg_methods.gateways[gateway].role != "overseas"
    unstated = ordinary and needs and all(need in abroad and need.method != "card" for need in needs)
    return {FeeKey.signup("only" if unstated else "")}


def _signup_abroad(sheet: Sheet, book: RuleBook, gateway: str, need: Need) -> FeeKey:
    """Return the sign-up fee of an overseas method; that of its family where the sheet has none of its own."""
    families = Families(book.pg_methods)
    wider = (name for name, _ in families.around(need.type, need.method))
    near = (need.method, *wider, *families.inside(need.type, need.method))
    keys = (FeeKey.signup(method) for method in near)
    return next((key for key in keys if sheet.quote(gateway, key)[1]), FeeKey.signup(need.method))


def _recurring(sheet: Sheet, gateway: str, contract: str, usd_krw: Decimal | None) -> Iterator[Recurring]:
    for family, every in _EVERY.items():
        quote, source = sheet.quote(gateway, FeeKey(family, contract))
        for _, charge in quote:
            won = in_won(charge.foreign, usd_krw) if charge.foreign else charge.won
            yield Recurring(every, charge, won, source or "")
