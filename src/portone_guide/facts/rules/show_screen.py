"""Everything that the rule files say of one gateway, each fact with the number of its source."""

from collections.abc import Iterator

from portone_guide.facts.answer import SourceAge
from portone_guide.facts.rules.answer import GatewayFacts, ModuleFacts, SupportFact
from portone_guide.facts.rules.footnotes import Footnotes
from portone_guide.facts.rules.show_fees_screen import fee_blocks
from portone_guide.facts.rules.show_terms_screen import term_blocks
from portone_guide.facts.rules.words import age_text
from portone_guide.facts.support_words import ROLE_NAMES, STATE_WORDS, versions_text
from portone_guide.rules.vocabulary import STYLE_NAMES, TYPE_NAMES
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Screen, Text

_DIRECT = {"yes": "바로 띄울 수 있음", "no": "바로 띄울 수 없음", "unknown": "바로 띄울 수 있는지 모름"}


def gateway_screen(found: GatewayFacts) -> Screen:
    """Return all facts of a gateway."""
    return tuple(_blocks(found, Footnotes()))


def _blocks(found: GatewayFacts, notes: Footnotes) -> Iterator[Block]:
    yield Heading(f"{found.facts.name} ({found.id})")
    yield Text("[ ] 안의 수는 맨 아래 출처의 번호입니다.", "dim")
    yield from _identity(found, notes)
    for module in found.modules:
        yield from _module(module, notes)
    yield from fee_blocks(found, notes)
    yield from term_blocks(found, notes)
    if disputes := found.disputes.disputes:
        yield Heading(f"출처가 어긋나는 곳 {len(disputes)}건")
        yield Bullets(tuple(conflict.about for conflict in disputes.values()), "warn")
        yield Command(f"portone-guide rules conflicts {found.id}", "두 쪽의 말과 고른 쪽")
    yield Heading("출처")
    yield Bullets(tuple(_page(number, found.pages[name]) for name, number in notes.numbers.items()))


def _page(number: int, age: SourceAge) -> tuple[str, str]:
    return (f"[{number}] {age.source.title} ({age_text(age)})", age.source.url)


def _identity(found: GatewayFacts, notes: Footnotes) -> Iterator[Block]:
    facts = found.facts
    names = [name for name in (facts.name_en, *facts.aliases) if name and name != facts.name]
    lines = [
        f"종류: {ROLE_NAMES[facts.role]}",
        f"상점아이디 이름: {facts.merchant_id_label or STATE_WORDS['unknown']}",
    ]
    if names:
        lines.append(f"다른 이름: {', '.join(dict.fromkeys(names))}")
    if found.brand:
        lines.append(f"간편결제: {found.brand}")
    yield Bullets((*lines, f"출처: {notes.refs(*facts.sources)}"))
    if facts.contacts:
        yield Heading("물어볼 곳")
        yield Bullets(tuple(f"{entry.what}: {entry.value} {notes.refs(entry.source)}" for entry in facts.contacts))


def _module(entry: ModuleFacts, notes: Footnotes) -> Iterator[Block]:
    module = entry.module
    yield Heading(f"모듈: {module.name} ({entry.id})")
    disputed = " (출처가 어긋남)" if module.portone_conflict else ""
    others = "그 밖의 버전은 지원하지 않음" if module.portone_complete else "그 밖의 버전은 모름"
    lines = [f"포트원: {versions_text(module.portone)}, {others}{disputed} {notes.refs(*module.sources)}"]
    codes = [f"{label} {code}" for label, code in (("V1", module.v1_code), ("V2", module.v2_code)) if code]
    lines += [f"코드: {', '.join(codes)}"] if codes else []
    lines += [f"대신하는 옛 모듈: {module.replaces}"] if module.replaces else []
    if module.complete:
        listed = ", ".join(TYPE_NAMES[kind] for kind in module.complete)
        lines.append(f"아래에 없으면 지원하지 않는 결제유형: {listed}")
    yield Bullets(tuple(lines))
    if entry.support:
        yield Text("지원:")
        yield Bullets(tuple(_support(support, notes) for support in entry.support))
    if entry.notes:
        yield Text("알아둘 것:")
        yield Bullets(tuple(f"{note.text} {notes.refs(note.source)}" for note in entry.notes))


def _support(fact: SupportFact, notes: Footnotes) -> tuple[str, str]:
    row = fact.row
    where = f"{TYPE_NAMES[row.type]} {STYLE_NAMES[row.style]} {versions_text(row.portone)}"
    state = STATE_WORDS[row.supported] + (" (출처가 어긋남)" if row.conflict else "")
    more = filter(None, (row.note, row.direct_call and _DIRECT[row.direct_call]))
    return (f"{where} - {', '.join(fact.methods)}: {state} {notes.refs(*row.sources)}", ", ".join(more))
