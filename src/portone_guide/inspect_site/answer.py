"""The answer of ``inspect``: what a site shows, where, and what that means for the checklist."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from portone_guide.gateways.references import References
from portone_guide.needs.reason import Reason
from portone_guide.rules.models.checklist import CheckItem
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.site_sign import SignId
from portone_guide.site.page import How, WhyNot

State = Literal["found", "not_found", "label_only", "unreadable", "not_applicable"]
Verdict = Literal["pass", "fail", "check"]
Manner = Literal["text", "picture", "link", "program", "form"]

FOOTER_SIGNS: Final[tuple[SignId, ...]] = (
    "trade_name",
    "representative",
    "address",
    "phone",
    "email",
    "business_number",
    "mail_order_number",
    "hosting_provider",
)
BAD_SIGNS: Final[frozenset[SignId]] = frozenset({"zero_price", "test_names"})
"""Those that a site should not show."""


class Place(NamedTuple):
    """Where something was seen: the page, how, and the words."""

    page: str
    how: Manner
    quote: str


class Sign(NamedTuple):
    """What was looked for; ``value`` is what stands there, ``reason`` why the state is what it is."""

    id: SignId
    state: State
    value: str | None = None
    where: tuple[Place, ...] = ()
    reason: Reason | None = None
    alike: bool = False

    @property
    def in_picture(self) -> bool:
        """Whether it was seen only as the text of a picture."""
        return bool(self.where) and all(place.how == "picture" for place in self.where)


class CheckedItem(NamedTuple):
    """An item of the checklist, as far as a look at the site can tell."""

    id: str
    item: CheckItem
    verdict: Verdict
    reason: Reason
    signs: tuple[SignId, ...]


class PageRead(NamedTuple):
    """How a page was read; ``why_not``: why not whole."""

    url: str
    status: int | None
    how: How
    why_not: WhyNot | None

    @property
    def complete(self) -> bool:
        """Whether it was read whole."""
        return self.why_not is None


class IndustryHint(NamedTuple):
    """Words that may mean a risky industry."""

    id: str
    name: str
    quote: str
    page: str


class CallHint(NamedTuple):
    """A payment window's program that was seen; ``called``: also a call of it."""

    id: str
    name: str
    portone: PortOneVersion | None
    called: bool


class Hints(NamedTuple):
    """What a look at the site suggests beside the signs."""

    builders: tuple[tuple[str, str], ...] = ()
    industries: tuple[IndustryHint, ...] = ()
    calls: tuple[CallHint, ...] = ()
    declared: tuple[tuple[str, str], ...] = ()


class Inspection(NamedTuple):
    """What was read of a site and what it shows.

    ``names`` are the names of the signs. ``limits`` are reasons why not everything was read.
    """

    target: str
    read_at: str
    pages: tuple[PageRead, ...]
    signs: tuple[Sign, ...]
    checklist: tuple[CheckedItem, ...]
    hints: Hints
    limits: tuple[Reason, ...]
    names: Mapping[SignId, str]
    named: References

    def sign(self, name: SignId) -> Sign:
        """Return one sign."""
        return next(sign for sign in self.signs if sign.id == name)

    @property
    def failed(self) -> bool:
        """Whether a required item can't pass as the site is."""
        return any(entry.verdict == "fail" and entry.item.required for entry in self.checklist)
