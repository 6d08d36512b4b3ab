"""The checklist as a screen, as JSON, and as Markdown for a colleague."""

from collections.abc import Iterable, Iterator
from typing import Any

from portone_guide.checklist.decide import REVIEWS, CheckedItem, Checklist, Review
from portone_guide.checklist.questions import STATE_NAMES
from portone_guide.rules.book import RuleBook
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Screen, Text

SCHEMA_VERSION = 1
REVIEW_NAMES: dict[Review, str] = {"gateway_review": "결제대행사 입점심사", "card_issuer_review": "카드사 심사"}
_FIELD_NAMES = {
    "business_number": "사업자등록번호",
    "phone": "전화번호",
    "mail_order_number": "통신판매업 신고번호",
    "url": "사이트 주소",
}
_VALUE_STATES = {"pass": "통과", "fail": "미흡", "check": "확인 필요"}
_READY = {"yes": "심사 신청 가능", "no": "아직 신청하면 안 됨", "unknown": "확인할 것이 남음"}
_TONES = {"yes": "good", "no": "bad", "unknown": "warn"}


def checklist_screen(checked: Checklist, book: RuleBook) -> Screen:
    """Return the verdicts first, then what blocks them, then every item by group."""
    return tuple(_blocks(checked, book))


def _blocks(checked: Checklist, book: RuleBook) -> Iterator[Block]:
    if checked.values:
        yield Heading("입력한 값")
        yield Bullets(
            tuple(
                f"{_FIELD_NAMES[value.field]}: {_VALUE_STATES[value.state]} - {value.reason}"
                for value in checked.values
            )
        )
    yield Heading("심사 준비 상태")
    for review, name in REVIEW_NAMES.items():
        ready = checked.ready[review]
        blocking = checked.blocking(review)
        failed = sum(entry.state == "fail" for entry in blocking)
        rest = f" (미흡 {failed}건, 확인 필요 {len(blocking) - failed}건)" if blocking else ""
        yield Text(f"{name}: {_READY[ready]}{rest}", _TONES[ready])  # type: ignore[arg-type]
    failed_items = [entry for entry in checked.items if entry.state == "fail"]
    if failed_items:
        yield Heading("고칠 것")
        yield Bullets(tuple((_title(entry), f"할 일: {entry.reason}") for entry in failed_items), "bad")
    for group, name in book.checklist.groups.items():
        entries = [entry for entry in checked.items if entry.item.group == group]
        if entries:
            yield Heading(name)
            yield Bullets(
                tuple(
                    (f"[{STATE_NAMES[entry.state]}] {_title(entry)}", f"{entry.item.why} · {entry.item.fix}")
                    for entry in entries
                )
            )
    if checked.documents:
        yield Heading("필요할 수 있는 서류와 허가")
        yield Bullets(tuple((document.name, document.why or "") for _, document in checked.documents))
    yield Heading("출처")
    yield Bullets(tuple(_sources(checked, book)))
    yield Heading("다음에 할 일")
    if all(checked.ready[review] == "yes" for review in REVIEWS):
        yield Command("portone-guide next-steps", "준비가 끝났습니다. 신청부터 첫 결제까지의 순서를 보세요")
    else:
        yield Command("portone-guide checklist", "고친 뒤 다시 확인하세요 (답한 것은 기억합니다)")


def _title(entry: CheckedItem) -> str:
    reviews = "·".join(REVIEW_NAMES[review] for review in entry.item.reviews) or "법에 따른 표시"
    return f"{entry.item.title} ({reviews}{'' if entry.item.required else ', 권장'})"


def _sources(checked: Checklist, book: RuleBook) -> Iterator[str | tuple[str, str]]:
    names = dict.fromkeys(source for entry in checked.items for source in entry.item.sources)
    for name in names:
        source = book.sources.sources[name]
        yield (f"{source.title} ({source.checked} 확인)", source.url)


def checklist_json(checked: Checklist, book: RuleBook) -> dict[str, Any]:
    """Return the checklist as one object (its schema: docs/schemas/checklist.json). Typed values are not in it."""

    def urls(names: Iterable[str]) -> list[str]:
        return [book.sources.sources[name].url for name in names]

    return {
        "schema_version": SCHEMA_VERSION,
        "values": [value._asdict() for value in checked.values],
        "items": [
            {
                "id": entry.id,
                "group": entry.item.group,
                "title": entry.item.title,
                "state": entry.state,
                "reason": entry.reason,
                "required": entry.item.required,
                "reviews": list(entry.item.reviews),
                "why": entry.item.why,
                "how": entry.item.how,
                "fix": entry.item.fix,
                "sources": urls(entry.item.sources),
            }
            for entry in checked.items
        ],
        "documents": [
            {"id": name, "name": document.name, "why": document.why, "sources": urls([document.source])}
            for name, document in checked.documents
        ],
        "ready": dict(checked.ready),
    }


def checklist_markdown(checked: Checklist, book: RuleBook) -> str:
    """Return the checklist as Markdown task lists, to hand to a colleague."""
    lines = ["# 결제 심사 체크리스트", ""]
    lines += [f"- {name}: {_READY[checked.ready[review]]}" for review, name in REVIEW_NAMES.items()]
    for group, name in book.checklist.groups.items():
        entries = [entry for entry in checked.items if entry.item.group == group]
        if not entries:
            continue
        lines += ["", f"## {name}", ""]
        for entry in entries:
            mark = "x" if entry.state in {"pass", "na"} else " "
            lines.append(f"- [{mark}] {_escaped(_title(entry))} - {STATE_NAMES[entry.state]}")
            lines.append(f"  - 왜: {_escaped(entry.item.why)}")
            lines.append(f"  - 할 일: {_escaped(entry.item.fix)}")
            lines += [f"  - 출처: <{book.sources.sources[source].url}>" for source in entry.item.sources]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in text)
