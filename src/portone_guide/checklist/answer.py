"""The answer of ``checklist``: every item with its state, the values that were typed, judged, and the footer."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from portone_guide.gateways.cautions import Caution
from portone_guide.gateways.hosting import Hosted
from portone_guide.gateways.references import References
from portone_guide.gateways.site_values import SiteValue
from portone_guide.plan.model import CheckState, SeenState
from portone_guide.road.answer import Progress
from portone_guide.rules.models.checklist import CheckItem, Review, SiteDocument

Ready = Literal["yes", "no", "unknown"]

REVIEWS: Final[tuple[Review, ...]] = get_args(Review)
STATES: Final[Mapping[str, CheckState]] = {state: state for state in get_args(CheckState)}
"""The state that a text names."""


class CheckedItem(NamedTuple):
    """An item and its state; ``value`` is the typed value that decided it, None: the merchant's own answer.

    ``seen`` is what a look at the site showed, and the day of that look; it decides where nobody answered.
    """

    id: str
    item: CheckItem
    state: CheckState
    value: SiteValue | None = None
    seen: tuple[SeenState, date] | None = None

    @property
    def contradicted(self) -> bool:
        """Whether the site showed something else than the merchant's own answer."""
        return self.seen is not None and self.state in {"pass", "fail"} and self.seen[0] != self.state


class ItemGroup(NamedTuple):
    """Items under one name."""

    name: str
    items: tuple[CheckedItem, ...]


class Checklist(NamedTuple):
    """The whole list for one merchant: groups that have items, documents by id, and whether to ask for a review.

    ``sources`` are the pages that the items rest on. ``host``: how the shop signs through the company that hosts it,
    which then asks for the reviews; None: it signs through PortOne. ``cautions``: what speaks against asking at all.
    ``ahead`` is how far the plan has come, None: nobody asked.
    """

    groups: tuple[ItemGroup, ...]
    values: tuple[SiteValue, ...]
    documents: tuple[tuple[str, SiteDocument], ...]
    ready: Mapping[Review, Ready]
    sources: tuple[str, ...]
    named: References
    host: Hosted | None = None
    cautions: tuple[Caution, ...] = ()
    disputes: tuple[str, ...] = ()
    ahead: Progress | None = None

    @property
    def items(self) -> Iterator[CheckedItem]:
        """Every item, in the order of the groups."""
        return (entry for group in self.groups for entry in group.items)

    @property
    def asked(self) -> list[CheckedItem]:
        """The items that somebody can check off: all but the notes."""
        return [entry for entry in self.items if not entry.item.note]

    @property
    def notes(self) -> list[CheckedItem]:
        """What is good to know, and nobody can check off."""
        return [entry for entry in self.items if entry.item.note]

    @property
    def failed(self) -> bool:
        """Whether something is known to be wrong: a value, or an item that a review needs."""
        return any(value.state == "fail" for value in self.values) or any(
            entry.state == "fail" and entry.item.required for entry in self.asked
        )

    def blocking(self, review: Review) -> list[CheckedItem]:
        """Return the required items that keep a review from being asked for: failed first, then open."""
        found = [entry for entry in self.items if review in entry.item.reviews and _blocks(entry)]
        return sorted(found, key=lambda entry: entry.state != "fail")


def _blocks(entry: CheckedItem) -> bool:
    return entry.item.required and not entry.item.note and entry.state in {"fail", "check"}


class FooterLine(NamedTuple):
    """A field at the foot of a site; ``value`` None: it must stand there and was not typed."""

    name: str
    value: str | None


class Footer(NamedTuple):
    """A site's footer, and those of its values that can't be right."""

    lines: tuple[FooterLine, ...]
    wrong: tuple[SiteValue, ...]
