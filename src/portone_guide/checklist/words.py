"""What the answer of ``checklist`` is called in Korean: states, reviews, and a sentence for every verdict."""

from collections.abc import Mapping
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
