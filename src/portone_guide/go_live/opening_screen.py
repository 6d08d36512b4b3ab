"""``go-live`` on a screen: the list before opening."""

from collections.abc import Iterator

from portone_guide.go_live.answer import Look, Opening
from portone_guide.go_live.section_words import OPENING_SECTIONS
from portone_guide.go_live.verify_words import STATES, command_line, evidence_text
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Page, Part, Section, Task, Tasks, Text


def opening_page(found: Opening) -> Page:
    """Return the list before opening: its three parts on one screen, each whole by section."""
    return Page(tuple(_first(found)), tuple(_sections(found)), tuple(_next()))


def _first(found: Opening) -> Iterator[Part]:
    yield Part((Heading("실제 결제를 받기 전에"),))
    if found.portone or found.gateways:
        said = [*([f"포트원 {found.portone.upper()}"] if found.portone else []), *found.gateways]
        yield Part((Text(f"계획: {', '.join(said)}", "dim"),), rank=2)
    steps = (
        f"1. 코드에서 {len(found.scanned)}가지를 찾아봅니다 (go-live scan)",
        f"2. 코드로는 알 수 없는 {len(found.asks)}가지에 답합니다 (--section questions)",
        f"3. 첫 실제 결제를 내고 {len(found.first_payment)}가지를 봅니다 (go-live verify)",
    )
    yield Part((Bullets(steps),), repeats=True)
    if found.verified:
        bad = "fail" in found.verified.states.values()
        yield Part((Text(evidence_text(found.verified), "bad" if bad else "normal"),))


def _sections(found: Opening) -> Iterator[Section]:
    scanned = Bullets(tuple(row.title for row in found.scanned))
    yield Section("scan", OPENING_SECTIONS["scan"], (scanned,))
    asks = Tasks(tuple(Task(question.ask.text, done=False, details=(question.url,)) for question in found.asks))
    yield Section("questions", OPENING_SECTIONS["questions"], (asks,))
    looks = Tasks(tuple(_look(found, look) for look in found.first_payment))
    yield Section("first", OPENING_SECTIONS["first"], (looks,))


def _look(found: Opening, look: Look) -> Task:
    state = found.verified.states.get(look.id) if found.verified else None
    text = f"{look.check.text} ({STATES[state]})" if state else look.check.text
    return Task(text, done=state == "pass", details=(look.url,))


def _next() -> Iterator[Block]:
    yield Command("portone-guide go-live scan", "코드에서 찾아보기")
    yield Command(command_line("PAYMENT_ID"), "첫 실제 결제를 조회하기")
