"""What the first real payment shows, on a screen."""

from collections.abc import Iterator

from portone_guide.go_live.verify_answer import Verified
from portone_guide.go_live.verify_words import SECTIONS, STATES, verdict, why
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Page, Part, Section, Text, Tone


def verify_page(found: Verified) -> Page:
    """Return the verdict and every point with its state; the sources by section."""
    tone: Tone = "warn" if found.problem or found.unknowns else "good"
    title = Heading(f"첫 결제 확인: {found.payment_id} (포트원 {found.portone.upper()})")
    first = [Part((title, Text(f"{verdict(found).rstrip('.')}.", "bad" if found.fails else tone)))]
    if not found.problem:
        points = tuple(f"{STATES[check.state]}  {check.text}: {why(check)}" for check in found.checks)
        first.append(Part((Bullets(points),)))
    sources = tuple((check.text, check.url) for check in found.checks)
    return Page(tuple(first), (Section("sources", SECTIONS["sources"], (Bullets(sources),)),), tuple(_next(found)))


def _next(found: Verified) -> Iterator[Block]:
    if found.problem or found.fails:
        yield Command(found.line, "고친 뒤나 조금 뒤에 다시")
    elif any(check.why.code == "refund.not_tried" for check in found.unknowns):
        yield Command(f"{found.line} --refund", "전액 취소까지 시험하기 (물어본 뒤에 취소합니다)")
    elif not found.unknowns:
        yield Command(found.done, "시험을 끝냈으면 적어 두세요")
