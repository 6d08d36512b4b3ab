"""What changed in the documents, by harm, with the facts to read again."""

from collections.abc import Iterator

from portone_guide.facts.rules.drift.answer import Change, Drift
from portone_guide.facts.rules.drift.words import (
    HARMS,
    NO_FACT,
    NOTHING,
    change_text,
    fact_text,
    missing_text,
    more_text,
    rest_text,
    summary_text,
    unread_text,
)
from portone_guide.terminal.blocks import Block, Bullets, Heading, Screen, Text

_MOST_FACTS = 3


def drift_screen(found: Drift, *, everything: bool) -> Screen:
    """Return the changes that concern facts, or all of them."""
    return tuple(_blocks(found, everything))


def _blocks(found: Drift, everything: bool) -> Iterator[Block]:
    yield Heading("문서에서 바뀐 것")
    yield Text(summary_text(found), "warn" if found.read_again else "good")
    if found.missing_areas:
        yield Text(missing_text(found), "dim")
    if found.unread:
        yield Bullets(tuple(map(unread_text, found.unread)), "warn")
    shown = [change for change in found.changes if everything or (change.facts and change.kind != "wording")]
    for harm, name in HARMS.items():
        items = tuple(_item(change) for change in shown if change.harm == harm)
        if items:
            yield Text("")
            yield Heading(f"{name} ({len(items)})")
            yield Bullets(items)
    if not shown:
        yield Text(NO_FACT if found.changes else NOTHING)
    if len(shown) < len(found.changes):
        yield Text("")
        yield Text(rest_text(found, len(shown)), "dim")


def _item(change: Change) -> tuple[str, ...]:
    facts = tuple(fact_text(fact) for fact in change.facts[:_MOST_FACTS])
    more = len(change.facts) - _MOST_FACTS
    return (change_text(change), *facts, *((more_text(more),) if more > 0 else ()))
