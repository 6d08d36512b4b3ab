"""``go-live`` on a screen: what was found, and the list before opening."""

from collections.abc import Iterator
from itertools import groupby

from portone_guide.go_live.answer import Finding, Opening, Scan
from portone_guide.go_live.words import LEVELS, detail, place, read_text, verdict
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Screen, Task, Tasks, Text

_SHOWN_ASKS = 5


def scan_screen(found: Scan) -> Screen:
    """Return what was found, the worst first."""
    return tuple(_scan(found, every=False))


def scan_document(found: Scan) -> Screen:
    """Return the same to hand on, with every question."""
    return tuple(_scan(found, every=True))


def _scan(found: Scan, *, every: bool) -> Iterator[Block]:
    yield Heading("실제 결제를 받기 전에: 코드")
    yield Text(f"{verdict(found)}.", "bad" if found.blocks else "warn" if found.findings else "good")
    yield Text(read_text(found), "dim")
    if found.silenced:
        yield Text(f"코드에서 덮어 둔 것 {found.silenced}곳 (portone-guide: ignore)", "dim")
    yield from _findings(found)
    if found.unread:
        yield Heading("따라가지 못한 곳")
        lines = (f"{part.path}{f':{part.line}' if part.line else ''}: {detail(part.why)}" for part in found.unread)
        yield Bullets(tuple(lines), "dim")
    yield from _questions(found, every=every)
    yield Command("portone-guide go-live", "코드로는 알 수 없는 것과 첫 결제에서 볼 것")


def _findings(found: Scan) -> Iterator[Block]:
    order = list(found.rules)  # the most harmful first, as the rows stand
    for level, of_level in groupby(found.findings, key=lambda one: one.level):
        yield Heading({"block": "미흡: 고쳐야 엽니다", "ask": "확인: 사람이 보아야 합니다"}[level])
        by_rule = sorted(of_level, key=lambda one: order.index(one.rule))
        for rule, group in groupby(by_rule, key=lambda found: found.rule):
            yield from _rule(rule, list(group))


def _rule(rule: str, group: list[Finding]) -> Iterator[Block]:
    first = group[0]
    yield Text(f"{LEVELS[first.level]}  {first.check.title} ({rule})", "bad" if first.level == "block" else "warn")
    yield Text(first.check.why)
    yield Bullets(tuple((place(found), found.code, detail(found.detail)) for found in group))
    yield Text(f"고치기: {first.check.fix}")
    yield Text(first.url, "dim")


def _questions(found: Scan, *, every: bool) -> Iterator[Block]:
    if not found.asks:
        return
    yield Heading("코드로는 알 수 없는 것")
    shown = found.asks if every else found.asks[:_SHOWN_ASKS]
    yield Tasks(tuple(Task(question.ask.text, done=False) for question in shown))
    if len(shown) < len(found.asks):
        yield Text(f"{len(found.asks) - len(shown)}가지 더: portone-guide go-live", "dim")


def opening_screen(found: Opening) -> Screen:
    """Return the list before opening."""
    return tuple(_opening(found))


def _opening(found: Opening) -> Iterator[Block]:
    yield Heading("실제 결제를 받기 전에")
    if found.portone or found.gateways:
        said = [*([f"포트원 {found.portone.upper()}"] if found.portone else []), *found.gateways]
        yield Text(f"계획: {', '.join(said)}", "dim")
    yield Command("portone-guide go-live scan", f"1. 코드에서 {len(found.scanned)}가지를 찾아봅니다")
    yield Heading("2. 코드로는 알 수 없어 답해야 하는 것")
    yield Tasks(tuple(Task(question.ask.text, done=False, details=(question.url,)) for question in found.asks))
    yield Heading("3. 첫 실제 결제에서 볼 것")
    yield Tasks(tuple(Task(look.check.text, done=False, details=(look.url,)) for look in found.first_payment))
