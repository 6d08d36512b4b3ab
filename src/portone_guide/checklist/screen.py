"""The checklist as a screen, and as tasks for a colleague."""

from collections.abc import Iterator, Mapping
from typing import Final

from portone_guide.checklist.answer import REVIEWS, CheckedItem, Checklist, Ready
from portone_guide.checklist.following_words import following
from portone_guide.checklist.words import STATE_NAMES, item_reason, item_title, readiness, seen_note, value_line
from portone_guide.gateways.caution_words import caution_text
from portone_guide.gateways.dispute_words import DISPUTED, dispute_lines, short_dispute_lines
from portone_guide.gateways.page_words import old_text, page_lines
from portone_guide.plan.model import CheckState
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Screen, Task, Tasks, Text, Tone

_TONES: Final[Mapping[Ready, Tone]] = {"yes": "good", "no": "bad", "unknown": "warn"}
_STATE_TONES: Final[Mapping[CheckState, Tone]] = {"pass": "good", "fail": "bad", "check": "warn", "na": "dim"}


def checklist_screen(checked: Checklist) -> Screen:
    """Return the verdicts first, then what blocks them, then every item by group."""
    return tuple(_blocks(checked))


def checklist_tasks(checked: Checklist) -> Screen:
    """Return the checklist as task lists, to hand to a colleague."""
    return (
        Heading("결제 심사 체크리스트"),
        *_warned(checked),
        Bullets(tuple(readiness(checked, review) for review in REVIEWS)),
        *(
            block
            for group in checked.groups
            for block in (Heading(group.name), Tasks(tuple(_task(entry, checked) for entry in group.items)))
        ),
        *((Heading(DISPUTED), Bullets(dispute_lines(checked.named, checked.disputes))) if checked.disputes else ()),
    )


def _warned(checked: Checklist) -> Iterator[Block]:
    if checked.host:
        yield Text(f"{caution_text(checked.host)}. 심사도 그 호스팅사에서 신청하세요.", "warn")
    if old := checked.named.old_pages(checked.sources):
        yield Text(old_text(old), "warn")
    for gateway, what in checked.cautions:
        whose = f"{checked.named.name(gateway)}: " if gateway else ""
        yield Text(f"주의 - {whose}{caution_text(what)}", "warn")


def _blocks(checked: Checklist) -> Iterator[Block]:
    yield from _warned(checked)
    if checked.values:
        yield Heading("입력한 값")
        yield Bullets(tuple(map(value_line, checked.values)))
    yield from _reviews(checked)
    failed = [entry for entry in checked.items if entry.state == "fail"]
    if failed:
        yield Heading("고칠 것")
        yield Bullets(tuple((item_title(entry), f"할 일: {item_reason(entry)}") for entry in failed), "bad")
    for group in checked.groups:
        yield Heading(group.name)
        yield Bullets(tuple(map(_item, group.items)))
    if checked.documents:
        yield Heading("필요할 수 있는 서류와 허가")
        yield Bullets(tuple((document.name, document.why or "") for _, document in checked.documents))
    if checked.disputes:
        yield Heading(DISPUTED)
        yield Bullets(short_dispute_lines(checked.named, checked.disputes))
        yield Text("쪽마다 한 말: portone-guide rules conflicts", "dim")
    yield Heading("출처")
    yield Bullets(page_lines(checked.named, checked.sources))
    yield Heading("다음에 할 일")
    if checked.host:
        yield Text("쇼핑몰을 만든 호스팅사의 관리자 화면이나 고객센터에서 결제대행사 계약을 신청하세요.")
    elif checked.ahead:
        yield from (Command(*line) for line in following(checked, checked.ahead))


def _reviews(checked: Checklist) -> Iterator[Block]:
    yield Heading("심사 준비 상태")
    for review in REVIEWS:
        blocking = checked.blocking(review)
        failed = sum(entry.state == "fail" for entry in blocking)
        rest = f" (미흡 {failed}건, 확인 필요 {len(blocking) - failed}건)" if blocking else ""
        yield Text(f"{readiness(checked, review)}{rest}", _TONES[checked.ready[review]])


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
