"""Which checklist items concern a merchant, in which state they are, and whether a review can be asked for."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from portone_guide.checklist.site_values import SiteValue
from portone_guide.rules.models.checklist import Applies, CheckItem, ChecklistFile, SiteDocument

ItemState = Literal["pass", "fail", "na", "check"]
Ready = Literal["yes", "no", "unknown"]
Review = Literal["gateway_review", "card_issuer_review"]
REVIEWS: tuple[Review, ...] = ("gateway_review", "card_issuer_review")
STATES: tuple[ItemState, ...] = ("pass", "fail", "na", "check")


class Site(NamedTuple):
    """What is known of a merchant's site. None: not known, which leaves an item in; an empty set: known to be none."""

    goods: str | None = None
    platform: str | None = None
    types: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    gateways: frozenset[str] = frozenset()
    industries: frozenset[str] = frozenset()
    easy_pay: frozenset[str] = frozenset()
    in_development: bool | None = None

    @property
    def identity_only(self) -> bool:
        """Whether only identity verification is asked for."""
        return self.types == {"identity"}


class CheckedItem(NamedTuple):
    """An item and its state; ``reason`` says what decided it, or what to do."""

    id: str
    item: CheckItem
    state: ItemState
    reason: str


class Checklist(NamedTuple):
    """The whole list for one merchant."""

    items: tuple[CheckedItem, ...]
    values: tuple[SiteValue, ...]
    documents: tuple[tuple[str, SiteDocument], ...]
    ready: Mapping[Review, Ready]

    def blocking(self, review: Review) -> list[CheckedItem]:
        """Return the required items that keep a review from being asked for: failed first, then open."""
        found = [entry for entry in self.items if review in entry.item.reviews and _blocks(entry)]
        return sorted(found, key=lambda entry: entry.state != "fail")


def applies(rule: Applies, site: Site) -> bool:
    """Tell whether an item concerns a site: every list that the rule gives must be met."""
    return (
        _meets(rule.goods, site.goods)
        and _meets(rule.platforms, site.platform)
        and _shares(rule.types, site.types)
        and _shares(rule.styles, site.styles)
        and _shares(rule.gateways, site.gateways)
        and _shares(rule.industries, site.industries)
        and _shares(rule.easy_pay, site.easy_pay)
        and rule.identity_only in (None, site.identity_only)
        and (rule.in_development is None or site.in_development in (None, rule.in_development))
    )


def checklist(
    file: ChecklistFile, site: Site, states: Mapping[str, ItemState], values: Iterable[SiteValue]
) -> Checklist:
    """Return the items for a site with their states; a checked value decides the item that asks for it."""
    values = tuple(values)
    judged = {value.field: value for value in values}
    items = []
    for group in file.groups:
        for name, item in file.items.items():
            if item.group == group and applies(item.applies, site):
                items.append(_checked(name, item, states.get(name), judged.get(item.checks or "")))
    documents = tuple(
        (name, document)
        for name, document in file.documents.items()
        if _shares(document.industries, site.industries) and _shares(document.gateways, site.gateways)
    )
    return Checklist(tuple(items), values, documents, {review: _ready(items, review) for review in REVIEWS})


def _checked(name: str, item: CheckItem, state: ItemState | None, value: SiteValue | None) -> CheckedItem:
    if value and (value.state == "fail" or state is None):
        return CheckedItem(name, item, value.state, value.reason)
    return CheckedItem(name, item, state or "check", item.fix)


def _ready(items: Iterable[CheckedItem], review: Review) -> Ready:
    asked = [entry for entry in items if review in entry.item.reviews and entry.item.required]
    if any(entry.state == "fail" for entry in asked):
        return "no"
    return "unknown" if any(entry.state == "check" for entry in asked) else "yes"


def _blocks(entry: CheckedItem) -> bool:
    return entry.item.required and entry.state in {"fail", "check"}


def _meets(rule: tuple[str, ...], known: str | None) -> bool:
    return not rule or known is None or known in rule


def _shares(rule: tuple[str, ...], known: frozenset[str]) -> bool:
    return not rule or not known.isdisjoint(rule)
