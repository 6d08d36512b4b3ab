"""What changed in the documents: the worst first, then by harm with the facts to read again."""

from collections.abc import Iterator, Sequence

from portone_guide.facts.rules.drift.answer import Change, Drift
from portone_guide.facts.rules.drift.words import (
    NO_FACT,
    NOTHING,
    SECTIONS,
    change_text,
    count_text,
    fact_text,
    missing_text,
    more_text,
    summary_text,
    unread_text,
)
from portone_guide.terminal.blocks import Block, Bullets, Heading, Page, Part, Section, Text

_MOST_FACTS = 3
_FIRST_SHOWN = 4


def drift_page(found: Drift) -> Page:
    """Return the changes: those that concern facts by harm, then the others, then words."""
    sections = tuple(_sections(found))
    told = [change for change in found.changes if _section_of(change) not in {"unused", "wording"}]
    worst = Bullets(tuple(_item(change) for change in told[:_FIRST_SHOWN]))
    counts = Bullets(tuple(count_text(section.title, _count(section)) for section in sections))
    first = [Part(tuple(_head(found)), 9)]
    if told:
        first.append(Part((Text(""), worst), 2, repeats=True))
    if sections:
        first.append(Part((Text(""), counts), 5, repeats=True))
    return Page(tuple(first), sections)


def _head(found: Drift) -> Iterator[Block]:
    yield Heading("문서에서 바뀐 것")
    yield Text(summary_text(found), "warn" if found.read_again else "good")
    if found.missing_areas:
        yield Text(missing_text(found), "dim")
    if found.unread:
        yield Bullets(tuple(map(unread_text, found.unread)), "warn")
    if not found.changes:
        yield Text(NOTHING, "good")
    elif all(_section_of(change) in {"unused", "wording"} for change in found.changes):
        yield Text(NO_FACT, "good")


def _section_of(change: Change) -> str:
    """Return where a change stands: by harm if facts rest on it."""
    if change.kind == "wording":
        return "wording"
    return change.harm if change.facts else "unused"


def _sections(found: Drift) -> Iterator[Section]:
    for name, title in SECTIONS.items():
        items = tuple(_item(change) for change in found.changes if _section_of(change) == name)
        if items:
            yield Section(name, title, (Bullets(items),))


def _count(section: Section) -> int:
    return sum(len(block.items) for block in section.blocks if isinstance(block, Bullets))


def _item(change: Change) -> tuple[str, ...]:
    return (change_text(change), *_facts(change))


def _facts(change: Change) -> Sequence[str]:
    facts = [fact_text(fact) for fact in change.facts[:_MOST_FACTS]]
    more = len(change.facts) - _MOST_FACTS
    return [*facts, more_text(more)] if more > 0 else facts
