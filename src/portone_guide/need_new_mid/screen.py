"""Does a change need another merchant id: the verdict and the way first, all of it by sections."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from portone_guide.gateways.caution_words import caution_text
from portone_guide.gateways.dispute_words import DISPUTED, dispute_lines
from portone_guide.gateways.host_screen import host_page
from portone_guide.gateways.page_words import old_text, page_lines
from portone_guide.need_new_mid.answer import Decision, Found, Ids, MidAnswer, Way
from portone_guide.need_new_mid.email_words import MAIL_ALONE, MAIL_READY, email_draft
from portone_guide.need_new_mid.section_words import SECTIONS
from portone_guide.need_new_mid.words import (
    VERDICTS,
    case_reason,
    field_line,
    ids_line,
    label,
    lead_time,
    order_line,
    screening,
    way_line,
)
from portone_guide.rules.korean_particles import particle_after
from portone_guide.rules.models.merchant_id import Route
from portone_guide.rules.models.source import Note
from portone_guide.terminal.blocks import Block, Bullets, Page, Part, Section, Text, Tone

_TONES: Final[Mapping[Found, Tone]] = {
    "new_mid": "warn",
    "keep": "good",
    "new_contract": "bad",
    "ask_gateway": "warn",
    "not_offered": "bad",
    "through_host": "warn",
}


def mid_page(answer: MidAnswer) -> Page:
    """Return the answer for every gateway: verdicts and how to apply first, the rest by sections."""
    if answer.host:
        return host_page(answer.host, answer.named)
    old = answer.named.old_pages(answer.sources)
    about_pages = (Part((Text(old_text(old), "warn"),), rank=3),) if old else ()
    parts = (part for decision in answer.decisions for part in _first(decision))
    return Page((*parts, *about_pages), tuple(_sections(answer)))


def _first(decision: Decision) -> Iterator[Part]:
    cases = ", ".join(case.name for case in decision.cases)
    yield Part(
        (Text(f"{decision.name}: {cases}", "strong"), Text(VERDICTS[decision.verdict], _TONES[decision.verdict]))
    )
    why = (
        f"{case.name}: {case_reason(case)}" if len(decision.cases) > 1 else case_reason(case) for case in decision.cases
    )
    if decision.ids:
        yield Part(tuple(_ids(decision, decision.ids)), rank=9, repeats=True)
    yield Part((Bullets(tuple(why)),), rank=7, repeats=True)
    yield from (Part((Text(line, "warn"),), rank=6, repeats=True) for line in _cautions(decision))
    for way in decision.ways:
        lead = f"걸리는 시간: {lead_time(way.route.lead_time)}"
        steps = (f"{way_line(way.route)}", lead, f"심사: {screening(way.route)}")
        mail = (MAIL_READY,) if way.mail else ()
        asked = ("먼저 물어보고, 신청해야 한다는 답을 받으면 이렇게 합니다.",) if way.to_be_asked else ()
        yield Part((Text(_way_title(decision, way)), Bullets((*asked, *steps, *mail))), rank=8, repeats=True)
    if decision.verdict == "ask_gateway":
        yield Part((Text(f"물어볼 곳: {' · '.join(_places(decision)[:2])}"),), rank=8, repeats=True)


def _sections(answer: MidAnswer) -> Iterator[Section]:
    contents: Iterable[tuple[str, Iterable[Block]]] = (
        ("why", _each(answer, _why)),
        ("apply", _each(answer, _apply)),
        ("mail", _each(answer, _mails)),
        ("after", _each(answer, _afterwards)),
        ("notes", _general_notes(answer)),
        ("sources", (Bullets(page_lines(answer.named, answer.sources)),)),
    )
    for name, blocks in contents:
        if shown := tuple(blocks):
            yield Section(name, SECTIONS[name], shown)


def _each(answer: MidAnswer, told: Callable[[Decision, MidAnswer], Iterable[Block]]) -> Iterator[Block]:
    """Yield what is told of each gateway, under its name where there are several."""
    for decision in answer.decisions:
        blocks = tuple(told(decision, answer))
        if blocks and len(answer.decisions) > 1:
            yield Text(decision.name, "strong")
        yield from blocks


def _why(decision: Decision, answer: MidAnswer) -> Iterator[Block]:
    for case in decision.cases:
        general = " (모든 결제대행사에 대한 일반 안내)" if case.general else ""
        yield Bullets(((f"{case.name}: {VERDICTS[case.verdict]}", f"{case_reason(case)}{general}"),))
    if decision.ids:
        yield from _ids(decision, decision.ids)
    yield Text(f"이 결제대행사는 상점아이디를 '{label(decision)}'{particle_after(label(decision), '이라고')} 부릅니다.")
    yield from (Text(line, "warn") for line in _cautions(decision))
    yield from _disputes(decision, answer)


def _ids(decision: Decision, ids: Ids) -> Iterator[Block]:
    leads = {case.case: way.route.lead_time for way in decision.ways for case in way.cases}
    lines = (f"{number}. {case.name} - {lead_time(leads.get(case.case))}" for number, case in enumerate(ids.order, 1))
    yield Text(ids_line(ids), "warn")
    yield Bullets(tuple(lines))
    yield Text(order_line(ids), "dim")


def _cautions(decision: Decision) -> Iterator[str]:
    yield from (f"주의 - {caution_text(reason)}" for reason in decision.cautions)


def _places(decision: Decision) -> list[str]:
    return [*(f"{contact.what} {contact.value}" for contact in decision.contacts), "포트원 고객지원 cs@portone.io"]


def _apply(decision: Decision, answer: MidAnswer) -> Iterator[Block]:
    if any(case.verdict == "ask_gateway" for case in decision.cases):
        yield Text("물어볼 곳:")
        yield Bullets(tuple(_places(decision)))
    for way in decision.ways:
        if len(decision.ways) > 1:
            yield Text(_way_title(decision, way), "strong")
        if way.to_be_asked:
            yield Text("먼저 물어보고, 신청해야 한다는 답을 받으면 이렇게 합니다.", "warn")
        if way.general:
            yield Text("이 결제대행사만의 안내가 없어 일반 안내를 보입니다.", "warn")
        yield from _steps(way.route)
        if way.route.send and not way.route.email:
            yield Text("적거나 보낼 것:")
            yield Bullets(tuple(map(field_line, way.route.send)))


def _way_title(decision: Decision, way: Way) -> str:
    several = len(decision.ways) > 1
    return f"신청하는 방법: {', '.join(case.name for case in way.cases)}" if several else "신청하는 방법"


def _mails(decision: Decision, answer: MidAnswer) -> Iterator[Block]:
    for way in decision.ways:
        if draft := email_draft(decision, way):
            yield from map(Text, draft.split("\n"))
            yield Text(MAIL_ALONE, "dim")


def _general_notes(answer: MidAnswer) -> Iterator[Block]:
    if any(decision.verdict not in {"keep", "not_offered", "through_host"} for decision in answer.decisions):
        yield _notes(answer.notes)


def _disputes(decision: Decision, answer: MidAnswer) -> Iterator[Block]:
    if decision.conflicts:
        yield Text(f"{DISPUTED}:", "warn")
        yield Bullets(dispute_lines(answer.named, decision.conflicts))


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


def _afterwards(decision: Decision, answer: MidAnswer) -> Iterator[Block]:
    for way in decision.ways:
        if way.route.after:
            yield Text("받은 뒤에 할 것:")
            yield _notes(way.route.after)
        if way.route.old_id:
            yield Text("쓰던 상점아이디는:")
            yield _notes(way.route.old_id)


def _notes(notes: tuple[Note, ...]) -> Bullets:
    return Bullets(tuple(note.text for note in notes))
