"""Which checklist items concern a merchant, in which state they are, and whether a review can be asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from portone_guide.checklist.answer import (
    REVIEWS,
    CheckedItem,
    Checklist,
    Footer,
    FooterLine,
    ItemGroup,
    Ready,
)
from portone_guide.checklist.site import Site
from portone_guide.gateways.cautions import Caution, cautions
from portone_guide.gateways.demands import demand_disputes, demanded
from portone_guide.gateways.disputes import disputed
from portone_guide.gateways.hosting import through_host
from portone_guide.gateways.industries import refused
from portone_guide.gateways.references import references
from portone_guide.gateways.scope import Audience, audience, concerns
from portone_guide.gateways.shares import Shares, shares
from portone_guide.gateways.site_values import SiteValue, judged
from portone_guide.plan.model import CheckState, SiteSeen
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.checklist import CheckItem, ChecklistFile, Review, SiteDocument
from portone_guide.rules.models.fields import Demand

_FRESH: Final = timedelta(days=14)


def checklist(
    book: RuleBook,
    site: Site,
    states: Mapping[str, CheckState],
    values: Iterable[SiteValue] = (),
    looked: SiteSeen | None = None,
) -> Checklist:
    """Return the items for a site with their states; a checked value decides the item that asks for it.

    ``looked`` is what a look at the site showed: it decides where nobody answered.
    """
    file, values = book.checklist, tuple(values)
    signing = site.gateways
    found = shares(book, site.answers, signing)
    merchant = _merchant(site, found)
    told = ((name, item) for name, item in file.items.items() if concerns(item.applies, merchant))
    items = _items({name: item for name, item in told if _reviewed(book, item, signing)}, states, values, looked)
    documents = tuple(_documents(book, signing, merchant))
    shown = _grouped(file, items)
    host = through_host(book, site.answers.platform, site.answers.builder)
    against = () if host else tuple(_cautions(book, site, found))
    pages_of = [source for caution in against for source in caution.what.sources]
    items_of = [source for group in shown for entry in group.items for source in entry.item.sources]
    disputes = () if host else disputed(book, _disputes(book, site, items, against), signing)
    sources = tuple(dict.fromkeys((*(host.sources if host else ()), *pages_of, *items_of)))
    named = _with_papers(sources, documents)
    return Checklist(
        shown,
        values,
        documents,
        {review: _ready(items, review) for review in REVIEWS},
        sources,
        references(book, gateways=signing, sources=named, disputes=disputes, on=site.answers.as_of),
        host,
        against,
        disputes,
    )


def _documents(book: RuleBook, signing: Sequence[str], merchant: Audience) -> Iterator[tuple[str, SiteDocument]]:
    for name, document in book.checklist.documents.items():
        if concerns(document.scope, merchant) and demanded(book, signing, document.demand):
            yield name, document


def _with_papers(sources: Iterable[str], documents: Iterable[tuple[str, SiteDocument]]) -> tuple[str, ...]:
    return (*sources, *(document.source for _, document in documents))


def _items(
    asked: Mapping[str, CheckItem],
    states: Mapping[str, CheckState],
    values: tuple[SiteValue, ...],
    looked: SiteSeen | None,
) -> list[CheckedItem]:
    by_field: dict[str, SiteValue] = {value.field: value for value in values}
    return [
        _with_look(_checked(name, item, states.get(name), by_field.get(item.checks or "")), states, looked)
        for name, item in asked.items()
    ]


def _grouped(file: ChecklistFile, items: Iterable[CheckedItem]) -> tuple[ItemGroup, ...]:
    found: dict[str, list[CheckedItem]] = {}
    for entry in items:
        found.setdefault(entry.item.group, []).append(entry)
    return tuple(ItemGroup(name, tuple(found[group])) for group, name in file.groups.items() if group in found)


def _disputes(
    book: RuleBook, site: Site, items: Iterable[CheckedItem], against: Iterable[Caution]
) -> Iterator[str | None]:
    yield from (entry.item.conflict for entry in items)
    for caution in against:
        yield from caution.what.conflicts
    yield from demand_disputes(book, site.gateways)


def _merchant(site: Site, found: Shares) -> Audience:
    versions = found.versions or found.allowed
    merchant = audience(site.answers, versions, site.answers.needs(), site.gateways)
    return merchant._replace(in_development=site.in_development)


def _cautions(book: RuleBook, site: Site, found: Shares) -> Iterator[Caution]:
    """Yield what speaks against asking for a review: an industry that nobody takes once, then what each asks."""
    for reason in refused(book, site.answers.industries):
        yield Caution(None, reason)
    for caution in cautions(book, site.answers, found):
        if not caution.what.code.startswith("refused_industry"):
            yield caution


def _reviewed(book: RuleBook, item: CheckItem, signing: tuple[str, ...]) -> bool:
    """Tell whether a gateway asks for what an item is done for; nobody looks at it for a review that there isn't."""
    review: Demand | None = "card_review" if item.reviews == ("card_issuer_review",) else None
    return demanded(book, signing, review) and demanded(book, signing, item.demand)


def _checked(name: str, item: CheckItem, state: CheckState | None, value: SiteValue | None) -> CheckedItem:
    if value and (value.state == "fail" or state is None):
        return CheckedItem(name, item, value.state, value)
    return CheckedItem(name, item, state or "check")


def _with_look(entry: CheckedItem, states: Mapping[str, CheckState], looked: SiteSeen | None) -> CheckedItem:
    if looked is None or entry.id not in looked.items:
        return entry
    seen = looked.items[entry.id]
    own = entry.value is not None or states.get(entry.id, "check") != "check"
    return entry._replace(state=entry.state if own else seen, seen=(seen, looked.day))


def fresh(looked: SiteSeen | None, on: date) -> SiteSeen | None:
    """Return a look at the site that is not too old to go by; None: it is, or there was none."""
    return looked if looked is not None and timedelta() <= on - looked.day <= _FRESH else None


def _ready(items: Iterable[CheckedItem], review: Review) -> Ready:
    asked = [entry for entry in items if review in entry.item.reviews and entry.item.required and not entry.item.note]
    if any(entry.state == "fail" for entry in asked):
        return "no"
    return "unknown" if any(entry.state == "check" for entry in asked) else "yes"


def footer(file: ChecklistFile, typed: Mapping[str, str]) -> Footer:
    """Return the footer of the values typed, by field id, in the order of the rule file."""
    values = {name: " ".join(typed[name].split()) for name in typed if name in file.footer_fields}
    known = {name: text for name, text in values.items() if text}
    lines = tuple(
        FooterLine(field.name, known.get(name))
        for name, field in file.footer_fields.items()
        if name in known or field.required
    )
    return Footer(lines, tuple(value for value in judged(known, file) if value.state == "fail"))
