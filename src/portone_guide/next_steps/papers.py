"""What to hand in, what is looked at, and what to check before opening, for one merchant."""

from collections.abc import Iterable, Iterator

from portone_guide.gateways.demands import demanded
from portone_guide.gateways.scope import Audience, audience, concerns
from portone_guide.next_steps.case import Case
from portone_guide.next_steps.wishes import Business
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.contract import (
    BusinessKind,
    CardReviewLook,
    ContractDocument,
    GatewayContract,
    OpeningItem,
)
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.scope import Scope
from portone_guide.rules.models.term import QuickOpening


def papers(
    book: RuleBook, business: Business, gateways: Iterable[str], merchant: Audience
) -> tuple[tuple[str, ContractDocument], ...]:
    """Return the contract documents, general ones first; a paper for some industries only if it is one of them."""
    signing = tuple(gateways)
    found = [
        (name, paper)
        for name, paper in book.contracts.documents.items()
        if _concerns(business, paper.kinds)
        and concerns(paper.scope._replace(gateways=paper.gateways, industries=paper.industries), merchant)
        and demanded(book, paper.gateways or signing, paper.demand)
    ]
    return tuple(sorted(found, key=lambda entry: bool(entry[1].gateways)))


def card_review_looks(book: RuleBook, gateways: Iterable[str], merchant: Audience) -> Iterator[CardReviewLook]:
    """Yield what card companies look at; none where nobody has the payments looked at."""
    payments = [need for need in merchant.needs if need.type != "identity"]
    if (merchant.needs and not payments) or not demanded(book, gateways, "card_review"):
        return
    styles = {need.style or "window" for need in payments}
    for row in book.contracts.card_review:
        if (not styles or row.style in styles) and concerns(row.scope, merchant):
            yield row


def opening_items(
    book: RuleBook, gateways: Iterable[str], versions: Iterable[PortOneVersion], merchant: Audience
) -> Iterator[tuple[str, OpeningItem]]:
    """Yield what to check before opening in one of these PortOne versions."""
    signing, everybody = tuple(gateways), merchant._replace(versions=tuple(versions))
    for name, item in book.contracts.opening.items():
        concerned = concerns(item.scope._replace(portone=item.portone), everybody)
        if concerned and demanded(book, signing, item.demand):
            yield name, item


def contracts_of(case: Case) -> dict[str, GatewayContract]:
    """Return what the pages say of each gateway's contract, without the rows that concern others."""
    found = {}
    for name in case.wishes.gateways:
        contract = case.book.contracts.gateways.get(name, GatewayContract())
        merchant = _customer(case, name)
        found[name] = contract._replace(
            settlement=tuple(row for row in contract.settlement if concerns(row.scope, merchant)),
            notes=tuple(note for note in contract.notes if concerns(note.scope, merchant)),
        )
    return found


def quick_openings(case: Case) -> dict[str, QuickOpening]:
    """Return the quick openings that let something of what is asked for be sold."""
    offers = {name: case.book.terms.quick_opening.get(name) for name in case.wishes.gateways}
    return {name: row for name, row in offers.items() if row and concerns(_sold(row), _customer(case, name))}


def _sold(row: QuickOpening) -> Scope:
    return Scope(types=("one_time",), methods=row.methods, goods=(row.goods,) if row.goods else ())


def _customer(case: Case, gateway: str) -> Audience:
    """Return the merchant as one gateway has them: with what it carries; with everything if it carries nothing."""
    carrier = case.carriers[gateway]
    return audience(case.wishes.requirements, (carrier.version,), carrier.needs or case.needs, (gateway,))


def _concerns(business: Business, kinds: Iterable[BusinessKind]) -> bool:
    """Tell whether something for ``kinds`` of business concerns this one; for none named: everybody."""
    named = set(kinds)
    if not named:
        return True
    if "foreign_representative" in named and business.foreign_representative:
        return True
    ordinary = named - {"foreign_representative"}
    return bool(ordinary) if business.kind is None else business.kind in ordinary
