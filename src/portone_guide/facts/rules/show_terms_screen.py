"""What one gateway asks and allows: conditions, quick opening, amounts, platforms, risky industries."""

from collections.abc import Iterator

from portone_guide.facts.rules.answer import ExclusionFact, GatewayFacts, LimitFact, PlatformFact
from portone_guide.facts.rules.footnotes import Footnotes
from portone_guide.gateways.limit_words import limit_text
from portone_guide.rules.models.industry import Reviewer
from portone_guide.rules.vocabulary import STYLE_NAMES, TYPE_NAMES
from portone_guide.terminal.blocks import Block, Bullets, Heading

_GOODS = {"physical": "배송되는 실물", "digital": "비실물"}


def term_blocks(found: GatewayFacts, notes: Footnotes) -> Iterator[Block]:
    """Yield what a gateway asks and allows."""
    if found.conditions:
        yield Heading("가입 조건")
        yield Bullets(tuple(f"{entry.text} {notes.refs(entry.source)}" for entry in found.conditions))
    if found.opening:
        opening, methods = found.opening
        yield Heading("바로오픈 (카드사 심사 전에 열기)")
        lines = [f"{opening.available_from}: {', '.join(methods)} {notes.refs(opening.source)}"]
        lines += [f"파는 것: {_GOODS[opening.goods]}만"] if opening.goods else []
        lines += [opening.condition] if opening.condition else []
        yield Bullets(tuple(lines))
    if found.limits:
        yield Heading("결제할 수 있는 금액")
        yield Bullets(tuple(_limit(entry, notes) for entry in found.limits))
    if found.platforms:
        yield Heading("만드는 곳별 지원")
        yield Bullets(tuple(_platform(entry, notes) for entry in found.platforms))
    if found.industries:
        yield Heading("위험 업종 심사")
        yield Bullets(
            tuple(
                f"{entry.industry.name}: {_review(entry.reviewer)} {notes.refs(entry.source)}"
                for entry in found.industries
            )
        )
    if found.exclusions:
        yield Heading("위험 업종에 안 되는 결제")
        yield Bullets(tuple(f"{_exclusion(entry)} {notes.refs(entry.rule.source)}" for entry in found.exclusions))


def _exclusion(entry: ExclusionFact) -> str:
    kinds = ", ".join(TYPE_NAMES[kind] for kind in entry.rule.types)
    methods = ", ".join((*entry.methods, *(["제휴 간편결제"] if entry.rule.easy_pay else [])))
    return f"{entry.industry.name}: {' - '.join(filter(None, (kinds, methods)))}"


def _limit(entry: LimitFact, notes: Footnotes) -> str:
    return f"{limit_text(entry.limit, (entry.method, *entry.also))} {notes.refs(*entry.limit.sources)}"


def _platform(entry: PlatformFact, notes: Footnotes) -> str:
    offer = entry.offer
    kinds = ", ".join(TYPE_NAMES[kind] for kind in offer.types)
    styles = f"({', '.join(STYLE_NAMES[style] for style in offer.styles)})" if offer.styles else ""
    said = f"{entry.platform.name}: {kinds}{styles} - {', '.join(entry.methods) or '결제수단은 모름'}"
    doubt = "출처가 어긋남" if offer.conflict else None
    return f"{'. '.join(filter(None, (said, offer.note, doubt)))} {notes.refs(entry.source)}"


def _review(reviewer: Reviewer) -> str:
    state = "받지 않음" if reviewer.accepts == "no" else "심사 가능"
    return f"{state} ({reviewer.condition})" if reviewer.condition else state
