"""Where pages disagree: what each says and which reading is used."""

from collections.abc import Iterator

from portone_guide.facts.rules.answer import Conflicts
from portone_guide.gateways.references import References
from portone_guide.terminal.blocks import Block, Bullets, Heading, Screen, Text


def conflicts_screen(found: Conflicts) -> Screen:
    """Return conflicts with what each page says and which reading is used."""
    return tuple(_blocks(found))


def _blocks(found: Conflicts) -> Iterator[Block]:
    disputes = found.named.disputes
    whose = f"{found.named.name(found.gateway)}의 " if found.gateway else ""
    yield Heading(f"{whose}출처가 어긋나는 곳 {len(disputes)}건")
    if disputes:
        undecided = sum(conflict.used == "none" for conflict in disputes.values())
        yield Text(f"정하지 못한 것 {undecided}건: 계약하기 전에 문의하세요. 나머지는 '이렇게 읽음'을 따릅니다.")
    else:
        yield Text("알려진 것이 없습니다.")
    for name in disputes:
        yield from _conflict(found.named, name)


def _conflict(named: References, name: str) -> Iterator[Block]:
    """Yield one conflict: what it is about, every page's claim, and the choice."""
    conflict = named.disputes[name]
    claims = ((named.pages[claim.source], claim.says) for claim in conflict.claims)
    yield Text("")
    yield Text(f"{name}: {conflict.about}", "warn")
    yield Bullets(tuple((f"{page.title}: {says}", page.url) for page, says in claims))
    if conflict.used == "none":
        yield Text(f"정하지 못함: {conflict.why}", "warn")
    else:
        yield Text(f"이렇게 읽음: {named.pages[conflict.used].title} - {conflict.why}")
