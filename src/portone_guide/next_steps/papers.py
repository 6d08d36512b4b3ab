"""What to hand in, what is looked at, and what to check before opening, for one merchant."""

from collections.abc import Iterable

from portone_guide.needs.requirements import Requirements
from portone_guide.next_steps.wishes import Business
from portone_guide.rules.models.contract import (
    BusinessKind,
    CardReviewLook,
    ContractDocument,
    ContractsFile,
    OpeningItem,
)
from portone_guide.rules.models.fields import PortOneVersion


def papers(
    file: ContractsFile, business: Business, gateways: Iterable[str]
) -> tuple[tuple[str, ContractDocument], ...]:
    """Return the contract documents, general ones first; a paper for some industries only if it is one of them."""
    signing = set(gateways)
    found = [
        (name, paper)
        for name, paper in file.documents.items()
        if _concerns(business, paper.kinds)
        and (not paper.gateways or signing.intersection(paper.gateways))
        and (not paper.industries or set(business.industries).intersection(paper.industries))
    ]
    return tuple(sorted(found, key=lambda entry: bool(entry[1].gateways)))


def card_review_looks(file: ContractsFile, styles: Iterable[str]) -> tuple[CardReviewLook, ...]:
    """Return what card companies look at in these styles; without any, in all."""
    wanted = set(styles)
    return tuple(row for row in file.card_review if not wanted or row.style in wanted)


def opening_items(
    file: ContractsFile, versions: Iterable[PortOneVersion], requirements: Requirements
) -> tuple[tuple[str, OpeningItem], ...]:
    """Return what to check before opening in one of these PortOne versions."""
    used = set(versions)
    return tuple(
        (name, item)
        for name, item in file.opening.items()
        if used.intersection(item.portone) and requirements.asks_for(item.concerns)
    )


def _concerns(business: Business, kinds: Iterable[BusinessKind]) -> bool:
    """Tell whether something for ``kinds`` of business concerns this one; for none named: everybody."""
    named = set(kinds)
    if not named:
        return True
    if "foreign_representative" in named and business.foreign_representative:
        return True
    ordinary = named - {"foreign_representative"}
    return bool(ordinary) if business.kind is None else business.kind in ordinary
