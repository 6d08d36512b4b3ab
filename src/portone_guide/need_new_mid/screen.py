"""Does a change need another merchant id, as a screen."""

from collections.abc import Iterator, Mapping
from typing import Final

from portone_guide.gateways.page_words import old_text, page_lines
from portone_guide.need_new_mid.answer import Decision, Found, MidAnswer, Way
from portone_guide.need_new_mid.email_words import email_draft
from portone_guide.need_new_mid.words import VERDICTS, case_reason, field_line, label, lead_time, screening, way_line
from portone_guide.rules.models.merchant_id import Route
from portone_guide.rules.models.source import Note
from portone_guide.terminal.blocks import Block, Bullets, Heading, Screen, Text, Tone

_TONES: Final[Mapping[Found, Tone]] = {
    "new_mid": "warn",
    "keep": "good",
    "new_contract": "bad",
    "ask_gateway": "warn",
    "not_offered": "bad",
}


def mid_screen(answer: MidAnswer) -> Screen:
    """Return one answer a gateway, each with what holds for all."""
    return tuple(block for decision in answer.decisions for block in _decision(decision, answer))


def _decision(decision: Decision, answer: MidAnswer) -> Iterator[Block]:
    yield Heading(f"{decision.name}: {', '.join(case.name for case in decision.cases)}")
    yield Text(VERDICTS[decision.verdict], _TONES[decision.verdict])
    if decision is answer.decisions[0] and (old := answer.named.old_pages(answer.sources)):
        yield Text(old_text(old), "warn")
    for case in decision.cases:
        general = " (모든 결제대행사에 대한 일반 안내)" if case.general else ""
        yield Bullets(((f"{case.name}: {VERDICTS[case.verdict]}", f"{case_reason(case)}{general}"),))
    yield Text(f"이 결제대행사는 상점아이디를 '{label(decision)}'(이)라고 부릅니다.")
    yield from _disputes(decision, answer)
    if any(case.verdict == "ask_gateway" for case in decision.cases):
        yield Text("물어볼 곳:")
        contacts = [f"{contact.what} {contact.value}" for contact in decision.contacts]
        yield Bullets((*contacts, "포트원 고객지원 cs@portone.io"))
    for way in decision.ways:
        yield from _way(decision, way)
    if decision.verdict not in {"keep", "not_offered"}:
        yield Heading("함께 알아둘 것")
        yield _notes(answer.notes)
    yield Heading("출처")
    yield Bullets(page_lines(answer.named, decision.sources))


def _disputes(decision: Decision, answer: MidAnswer) -> Iterator[Block]:
    for name in decision.conflicts:
        dispute = answer.named.disputes[name]
        yield Text(f"출처가 어긋남: {dispute.about}", "warn")
        yield Bullets(tuple(f"{answer.named.pages[claim.source].title}: {claim.says}" for claim in dispute.claims))


def _way(decision: Decision, way: Way) -> Iterator[Block]:
    several = len(decision.ways) > 1
    yield Heading(f"신청하는 방법: {', '.join(case.name for case in way.cases)}" if several else "신청하는 방법")
    if way.to_be_asked:
        yield Text("먼저 물어보고, 신청해야 한다는 답을 받으면 이렇게 합니다.", "warn")
    if way.general:
        yield Text("이 결제대행사만의 안내가 없어 일반 안내를 보입니다.", "warn")
    yield from _steps(way.route)
    if draft := email_draft(decision, way):
        yield Heading("보낼 메일")
        yield from map(Text, draft.split("\n"))
    elif way.route.send:
        yield Text("적거나 보낼 것:")
        yield Bullets(tuple(map(field_line, way.route.send)))
    yield from _afterwards(way.route)


def _steps(route: Route) -> Iterator[Block]:
    yield Text(way_line(route))
    if route.url:
        yield Text(route.url)
    if route.prepare:
        yield Text("먼저 할 것:")
        yield _notes(route.prepare)
        yield Text("그다음 차례로:")
    yield Bullets(tuple(f"{number}. {step}" for number, step in enumerate(route.steps, 1)))
    yield Text(f"걸리는 시간: {lead_time(route.lead_time)}")
    yield Text(f"심사: {screening(route)}")


def _afterwards(route: Route) -> Iterator[Block]:
    if route.after:
        yield Text("받은 뒤에 할 것:")
        yield _notes(route.after)
    if route.old_id:
        yield Text("쓰던 상점아이디는:")
        yield _notes(route.old_id)


def _notes(notes: tuple[Note, ...]) -> Bullets:
    return Bullets(tuple(note.text for note in notes))
