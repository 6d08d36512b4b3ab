"""What the answer of ``checklist`` is called in Korean: states, reviews, and a sentence for every verdict."""

from collections.abc import Mapping, Sequence
from typing import Final

from portone_guide.checklist.answer import CheckedItem, Checklist, Ready
from portone_guide.gateways.site_values import SiteValue
from portone_guide.gateways.value_words import value_reason
from portone_guide.plan.model import CheckState
from portone_guide.rules.korean_particles import with_particle
from portone_guide.rules.models.checklist import Review, ValueField

STATE_NAMES: Final[Mapping[CheckState, str]] = {
    "pass": "통과",
    "fail": "미흡",
    "na": "해당없음",
    "check": "확인 필요",
}
_REVIEW_NAMES: Final[Mapping[Review, str]] = {
    "gateway_review": "결제대행사 입점심사",
    "card_issuer_review": "카드사 심사",
}
_READY: Final[Mapping[Ready, str]] = {
    "yes": "심사 신청 가능",
    "no": "아직 신청하면 안 됨",
    "unknown": "확인할 것이 남음",
}
_FIELD_NAMES: Final[Mapping[ValueField, str]] = {
    "business_number": "사업자등록번호",
    "phone": "전화번호",
    "mail_order_number": "통신판매업 신고번호",
    "url": "사이트 주소",
}


def readiness(checked: Checklist, review: Review) -> str:
    """Say whether a review can be asked for."""
    return f"{_REVIEW_NAMES[review]}: {_READY[checked.ready[review]]}"


def review_line(checked: Checklist, review: Review) -> str:
    """Say whether a review can be asked for, and how much keeps it from that."""
    blocking = checked.blocking(review)
    failed = sum(entry.state == "fail" for entry in blocking)
    rest = f" (미흡 {failed}건, 확인 필요 {len(blocking) - failed}건)" if blocking else ""
    return f"{readiness(checked, review)}{rest}"


def fix_line(entry: CheckedItem) -> str:
    """Say what is wrong and what to do about it."""
    return f"고칠 것: {entry.item.title} - {item_reason(entry)}"


def more_line(what: str, count: int, section: str) -> str:
    """Say that there is more of something, and where."""
    return f"그 밖에 {what} {count}가지: --section {section}"


def open_line(opened: Sequence[tuple[str, Sequence[CheckedItem]]]) -> str:
    """Say how many items are open, by group."""
    groups = ", ".join(f"{name} {len(items)}" for name, items in opened)
    return f"확인할 것 {sum(len(items) for _, items in opened)}건 (--section open): {groups}"


def left_line(name: str, items: Sequence[CheckedItem]) -> str:
    """Say of a group how many of its items are in which state."""
    counts = {word: sum(entry.state == state for entry in items) for state, word in STATE_NAMES.items()}
    return f"- {name} {len(items)}: {', '.join(f'{state} {count}' for state, count in counts.items() if count)}"


def item_title(entry: CheckedItem) -> str:
    """Return an item's title with the reviews that look at it."""
    reviews = "·".join(_REVIEW_NAMES[review] for review in entry.item.reviews) or "법에 따른 표시"
    return f"{entry.item.title} ({reviews}{'' if entry.item.required else ', 권장'})"


def item_reason(entry: CheckedItem) -> str:
    """Say what decided an item's state, or what to do."""
    return value_reason(entry.value) if entry.value else entry.item.fix


def seen_note(entry: CheckedItem) -> str:
    """Say what a look at the site showed of an item; empty: nothing."""
    if entry.seen is None:
        return ""
    state, on = entry.seen
    if entry.contradicted:
        return f"사이트에서는 {with_particle(STATE_NAMES[state], '으로')} 보임 ({on}): 다시 확인하세요"
    return f"사이트에서 확인 ({on})"


def value_line(value: SiteValue) -> str:
    """Say what is right or wrong with a value that was typed."""
    return f"{_FIELD_NAMES[value.field]}: {STATE_NAMES[value.state]} - {value_reason(value)}"
