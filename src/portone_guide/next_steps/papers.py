"""What to hand in, what is looked at, and what to check before opening, for one merchant."""

from collections.abc import Iterable
from typing import NamedTuple

from portone_guide.rules.models.contract import (
    BusinessKind,
    CardReviewLook,
    ContractDocument,
    ContractsFile,
    OpeningItem,
)
from portone_guide.rules.models.fields import PortOneVersion

KIND_NAMES: dict[BusinessKind, str] = {
    "sole": "개인사업자",
    "corporation": "법인",
    "foreign_representative": "외국인 대표",
    "overseas": "해외 사업자",
}


class Business(NamedTuple):
    """Who signs. ``kind`` None: not said, so that papers of every kind are listed."""

    kind: BusinessKind | None = None
    foreign_representative: bool = False
    industries: tuple[str, ...] = ()

    def concerns(self, kinds: Iterable[BusinessKind]) -> bool:
        """Tell whether something for ``kinds`` of business concerns this one; for none named: everybody."""
        named = set(kinds)
        if not named:
            return True
        if "foreign_representative" in named and self.foreign_representative:
            return True
        ordinary = named - {"foreign_representative"}
        return bool(ordinary) if self.kind is None else self.kind in ordinary


def papers(
    file: ContractsFile, business: Business, gateways: Iterable[str]
) -> tuple[tuple[str, ContractDocument], ...]:
    """Return the contract documents, general ones first; a paper for some industries only if it is one of them."""
    signing = set(gateways)
    found = [
        (name, paper)
        for name, paper in file.documents.items()
        if business.concerns(paper.kinds)
        and (not paper.gateways or signing.intersection(paper.gateways))
        and (not paper.industries or set(business.industries).intersection(paper.industries))
    ]
    return tuple(sorted(found, key=lambda entry: bool(entry[1].gateways)))


def card_review_looks(file: ContractsFile, styles: Iterable[str]) -> tuple[CardReviewLook, ...]:
    """Return what card companies look at in these styles; without any, in all."""
    wanted = set(styles)
    return tuple(row for row in file.card_review if not wanted or row.style in wanted)


def opening_items(file: ContractsFile, versions: Iterable[PortOneVersion]) -> tuple[tuple[str, OpeningItem], ...]:
    """Return the opening checklist for PortOne versions."""
    wanted = set(versions)
    return tuple((name, item) for name, item in file.opening.items() if wanted.intersection(item.portone))
