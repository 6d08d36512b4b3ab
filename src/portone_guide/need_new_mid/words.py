"""What the answers of ``need-new-mid`` are called in Korean: verdicts, ways to apply, lead times."""

from collections.abc import Mapping
from typing import Final, Literal

from portone_guide.gateways.caution_words import CAUTION_SENTENCES, versions_words
from portone_guide.need_new_mid.answer import CaseVerdict, Decision, Found, Ids
from portone_guide.needs.reason import Reason, Sentences, sentence
from portone_guide.rules.models.merchant_id import LeadTime, Route, RouteKind, SendItem

VERDICTS: Final[Mapping[Found, str]] = {
    "new_mid": "상점아이디를 새로 받아야 합니다",
    "keep": "지금 상점아이디를 그대로 씁니다",
    "new_contract": "계약을 새로 해야 합니다",
    "ask_gateway": "출처로는 정할 수 없습니다: 결제대행사에 물어보세요",
    "not_offered": "이 결제대행사에서는 할 수 없습니다",
    "through_host": "쇼핑몰을 만든 호스팅사에 신청하세요",
}
_ROUTES: Final[Mapping[RouteKind, str]] = {
    "gateway_admin": "결제대행사 관리자나 담당자에게 직접 신청",
    "reapply_in_console": "포트원 콘솔에서 전자결제 다시 신청",
    "request_to_portone": "포트원 고객지원에 요청",
    "postal": "서류를 우편으로 신청",
}
_SCREENING: Final[Mapping[Literal["yes", "no", "unknown"], str]] = {
    "yes": "심사를 다시 받음",
    "no": "심사를 다시 받지 않음",
    "unknown": "심사를 다시 받는지 출처에 없음",
}
NO_SOURCE: Final = "출처에 없음"
SENTENCES: Final[Sentences] = {
    **CAUTION_SENTENCES,
    "verdict.source": lambda text: text,
    "verdict.not_offered": lambda: "지원하지 않는 것으로 적혀 있음. 되는 곳 찾기: portone-guide select-pg",
    "verdict.other_version": lambda only: f"포트원 {versions_words(only)}에서만 지원하는 것으로 적혀 있음",
    "verdict.unknown_support": lambda: "이 결제대행사가 지원하는지 출처에 없음",
    "verdict.no_source": lambda: "출처에 이 경우가 없어 결제대행사에 물어봐야 함",
    "secret.prefix": lambda: "비밀 키나 인증 헤더가 시작하는 모양",
    "secret.card": lambda: "카드번호의 자릿수와 검증 숫자에 맞음",
    "secret.long": lambda: "알려진 형식이 아닌 긴 값이라 API 키나 시크릿일 수 있음",
    "secret.kind": lambda: "비밀 값의 형식",
}


def label(decision: Decision) -> str:
    """Return what the gateway calls its merchant id."""
    return decision.label or "상점아이디"


def case_reason(case: CaseVerdict) -> str:
    """Say why a case has its verdict."""
    return sentence(case.reason, SENTENCES)


def why_secret(reason: Reason) -> str:
    """Say why a value may be a secret."""
    return sentence(reason, SENTENCES)


def way_line(route: Route) -> str:
    """Say how and where to apply."""
    return f"{_ROUTES[route.route]}: {route.where}"


def screening(route: Route) -> str:
    """Say whether the reviews come again."""
    return f"{_SCREENING[route.screening_again]}{_bracketed(route.screening_note)}"


def field_line(field: SendItem) -> str:
    """Return something to write or send, with the exact words that the source asks for."""
    return f"{field.item}{f': {field.value}' if field.value else ''}{_bracketed(field.note)}"


def ids_line(ids: Ids) -> str:
    """Say how many ids several changes need."""
    ask = f", 물어볼 것까지 모두 필요하면 {ids.possible}개" if ids.possible > ids.certain else ""
    if not ids.certain:
        return f"출처로 정해지는 새 상점아이디는 없습니다{ask}. 물어보거나 신청하는 차례:"
    return f"새 상점아이디가 {'적어도 ' if ask else ''}{ids.certain}개 필요합니다{ask}. 신청하는 차례:"


def order_line(ids: Ids) -> str:
    """Say what the order rests on, and whether one application is for all."""
    together = " 신청하는 곳이 같아 한 번에 함께 요청할 수 있습니다." if ids.together and len(ids.order) > 1 else ""
    return f"차례를 정한 출처는 없습니다: 계약, 사이트, 결제 방식의 순서로 적었습니다.{together}"


def lead_time(lead: LeadTime | None) -> str:
    """Return a lead time in words; what no source gives is said so."""
    if lead is None or (lead.min is None and lead.max is None):
        return NO_SOURCE
    if lead.min is not None and lead.max is not None and lead.min != lead.max:
        span = f"영업일 {lead.min}~{lead.max}일"
    elif lead.max is not None:
        span = f"영업일 {lead.max}일 이내"
    else:
        span = f"영업일 {lead.min}일 이상"
    return f"{span}{_bracketed(lead.what)}"


def _bracketed(text: str | None) -> str:
    return f" ({text})" if text else ""
