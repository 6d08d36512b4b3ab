"""A sentence for every verdict about a value that stands on a site."""

from collections.abc import Mapping
from typing import Final

from portone_guide.gateways.site_values import SiteValue
from portone_guide.needs.reason import Sentences, sentence
from portone_guide.rules.korean_particles import particle_after
from portone_guide.rules.models.checklist import PhoneKind

_PHONE_NAMES: Final[Mapping[PhoneKind, str]] = {
    "mobile": "휴대폰 번호",
    "area_02": "서울 지역번호 전화",
    "area_0xx": "지역번호 전화",
    "internet_070": "인터넷 전화(070)",
    "national_15xx": "대표번호(15xx·16xx·18xx)",
    "toll_free_080": "수신자 부담(080)",
    "personal_050": "안심·평생번호(050x)",
}


def value_reason(value: SiteValue) -> str:
    """Say why a value is right or wrong."""
    return sentence(value.reason, SENTENCES)


def _in_quotes(where: str, words: tuple[str, ...]) -> str:
    return f"{where} '{', '.join(words)}'{particle_after(words[-1], '이')}"


def _test_words(words: tuple[str, ...]) -> str:
    return f"{_in_quotes('주소에', words)} 있어 카드사 심사에서 반려될 수 있습니다: 실제 주소를 쓰세요"


def _test_like(words: tuple[str, ...]) -> str:
    return f"{_in_quotes('주소의', words)} 시험용으로 보일 수 있습니다: 고객이 쓰는 실제 주소인지 확인하세요"


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
