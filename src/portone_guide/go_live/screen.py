"""``go-live scan`` on a screen: the verdict and the worst first, then everything by sections."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from portone_guide.go_live.answer import Finding, Scan
from portone_guide.go_live.section_words import SCAN_SECTIONS
from portone_guide.go_live.words import LEVELS, detail, place, read_text, verdict
from portone_guide.rules.models.go_live import Level
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

_RULES_SHOWN: Final = 6
_TONES: Final[dict[Level, Tone]] = {"block": "bad", "ask": "warn"}


def scan_page(found: Scan) -> Page:
    """Return what was found: the worst on one screen, all of it by sections."""
    end = (Command("portone-guide go-live", "코드로는 알 수 없는 것과 첫 결제에서 볼 것"),)
    return Page(tuple(_first(found)), tuple(_sections(found)), end)


def scan_document(found: Scan) -> Screen:
    """Return all of it to hand on."""
    return scan_page(found).whole()


def _first(found: Scan) -> Iterator[Part]:
    tone: Tone = "bad" if found.blocks else "warn" if found.findings else "good"
    yield Part((Heading("실제 결제를 받기 전에: 코드"), Text(f"{verdict(found)}.", tone)))
    rules = list(_by_rule(found))
    for number, (level, rule, group) in enumerate(rules[:_RULES_SHOWN]):
        more = f" 외 {len(group) - 1}곳" if len(group) > 1 else ""
        line = f"{LEVELS[level]}  {group[0].check.title} ({rule}): {place(group[0])}{more}"
        yield Part((Text(line, _TONES[level]),), rank=8 - number, repeats=True)
    if len(rules) > _RULES_SHOWN:
        yield Part((Text(f"그 밖의 규칙 {len(rules) - _RULES_SHOWN}가지는 아래 부분에", "dim"),), repeats=True)
    yield Part((Text(read_text(found), "dim"),), rank=2)
    if found.silenced:
        yield Part((Text(f"코드에서 덮어 둔 것 {found.silenced}곳 (portone-guide: ignore)", "dim"),), rank=1)


def _by_rule(found: Scan) -> Iterator[tuple[Level, str, list[Finding]]]:
    """Yield what each rule found, what blocks first, then as the rows stand: the most harmful first."""
    order = list(found.rules)
    levels = list(LEVELS)
    ordered = sorted(found.findings, key=lambda one: (levels.index(one.level), order.index(one.rule)))
    for (level, rule), group in groupby(ordered, key=lambda one: (one.level, one.rule)):
        yield level, rule, list(group)


def _sections(found: Scan) -> Iterator[Section]:
    rules = list(_by_rule(found))
    for wanted in LEVELS:
        blocks = tuple(block for level, rule, group in rules if level == wanted for block in _rule(level, rule, group))
        if blocks:
            yield Section(wanted, SCAN_SECTIONS[wanted], blocks)
    if found.unread:
        lines = (f"{part.path}{f':{part.line}' if part.line else ''}: {detail(part.why)}" for part in found.unread)
        yield Section("unread", SCAN_SECTIONS["unread"], (Bullets(tuple(lines), "dim"),))
    if found.asks:
        tasks = Tasks(tuple(Task(question.ask.text, done=False) for question in found.asks))
        yield Section("questions", SCAN_SECTIONS["questions"], (tasks,))


def _rule(level: Level, rule: str, group: list[Finding]) -> Iterator[Block]:
    first = group[0]
    yield Text(f"{LEVELS[level]}  {first.check.title} ({rule})", _TONES[level])
    yield Text(first.check.why)
    yield Bullets(tuple((place(found), found.code, detail(found.detail)) for found in group))
    yield Text(f"고치기: {first.check.fix}")
    yield Text(first.url, "dim")
