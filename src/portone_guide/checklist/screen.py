"""The checklist: first whether a review can be asked for and what is open, then all of it by sections; and as tasks."""

from collections.abc import Iterator, Mapping
from typing import Final

from portone_guide.checklist.answer import REVIEWS, CheckedItem, Checklist, Ready
from portone_guide.checklist.following_words import following
from portone_guide.checklist.section_words import SECTIONS, TITLE
from portone_guide.checklist.words import (
    STATE_NAMES,
    fix_line,
    item_reason,
    item_title,
    left_line,
    more_line,
    open_line,
    readiness,
    review_line,
    seen_note,
    value_line,
)
from portone_guide.gateways.caution_words import caution_text
from portone_guide.gateways.dispute_words import DISPUTED, dispute_lines, short_dispute_lines
from portone_guide.gateways.host_screen import host_page
from portone_guide.gateways.page_words import old_text, page_lines
from portone_guide.plan.model import CheckState
from portone_guide.terminal.blocks import (
    Block,
    Bullets,
    Command,
    Heading,
    Page,
    Part,
    Screen,
    Section,
    Task,
    Tasks,
    Text,
    Tone,
)

_TONES: Final[Mapping[Ready, Tone]] = {"yes": "good", "no": "bad", "unknown": "warn"}
_STATE_TONES: Final[Mapping[CheckState, Tone]] = {"pass": "good", "fail": "bad", "check": "warn", "na": "dim"}
_SHOWN: Final = 3


def checklist_page(checked: Checklist) -> Page:
    """Return whether the reviews can be asked for, what is wrong and what is open; the rest by sections."""
    if checked.host:
        return host_page(checked.host, checked.named)
    return Page(tuple(_first(checked)), tuple(_sections(checked)), tuple(_next(checked)))


def checklist_tasks(checked: Checklist) -> Screen:
    """Return the checklist as task lists, to hand to a colleague."""
    if checked.host:
        return (Heading(TITLE), *host_page(checked.host, checked.named).whole())
    notes = _know(checked)
    return (
        Heading(TITLE),
        *(block for part in _warned(checked) for block in part.blocks),
        Bullets(tuple(readiness(checked, review) for review in REVIEWS)),
        *(
            block
            for name, items in _asked(checked)
            for block in (Heading(name), Tasks(tuple(_task(entry, checked) for entry in items)))
        ),
        *((Heading(SECTIONS["know"]), *notes) if notes else ()),
        *((Heading(DISPUTED), Bullets(dispute_lines(checked.named, checked.disputes))) if checked.disputes else ()),
    )


def list_lines(checked: Checklist) -> str:
    """Return the whole list at a glance, a line a group, to stand before the questions."""
    return "\n".join(left_line(name, items) for name, items in _asked(checked))


def _first(checked: Checklist) -> Iterator[Part]:
    yield Part(tuple(Text(review_line(checked, review), _TONES[checked.ready[review]]) for review in REVIEWS))
    if checked.values:
        yield Part((Bullets(tuple(map(value_line, checked.values))),))
    failed = [entry for entry in checked.asked if entry.state == "fail"]
    for number, entry in enumerate(failed[:_SHOWN]):
        yield Part((Bullets((fix_line(entry),), "bad"),), rank=8 - number, repeats=True)
    if len(failed) > _SHOWN:
        yield Part((Text(more_line(SECTIONS["fix"], len(failed) - _SHOWN, "fix"), "dim"),), rank=4, repeats=True)
    if opened := list(_asked(checked, "check")):
        yield Part((Text(open_line(opened)),), rank=9, repeats=True)
    yield from _warned(checked)


def _warned(checked: Checklist) -> Iterator[Part]:
    for gateway, what in checked.cautions:
        whose = f"{checked.named.name(gateway)}: " if gateway else ""
        yield Part((Text(f"주의 - {whose}{caution_text(what)}", "warn"),), rank=5)
    if old := checked.named.old_pages(checked.sources):
        yield Part((Text(old_text(old), "warn"),), rank=3)


def _sections(checked: Checklist) -> Iterator[Section]:
    failed = tuple(
        (item_title(entry), f"할 일: {item_reason(entry)}", entry.item.why, seen_note(entry))
        for entry in checked.asked
        if entry.state == "fail"
    )
    papers = tuple((document.name, document.why or "") for _, document in checked.documents)
    disputes: Screen = ()
    if checked.disputes:
        told = Bullets(short_dispute_lines(checked.named, checked.disputes))
        disputes = (told, Text("쪽마다 한 말: portone-guide rules conflicts", "dim"))
    contents: Mapping[str, Screen] = {
        "fix": (Bullets(failed, "bad"),) if failed else (),
        "open": _groups(checked, "check"),
        "done": _groups(checked, "pass", "na"),
        "know": _know(checked),
        "papers": (Bullets(papers),) if papers else (),
        "disputes": disputes,
        "sources": (Bullets(page_lines(checked.named, checked.sources)),),
    }
    yield from (Section(name, SECTIONS[name], blocks) for name, blocks in contents.items() if blocks)


def _asked(checked: Checklist, *only: CheckState) -> Iterator[tuple[str, list[CheckedItem]]]:
    """Yield the groups with what is asked of each; none that has nothing."""
    for group in checked.groups:
        asked = [entry for entry in group.items if not entry.item.note and (not only or entry.state in only)]
        if asked:
            yield group.name, asked


def _groups(checked: Checklist, *only: CheckState) -> Screen:
    found = _asked(checked, *only)
    return tuple(block for name, items in found for block in (Heading(name), Bullets(tuple(map(_item, items)))))


def _know(checked: Checklist) -> Screen:
    notes = tuple((entry.item.title, f"{entry.item.why} · {entry.item.fix}") for entry in checked.notes)
    return (Bullets(notes),) if notes else ()


def _next(checked: Checklist) -> Iterator[Block]:
    if checked.ahead:
        yield from (Command(*line) for line in following(checked, checked.ahead))


def _item(entry: CheckedItem) -> tuple[str, ...]:
    said = f"{entry.item.why} · {entry.item.fix}"
    return (f"[{STATE_NAMES[entry.state]}] {item_title(entry)}", said, seen_note(entry))


def _task(entry: CheckedItem, checked: Checklist) -> Task:
    pages = (f"출처: {url}" for url in checked.named.urls(entry.item.sources))
    return Task(
        item_title(entry),
        entry.state in {"pass", "na"},
        (*filter(None, (seen_note(entry),)), f"왜: {entry.item.why}", f"할 일: {entry.item.fix}", *pages),
        STATE_NAMES[entry.state],
        _STATE_TONES[entry.state],
    )
