"""What the answer of ``checklist`` is called in Korean: states, reviews, and a sentence for every verdict."""

from collections.abc import Mapping
from typing import Final

from portone_guide.checklist.answer import CheckedItem, Checklist, Ready, SiteValue
from portone_guide.needs.reason import Sentences, sentence
from portone_guide.plan.model import CheckState
from portone_guide.rules.models.checklist import PhoneKind, Review, ValueField

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
_PHONE_NAMES: Final[Mapping[PhoneKind, str]] = {
    "mobile": "휴대폰 번호",
    "area_02": "서울 지역번호 전화",
    "area_0xx": "지역번호 전화",
    "internet_070": "인터넷 전화(070)",
    "national_15xx": "대표번호(15xx·16xx·18xx)",
    "toll_free_080": "수신자 부담(080)",
    "personal_050": "안심·평생번호(050x)",
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


def value_line(value: SiteValue) -> str:
    """Say what is right or wrong with a value that was typed."""
    return f"{_FIELD_NAMES[value.field]}: {STATE_NAMES[value.state]} - {value_reason(value)}"


def value_reason(value: SiteValue) -> str:
    """Say why a value is right or wrong."""
    return sentence(value.reason, SENTENCES)


def _test_words(words: tuple[str, ...]) -> str:
    return f"주소에 '{', '.join(words)}'이(가) 있어 카드사 심사에서 반려될 수 있습니다: 실제 주소를 쓰세요"


def _test_like(words: tuple[str, ...]) -> str:
    return f"주소의 '{', '.join(words)}'이(가) 시험용으로 보일 수 있습니다: 고객이 쓰는 실제 주소인지 확인하세요"


SENTENCES: Final[Sentences] = {
    "business_number.form": lambda: "사업자등록번호는 숫자 10자리입니다 (000-00-00000)",
    "business_number.impossible": lambda: "있을 수 없는 번호입니다: 등록증과 한 자리씩 비교하세요",
    "business_number.possible": lambda: "형식과 검증 숫자가 맞습니다 (등록증과 같은지는 직접 확인하세요)",
    "phone.form": lambda: "전화번호 형식이 아닙니다: 02-000-0000, 070-0000-0000, 1588-0000처럼 적으세요",
    "phone.unknown": lambda kind: f"{_PHONE_NAMES[kind]}: 심사에서 받아 주는지 출처에 없으니 결제대행사에 물어보세요",
    "phone.accepted": lambda kind: f"{_PHONE_NAMES[kind]}: 쓸 수 있는 번호입니다",
    "phone.not_accepted": lambda kind: f"{_PHONE_NAMES[kind]}: 심사에서 받지 않습니다. 유선 번호나 대표번호로 바꾸세요",
    "mail_order_number.form": lambda: (
        "통신판매업 신고번호 형식이 아닙니다: '2024-서울강남-01234'처럼 신고증 그대로 적으세요"
    ),
    "mail_order_number.zero": lambda: "0으로만 된 자리가 있습니다: 신고증의 번호로 바꾸세요",
    "mail_order_number.example": lambda: "예시로 보이는 번호입니다: 신고증의 번호로 바꾸세요",
    "mail_order_number.unusual": lambda: (
        "흔한 형식과 다르지만 이렇게 발급된 번호도 있습니다: 신고증과 글자까지 같은지 확인하세요"
    ),
    "mail_order_number.possible": lambda: "형식이 맞습니다 (신고증과 같은지는 직접 확인하세요)",
    "url.form": lambda: "웹 주소가 아닙니다: https://www.example.com처럼 적으세요",
    "url.private": lambda: "밖에서 열 수 있는 도메인 주소여야 심사할 수 있습니다",
    "url.no_domain": lambda: "도메인 이름이 아닙니다: www.example.com처럼 적으세요",
    "url.test_words": _test_words,
    "url.test_like": _test_like,
    "url.http": lambda: "http 주소입니다: https로 열리는지 확인하세요",
    "url.possible": lambda: "심사에 쓸 수 있는 주소 형식입니다",
}
