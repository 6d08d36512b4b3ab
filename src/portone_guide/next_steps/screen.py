"""The road on a terminal: the day of opening and what to do now, then all of it by sections; and as a document."""

from collections.abc import Iterable, Iterator
from typing import Final

from portone_guide.gateways.dispute_words import dispute_lines, short_dispute_lines
from portone_guide.gateways.host_screen import host_page
from portone_guide.gateways.page_words import old_text, page_lines
from portone_guide.next_steps.answer import NextSteps, Unknown, other_command
from portone_guide.next_steps.channels_screen import live_blocks, test_blocks
from portone_guide.next_steps.code_screen import change_blocks, document_samples, sample_blocks
from portone_guide.next_steps.contract_screen import contract_blocks, opening_blocks
from portone_guide.next_steps.road_screen import caution_lines, day_blocks, step_blocks, summary_blocks, version_blocks
from portone_guide.next_steps.section_words import SECTIONS
from portone_guide.next_steps.timeline_screen import timeline_blocks
from portone_guide.next_steps.words import PORTONE_SUPPORT, places_to_ask, title, told, unknowns_line
from portone_guide.road.words import step_label, waited_line
from portone_guide.rules.korean_particles import particle_after
from portone_guide.rules.vocabulary import ACTORS
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Page, Part, Screen, Section, Text

_CAUTIONS_SHOWN: Final = 3


def next_steps_page(answer: NextSteps, *, picture: bool, claims: bool = False) -> Page:
    """Return the whole road, with its picture or without; ``claims``: with what each page says in a dispute."""
    if answer.host:
        return host_page(answer.host, answer.named)
    return Page(tuple(_first(answer)), tuple(_sections(answer, picture=picture, claims=claims)), tuple(_next(answer)))


def next_steps_document(answer: NextSteps) -> Screen:
    """Return the road to hand to a colleague: without the picture, the samples at the end."""
    if answer.host:
        return host_page(answer.host, answer.named).whole()
    parts = (
        summary_blocks(answer),
        step_blocks(answer),
        test_blocks(answer),
        contract_blocks(answer),
        live_blocks(answer),
    )
    asking = (_titled("ask", _asking(answer)), _titled("disputes", _disputes(answer, claims=True)))
    ends = (change_blocks(answer), opening_blocks(answer), *asking)
    last = (*_sources(answer), Heading("다음에 할 일"), *_next(answer), *document_samples(answer))
    return (Heading(title(answer)), *(block for part in (*parts, *ends) for block in part), *last)


def _first(answer: NextSteps) -> Iterator[Part]:
    yield Part((Text(title(answer), "strong"), *day_blocks(answer)))
    if step := answer.ahead.now:
        where = (f"어디서: {step.where}",) if step.where else ()
        label = step_label(step, answer.named.gateways)
        yield Part((Text(f"지금 할 일: {label} ({ACTORS[step.actor]})", "good"), Bullets((step.what, *where))))
    if also := ", ".join(step_label(step, answer.named.gateways) for step in answer.ahead.also):
        yield Part((Text(f"함께 할 수 있는 일: {also}"),), rank=6)
    for entry in answer.ahead.waited:
        if entry.noted or entry.late:
            yield Part((Text(waited_line(entry, answer.named.gateways), "bad" if entry.late else "normal"),), rank=7)
    yield Part(tuple(version_blocks(answer)), rank=5, repeats=True)
    told_lines = list(caution_lines(answer))
    for number, line in enumerate(told_lines[:_CAUTIONS_SHOWN]):
        yield Part((Text(f"주의 - {line}", "warn"),), rank=8 - number, repeats=True)
    if (more := len(told_lines) - _CAUTIONS_SHOWN) > 0:
        yield Part((Text(f"그 밖에 주의할 것 {more}가지: --section summary", "dim"),), repeats=True)
    if answer.unknowns:
        yield Part((Text(unknowns_line(answer), "dim"),), rank=4, repeats=True)
    yield Part(_old(answer), rank=3)


def _old(answer: NextSteps) -> Screen:
    old = answer.named.old_pages(answer.sources)
    return (Text(old_text(old), "warn"),) if old else ()


def _sections(answer: NextSteps, *, picture: bool, claims: bool) -> Iterator[Section]:
    contents: Iterable[tuple[str, Iterable[Block]]] = (
        ("summary", summary_blocks(answer)),
        ("calendar", timeline_blocks(answer) if picture else ()),
        ("road", step_blocks(answer)),
        ("test", test_blocks(answer)),
        ("contract", contract_blocks(answer)),
        ("live", live_blocks(answer)),
        ("code", (*change_blocks(answer), *sample_blocks(answer))),
        ("opening", opening_blocks(answer)),
        ("ask", _asking(answer)),
        ("disputes", _disputes(answer, claims=claims)),
        ("sources", (Bullets(page_lines(answer.named, answer.sources)),)),
    )
    for name, blocks in contents:
        if shown := tuple(blocks):
            yield Section(name, SECTIONS[name], shown)


def _titled(name: str, blocks: Iterable[Block]) -> Screen:
    shown = tuple(blocks)
    return (Heading(SECTIONS[name]), *shown) if shown else ()


def _sources(answer: NextSteps) -> Screen:
    return _titled("sources", (Bullets(page_lines(answer.named, answer.sources)),))


def _asking(answer: NextSteps) -> Iterator[Block]:
    if answer.unknowns:
        yield Bullets(tuple(_question(entry, answer) for entry in answer.unknowns))


def _disputes(answer: NextSteps, *, claims: bool) -> Iterator[Block]:
    if answer.disputes and claims:
        yield Bullets(dispute_lines(answer.named, answer.disputes))
    elif answer.disputes:
        yield Bullets(short_dispute_lines(answer.named, answer.disputes))
        yield Text("쪽마다 한 말: portone-guide rules conflicts", "dim")


def _question(entry: Unknown, answer: NextSteps) -> tuple[str, str]:
    whose = f"{answer.named.name(entry.gateway)}: " if entry.gateway else ""
    return f"{whose}{told(entry.what)}", f"물어볼 곳: {' · '.join(places_to_ask(entry, answer)) or PORTONE_SUPPORT}"


def _next(answer: NextSteps) -> Iterator[Block]:
    gateways, now = answer.gateways, answer.ahead.now
    if not gateways:
        yield Command("portone-guide select-pg", "계약할 곳을 먼저 고르면 그곳의 절차까지 보입니다")
        return
    if set(gateways) != set(answer.wishes.chosen):
        yield Command(f"portone-guide choose {' '.join(gateways)}", "이곳으로 정했으면 적어 두세요")
    elif now is None:
        yield Text("모든 단계를 끝냈습니다.", "good")
        return
    else:
        if command := other_command(now):
            yield Command(command, f"지금 할 일: {step_label(now, answer.named.gateways)}")
        told = f"'{now.title}'{particle_after(now.title, '을')}"
        yield Command(f"portone-guide done {now.name}", f"{told} 끝냈으면 적어 두세요")
    names = " ".join(f"--gateway {name}" for name in gateways)
    yield Command(f"portone-guide next-steps {names} --format ics > road.ics", "달력에 넣으려면")
