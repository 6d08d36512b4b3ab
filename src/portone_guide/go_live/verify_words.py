"""What ``go-live verify`` says: help, errors, what is asked, and the sentences of codes."""

import shlex
from collections.abc import Iterable, Mapping
from typing import Final

from portone_guide.go_live.verify_answer import Check, Verified
from portone_guide.needs.reason import Sentences, sentence
from portone_guide.plan.model import Evidence, EvidenceState
from portone_guide.remote.payment import Problem
from portone_guide.rules.korean_particles import with_particle
from portone_guide.rules.models.fields import PortOneVersion

PAYMENT_ID: Final = "첫 결제의 번호: V2는 paymentId, V1은 imp_uid"
REFUND: Final = "확인한 뒤 이 결제를 전액 취소하고 다시 조회합니다 (기본: 취소하지 않음)."
YES: Final = "취소할지 묻지 않습니다 (스크립트)."
NOT_INSTALLED: Final = "포트원 API를 부르는 것이 설치되지 않았습니다. 설치: pip install 'portone-guide[verify]'"
WHY_REFUND: Final = "첫 결제 확인 뒤 취소"
DECLINED: Final = "취소하지 않았습니다."
STATES: Final[Mapping[EvidenceState, str]] = {"pass": "통과", "fail": "미흡", "unknown": "모름"}
SECTIONS: Final[Mapping[str, str]] = {"sources": "근거"}
PROBLEMS: Final[Mapping[Problem, str]] = {
    "unauthorized": "API 시크릿(V1은 키와 시크릿)이 맞지 않습니다.",
    "forbidden": "이 API 시크릿으로는 그 결제를 볼 수 없습니다.",
    "not_found": "그런 번호의 결제가 없습니다.",
    "refused": "포트원이 그 번호의 조회를 받아들이지 않았습니다.",
    "slow": "포트원 API가 제때 답하지 않았습니다.",
    "unreachable": "포트원 API에 연결하지 못했습니다.",
    "server": "포트원 API의 답이 끊겼거나 서버 오류였습니다.",
    "odd": "포트원 API의 답을 읽을 수 없습니다.",
}
HINTS: Final[Mapping[Problem, str]] = {
    "unauthorized": "콘솔의 [결제 연동 > 식별코드·API Keys]에서 버전에 맞는 것을 다시 확인하세요.",
    "forbidden": "그 결제가 난 상점의 API 시크릿인지 확인하세요.",
    "not_found": "번호와 포트원 버전(--portone)을 확인하세요: V2는 paymentId, V1은 imp_uid.",
    "refused": "번호와 포트원 버전(--portone)을 확인하세요: V2는 paymentId, V1은 imp_uid.",
}


def _answered(status: str) -> str:
    return f"{with_particle(status, '으로')} 답함" if status else "답이 없음"


SENTENCES: Final[Sentences] = {
    "not_read": lambda: "조회하지 못함",
    "live.yes": lambda: "실연동 채널",
    "live.test": lambda: "테스트 채널에서 난 결제입니다. 코드의 채널을 실연동 채널로 바꾸세요",
    "live.not_told": lambda: "채널의 종류를 API가 알려 주지 않음: 콘솔에서 확인하세요",
    "provider.yes": lambda module, names: f"{_names(names)} ({module})",
    "provider.other": lambda module, names, wanted: f"{_names(names)} ({module}): 계약한 곳은 {_names(wanted)}입니다",
    "provider.not_said": lambda module: f"{module}: 계약한 곳을 --gateway로 알려 주면 비교합니다",
    "provider.unknown_code": lambda module: f"{module}: 어느 결제대행사인지 모르는 값",
    "provider.not_told": lambda: "결제대행사를 API가 알려 주지 않음",
    "merchant_id.yes": lambda id: f"{id}",
    "merchant_id.other": lambda id, wanted: f"{id}: 계약한 것은 {wanted}입니다",
    "merchant_id.test": lambda id: f"{id}: 모두가 함께 쓰는 테스트 상점아이디입니다. 계약한 것으로 채널을 만드세요",
    "merchant_id.not_said": lambda id: f"{id}: 계약한 것을 --merchant-id로 알려 주면 비교합니다",
    "merchant_id.not_told": lambda: "상점아이디를 API가 알려 주지 않음",
    "paid.yes": lambda: "결제 완료",
    "paid.cancelled_since": lambda: "결제된 뒤 취소됨",
    "paid.failed": lambda: "결제 실패",
    "paid.ready": lambda: "결제창만 열리고 결제되지 않음",
    "paid.virtual_account": lambda: "가상계좌만 발급되고 입금되지 않음",
    "paid.pending": lambda: "결제 완료 대기: 조금 뒤에 다시 조회하세요",
    "paid.not_told": lambda: "결제 상태를 알 수 없음",
    "amount.yes": lambda amount: f"{amount:,}원",
    "amount.other": lambda amount, wanted: f"{amount:,}원: 주문은 {wanted:,}원입니다",
    "amount.not_said": lambda amount: f"{amount:,}원: 주문 금액을 --amount로 알려 주면 비교합니다",
    "amount.not_won": lambda currency: f"원화가 아닌 결제({currency})는 비교하지 않습니다: 콘솔에서 확인하세요",
    "amount.not_told": lambda: "금액을 API가 알려 주지 않음",
    "webhook.yes": lambda host: f"{host}: 답함",
    "webhook.no_https": lambda host: f"{host}: https 주소가 아닙니다. 콘솔의 웹훅 주소를 바꾸세요",
    "webhook.local": lambda host: f"{host}: 밖에서 닿지 않거나 임시인 주소입니다. 콘솔의 웹훅 주소를 바꾸세요",
    "webhook.no_answer": lambda host, status: f"{host}: {_answered(status)}. 서버를 고치고 콘솔에서 다시 보내세요",
    "webhook.no_state": lambda host: f"{host}: 답했는지 아직 모름. 조금 뒤에 다시 조회하세요",
    "webhook.no_address": lambda: "주소를 읽을 수 없음: 콘솔에서 확인하세요",
    "webhook.none": lambda: "보낸 기록이 없음: 콘솔에 웹훅 주소를 적었는지 확인하세요",
    "webhook.not_told": lambda: "V1 API는 웹훅 기록을 알려 주지 않음: 콘솔의 결제 내역에서 확인하세요",
    "refund.not_tried": lambda: "아직 하지 않음: --refund를 붙이면 취소하고 다시 조회합니다",
    "refund.declined": lambda: "취소하지 않기로 함",
    "refund.yes": lambda amount: f"{amount:,} 취소됨",
    "refund.not_paid": lambda: "결제된 상태가 아니라 취소하지 않음",
    "refund.nothing_left": lambda: "취소할 금액이 남아 있는지 알 수 없거나 없어 취소하지 않음",
    "refund.refused": lambda: "취소가 거절됨: 콘솔에서 까닭을 확인하세요",
    "refund.not_sent": lambda: "취소를 보내지 못함: 돈은 그대로입니다",
    "refund.not_seen": lambda: "취소했다고 답했지만 다시 조회하면 취소가 아님: 콘솔에서 확인하세요",
    "refund.requested": lambda: "취소를 받아 두었다고 답함: 나중에 다시 조회하세요",
    "refund.unknown": lambda: "취소가 되었는지 모름: 다시 취소하지 말고 콘솔이나 조회로 먼저 확인하세요",
}


def _names(names: Iterable[str]) -> str:
    return ", ".join(names)


def why(check: Check) -> str:
    """Return the sentence of a check."""
    return sentence(check.why, SENTENCES)


def verdict(found: Verified) -> str:
    """Say in one line what the payment is."""
    if found.problem:
        return f"{PROBLEMS[found.problem]} 확인한 것이 없습니다."
    if found.fails:
        return f"고칠 것이 있습니다: 미흡 {len(found.fails)}, 모름 {len(found.unknowns)}"
    if found.unknowns:
        return f"본 것은 모두 맞습니다. 아직 모르는 것이 {len(found.unknowns)}가지 있습니다"
    return "첫 결제와 취소가 모두 맞습니다"


def evidence_text(seen: Evidence) -> str:
    """Say what the last look showed, and when."""
    states = list(seen.states.values())
    counts = ", ".join(f"{word} {states.count(state)}" for state, word in STATES.items() if state in states)
    return f"마지막 확인 {seen.day}: {counts}"


def command_of(payment_id: str) -> str:
    """Return the command that looks at a payment, without the program and the flags."""
    return f"go-live verify {shlex.quote(payment_id)}"


def command_line(payment_id: str, *flags: str) -> str:
    """Return the whole command that looks at a payment."""
    return " ".join(["portone-guide", command_of(payment_id), *flags])


def no_payment_id(why_not: str) -> tuple[str, str]:
    """Say that a text can be no number of a payment; ``secret``: it may be a key, so it is not repeated."""
    if why_not == "secret":
        return "PAYMENT_ID 자리에 비밀 값으로 보이는 것이 있습니다.", f"결제 번호를 적으세요. {_SECRET_PLACE}"
    return "PAYMENT_ID: 결제 번호가 아닙니다.", f"{PAYMENT_ID}를 적으세요."


_SECRET_PLACE: Final = "비밀은 환경 변수나 가려진 입력으로만 받습니다."


def no_version(line: str) -> tuple[str, str]:
    """Say that the version has to be given; ``line`` is the command as it was typed."""
    missing = "포트원 버전을 모릅니다. 터미널에서도 묻지 않으니 적으세요: --portone v1, v2"
    return missing, f"예: {line} --portone v2"


def nobody_to_ask(line: str) -> tuple[str, str]:
    """Say that a refund needs a yes."""
    return "취소할지 물어볼 터미널이 없습니다: --yes를 적으세요.", f"예: {line} --refund --yes"


def no_secret(names: Iterable[str]) -> tuple[str, str]:
    """Say where a secret is read from."""
    named = ", ".join(names)
    return f"API 시크릿이 없고 물어볼 터미널도 없습니다: 환경 변수 {named}에 넣으세요.", "명령줄에는 적지 마세요."


def wrong_secret(name: str) -> tuple[str, str]:
    """Say that a secret can be none, without repeating it."""
    return f"{name}: API 시크릿일 수 없는 값입니다 (빈칸이나 영문 밖의 글자).", "콘솔에서 다시 복사하세요."


def secret_prompt(name: str) -> str:
    """Ask for a secret."""
    return f"{name} (보이지 않고 저장하지 않습니다)"


def refund_question(payment_id: str, amount: int, currency: str | None, portone: PortOneVersion) -> str:
    """Ask whether to cancel a payment."""
    sum_ = f"{amount:,}원" if currency == "KRW" else f"{amount:,} ({currency or '통화 모름'}, API에 적힌 수)"
    note = " V1은 면세 금액을 알 수 없어 과세로 취소합니다." if portone == "v1" else ""
    return f"결제 {payment_id}의 {with_particle(sum_, '을')} 실제로 취소할까요?{note}"


def interrupted_refund(line: str) -> tuple[str, str]:
    """Say that a refund was interrupted, and what to do."""
    return "멈췄습니다. 취소가 되었는지 모릅니다.", f"다시 취소하지 말고 조회하세요: {line}"
