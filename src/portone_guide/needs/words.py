"""Sentences about needs and answers."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from portone_guide.needs.named import NamedNeed
from portone_guide.needs.reason import Reason
from portone_guide.rules.vocabulary import STYLE_NAMES, TYPE_NAMES

UNKNOWN_LABEL: Final = "모르겠어요"
NOTHING: Final = "없음"
SWITCHES: Final[Mapping[str, str]] = {"예": "yes", "네": "yes", "아니요": "no", "아니오": "no"}
"""What people say to a question that is answered with yes or no."""
WON: Final = "원"
HIDDEN: Final = "(비밀일 수 있어 가린 값)"
"""What a message has in place of a secret that was typed where none belongs."""

METHOD_EXPLAINED: Final[Mapping[str, str]] = {
    "card": "신용·체크카드",
    "transfer": "구매자 계좌에서 바로 출금",
    "virtual_account": "구매자가 발급받은 계좌로 입금",
    "mobile": "구매자 휴대폰 요금에 청구",
    "gift_certificate": "문화·도서상품권 등",
}
KEY_IN_EXPLAINED: Final[Mapping[str, str]] = {
    "card": "카드 - 카드번호를 직접 입력받아 한 번 결제",
    "virtual_account": "가상계좌 - 결제창 없이 계좌번호를 발급",
}
CALLED: Final[Mapping[str, tuple[str, ...]]] = {
    "physical": ("실물", "배송", "실물 상품"),
    "digital": ("비실물", "디지털", "콘텐츠", "서비스"),
    "self": ("직접 개발", "자체 개발", "웹사이트"),
    "app": ("앱",),
    "wordpress": ("워드프레스", "우커머스"),
    "builder": ("호스팅", "빌더", "쇼핑몰 빌더"),
    "card": ("신용카드",),
    "mobile": ("휴대폰", "휴대폰 소액결제"),
    "transfer": ("실시간 계좌이체",),
    "sms": ("문자", "문자 인증"),
    "pass": ("패스",),
    "integrated": ("통합인증", "민간인증서"),
    "direct": ("직접", "직접 계약"),
    "via_gateway": ("PG 제휴", "제휴"),
    "any": ("상관없음",),
    "sole": ("개인",),
    "new": ("새 사업자", "신규"),
    "micro": ("영세",),
    "small_1": ("중소1",),
    "small_2": ("중소2",),
    "small_3": ("중소3",),
    "general": ("일반",),
    "daily": ("매일", "일정산"),
    "four_a_month": ("월 4회",),
    "two_a_month": ("월 2회",),
    "once_a_month": ("월 1회", "월정산"),
    "new_site": ("새 사이트",),
    "add_billing": ("정기결제 추가",),
    "add_key_in": ("수기결제 추가",),
    "add_method": ("결제수단 추가",),
    "add_easy_pay": ("간편결제 추가",),
    "add_overseas": ("해외결제 추가",),
    "add_identity": ("본인인증 추가",),
    "signup": ("가입비",),
    "name": ("이름",),
    "billing": ("정기결제",),
}
"""What people type for what has longer names in the files and on the screens, or none; by id."""
NEW_BUSINESS_LABEL: Final = "새 사업자 - 아직 매출이 없음"


def need_label(need: NamedNeed) -> str:
    """Return a need in Korean: ``정기결제 카드(API)``."""
    style = f"({STYLE_NAMES[need.style]})" if need.style else ""
    return f"{TYPE_NAMES[need.type]} {need.name}{style}"


def short_label(label: str) -> str:
    """Return the name that a label begins with: ``카드`` of ``카드 - 신용·체크카드``."""
    return label.partition(" - ")[0]


def other_place(name: str) -> str:
    """Return the name of places of a kind that are none of those with a name of their own."""
    return f"그 밖의 {name}"


def tier_label(name: str, at_least: int | None, below: int | None) -> str:
    """Return a sales tier with its yearly sales in hundred millions of won."""
    least, most = (f"{limit // 100_000_000}억원" if limit else "" for limit in (at_least, below))
    return f"{name} - 연 매출 {f'{least} ~ {most}'.strip()}"


def did_you_mean(near: Iterable[str], otherwise: str) -> str:
    """Return a hint with the nearest names, or another hint where there is none."""
    names = ", ".join(near)
    return f"혹시 이것인가요: {names}" if names else otherwise


def allowed(names: Iterable[str]) -> str:
    """Return a hint with all names that can be typed."""
    return f"쓸 수 있는 값: {', '.join(names)}"


def problem_lines(problem: Reason) -> tuple[str, ...]:
    """Return what is wrong with a value, and what to write instead."""
    return _PROBLEMS[problem.code](**dict(problem.facts))


def _unknown_gateway(name: str, near: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> tuple[str, ...]:
    told = (f"{gateway}({title})" for gateway, title in near)
    return f"모르는 결제대행사입니다: '{name}'", did_you_mean(told, f"쓸 수 있는 이름: {', '.join(names)}")


def _not_asked_for(what: str, asked: tuple[str, ...]) -> tuple[str, ...]:
    hint = f"요청한 결제: {', '.join(asked)}" if asked else "먼저 --one-time 등으로 결제수단을 적으세요"
    return f"요청하지 않은 결제수단입니다: '{what}'", hint


_PROBLEMS: Final[Mapping[str, Callable[..., tuple[str, ...]]]] = {
    "unknown_name": lambda name, near, names: (f"모르는 값입니다: '{name}'", did_you_mean(near, allowed(names))),
    "unknown_gateway": _unknown_gateway,
    "unknown_word": lambda text, near: (
        f"풀이가 없는 낱말입니다: '{text}'",
        did_you_mean(near, "낱말 모두 보기: portone-guide explain"),
    ),
    "no_amount": lambda text: (
        f"금액이나 건수로 읽을 수 없습니다: {text} - 10000000, 1000만, 1억 5000만처럼 적으세요",
    ),
    "amount_has_two_meanings": lambda text: (
        f"뜻이 둘이라 읽을 수 없습니다: {text} - 5천만, 5천원, 5000처럼 만이나 원까지 적으세요",
    ),
    "amount_too_large": lambda text: (f"너무 큰 수입니다: {text}",),
    "no_day": lambda text: (f"날짜가 아닙니다: '{text}' - 2026-12-01처럼 적으세요",),
    "day_out_of_reach": lambda day, first, last: (f"셀 수 없는 날짜입니다: {day} - {first}부터 {last}까지 적으세요",),
    "tier_and_sales": lambda: ("--tier와 --yearly-sales는 하나만 적으세요: 연 매출에서 구간이 정해집니다",),
    "no_rate": lambda text: (f"환율로 읽을 수 없습니다: {text}", "1달러가 몇 원인지 1400이나 1389.5처럼 적으세요"),
    "no_pair": lambda text, flag: (f"'결제수단=값'으로 적으세요: '{text}'", f"예: {flag} card=10000000"),
    "no_carrier": lambda text: (f"'결제대행사=결제수단'으로 적으세요: '{text}'", "예: --carries kcp=identity:sms"),
    "given_twice": lambda what: (f"같은 결제수단이 두 번 있습니다: '{what}'", "하나만 적으세요"),
    "which_type": lambda what, parts: (
        f"어느 결제의 '{what}'인지 알 수 없습니다",
        f"다음 중 하나로 적으세요: {', '.join(parts)}",
    ),
    "not_asked_for": _not_asked_for,
}
