"""What to hand in, what is looked at, and what to check before opening, for one merchant."""

from collections.abc import Iterable, Iterator

from portone_guide.gateways.demands import demanded
from portone_guide.gateways.scope import Audience, concerns
from portone_guide.next_steps.case import Case
from portone_guide.next_steps.wishes import Business
from portone_guide.rules.models.contract import (
    BusinessKind,
    CardReviewLook,
    ContractDocument,
    GatewayContract,
    OpeningItem,
)
from portone_guide.rules.models.fields import IntegrationStyle
from portone_guide.rules.models.scope import Scope
from portone_guide.rules.models.term import QuickOpening


def papers(case: Case) -> tuple[tuple[str, ContractDocument], ...]:
    """Return the contract documents, general ones first; a paper for some industries only if it is one of them."""
    found = [
        (name, paper)
        for name, paper in case.book.contracts.documents.items()
        if _concerns(case.wishes.business, paper.kinds) and any(_asked_for(case, paper))
    ]
    return tuple(sorted(found, key=lambda entry: bool(entry[1].gateways)))


def _asked_for(case: Case, paper: ContractDocument) -> Iterator[bool]:
    """Yield for each gateway whether it wants a paper for what it carries."""
    scope = paper.scope._replace(gateways=paper.gateways, industries=paper.industries)
    for customer in case.customers:
        yield concerns(scope, customer) and demanded(case.book, customer.gateways, paper.demand)


def card_review_looks(case: Case) -> Iterator[CardReviewLook]:
    """Yield what card companies look at; none where nobody has the payments looked at."""
    reviewed = [customer for customer in case.customers if _reviewed(case, customer)]
    for row in case.book.contracts.card_review:
        if any(row.style in _styles(customer, row.style) and concerns(row.scope, customer) for customer in reviewed):
            yield row


def _reviewed(case: Case, customer: Audience) -> bool:
    return not customer.identity_only and demanded(case.book, customer.gateways, "card_review")


def _styles(customer: Audience, otherwise: IntegrationStyle) -> set[IntegrationStyle]:
    """Return in which styles is paid; any other one, too, where nothing was asked for."""
    payments = [need for need in customer.needs if need.type != "identity"]
    return {need.style or "window" for need in payments} or {otherwise}


def opening_items(case: Case) -> Iterator[tuple[str, OpeningItem]]:
    """Yield what to check before opening, in the PortOne version of each gateway."""
    for name, item in case.book.contracts.opening.items():
        scope = item.scope._replace(portone=item.portone)
        if any(
            concerns(scope, customer) and demanded(case.book, customer.gateways, item.demand)
            for customer in case.customers
        ):
            yield name, item


def contracts_of(case: Case) -> dict[str, GatewayContract]:
    """Return what the pages say of each gateway's contract, without the rows that concern others."""
    found = {}
    for name in case.gateways:
        contract, merchant = case.book.contracts.gateways.get(name, GatewayContract()), case.customer(name)
        found[name] = contract._replace(
            settlement=tuple(row for row in contract.settlement if concerns(row.scope, merchant)),
            notes=tuple(note for note in contract.notes if concerns(note.scope, merchant)),
        )
    return found


def quick_openings(case: Case) -> dict[str, QuickOpening]:
    """Return the quick openings that let something of what is asked for be sold."""
    offers = {name: case.book.terms.quick_opening.get(name) for name in case.gateways}
    return {name: row for name, row in offers.items() if row and concerns(_sold(row), case.customer(name))}


def _sold(row: QuickOpening) -> Scope:
    return Scope(types=("one_time",), methods=row.methods, goods=(row.goods,) if row.goods else ())


def _concerns(business: Business, kinds: Iterable[BusinessKind]) -> bool:
    """Tell whether something for ``kinds`` of business concerns this one; for none named: everybody."""
    named = set(kinds)
    if not named:
        return True
    if "foreign_representative" in named and business.foreign_representative:
        return True
    ordinary = named - {"foreign_representative"}
    return bool(ordinary) if business.kind is None else business.kind in ordinary
