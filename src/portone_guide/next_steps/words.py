"""The words of the road: dates, durations, money, and sentences for the codes of the answer."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from portone_guide.gateways.caution_words import CAUTION_SENTENCES, versions_words
from portone_guide.gateways.missing_facts import Fact
from portone_guide.needs.reason import Reason, Sentences, sentence
from portone_guide.needs.words import need_label
from portone_guide.next_steps.answer import ModuleChannels, NextSteps, StepDates, Unknown
from portone_guide.road.answer import RoadStep
from portone_guide.rules.models.channel import LiveDifference, LiveField
from portone_guide.rules.models.contract import BusinessKind, SettlementCycle
from portone_guide.rules.models.fields import Demand
from portone_guide.rules.models.method import Gateway
from portone_guide.rules.models.roadmap import RoadStage
from portone_guide.rules.vocabulary import TYPE_NAMES

STAGE_NAMES: Final[Mapping[RoadStage, str]] = {
    "test": "테스트 연동",
    "contract": "계약",
    "review": "카드사 심사",
    "live": "실연동",
}
CYCLE_NAMES: Final[Mapping[SettlementCycle, str]] = {
    "daily": "매일 정산",
    "four_a_month": "월 4회 정산",
    "two_a_month": "월 2회 정산",
    "once_a_month": "월 1회 정산",
}
RESERVE_NAMES: Final[Mapping[str, str]] = {"payments": "결제액", "settlement": "정산금"}
KIND_NAMES: Final[Mapping[BusinessKind, str]] = {
    "sole": "개인사업자",
    "corporation": "법인",
    "foreign_representative": "외국인 대표",
    "overseas": "해외 사업자",
}
DEMAND_WORDS: Final[Mapping[Demand, tuple[str, str]]] = {
    "paper_contract": ("계약 서류", "계약 서류 없음"),
    "insurance": ("보증보험", "보증보험 없음"),
    "card_review": ("카드사 심사", "카드사 심사 없음"),
}
"""What a gateway may ask for, and that it does not."""
FACT_NAMES: Final[Mapping[Fact, str]] = {
    "contract": "이곳만의 계약 절차",
    "contract_days": "계약에 걸리는 기간",
    "card_review_progress": "카드사 심사 진행 현황을 보는 곳",
    "test_channel": "공용 테스트 상점아이디가 있는지",
    "test_money": "테스트 결제의 돈이 실제로 빠져나가는지",
    "live_fields": "실연동 채널에 적을 값",
}
PORTONE_SUPPORT: Final = "포트원 고객센터: cs@portone.io"
SHARED_ROAD: Final = "모두"
LATER: Final = "일반 PG로 먼저 열어 팔고 있어야 신청할 수 있습니다. 이미 그렇게 팔고 있으면 지금 신청하세요."

SENTENCES: Final[Sentences] = {
    "duration": lambda steps: f"걸리는 시간: {', '.join(steps)}",
    "missing_fact": lambda fact, module: f"{FACT_NAMES[fact]}{f' ({module})' if module else ''}",
    "no_sample": lambda version, need: (
        f"포트원 {version.upper()} {need_label(need)}의 코드 예시 (개발자센터의 연동 안내를 함께 보세요)"
    ),
    "insurance_unknown": lambda: "보증보험에 가입해야 하는지",
    **CAUTION_SENTENCES,
}
WHY_VERSION: Final[Sentences] = {
    "version.asked": lambda: "정한 버전",
    "version.platform": lambda: "쇼핑몰을 만든 곳에서 이 버전만 됨",
    "version.only": lambda version: f"물어본 결제를 {version.upper()}에서만 지원함",
    "version.carries_more": lambda version: f"물어본 결제를 {version.upper()}에서 더 많이 지원함",
    "version.surer": lambda version, other: (
        f"{other.upper()}에서도 되지만 출처끼리 어긋나 확실한 {version.upper()}로 보임"
    ),
    "version.newer": lambda: "V1과 V2 모두 되어 새 버전으로 보임",
    "version.only_modules": lambda version: f"결제 모듈이 {version.upper()}에만 있음",
    "version.together": lambda: "고른 곳이 모두 되는 버전",
    "version.none_carries": lambda: "물어본 결제를 지원한다는 출처가 없음",
}

_WEEKDAYS = "월화수목금토일"


def told(reason: Reason) -> str:
    """Return what is unknown, or what to beware of, as a sentence."""
    return sentence(reason, SENTENCES)


def why_version(reason: Reason) -> str:
    """Return why a gateway is used in a PortOne version."""
    return sentence(reason, WHY_VERSION)


def version_words(row: LiveField | LiveDifference, module: ModuleChannels) -> str:
    """Return which of the versions that a module is shown in a row concerns; empty: all of them."""
    return versions_words(row.portone) if row.portone and set(module.portone) - set(row.portone) else ""


def scope_words(row: LiveField, module: ModuleChannels, answer: NextSteps) -> str:
    """Return which versions, payment types and methods a field concerns; empty: all of them."""
    types = "·".join(TYPE_NAMES[kind] for kind in row.types)
    return " ".join(filter(None, (version_words(row, module), types, methods_words(row.methods, answer))))


def places_to_ask(unknown: Unknown, answer: NextSteps) -> list[str]:
    """Return where to ask: the contacts of the gateway, or of each on the road; none without a gateway."""
    names = [unknown.gateway] if unknown.gateway else answer.gateways
    return [place for name in names for place in contacts(answer.named.gateways[name])]


def contacts(gateway: Gateway) -> list[str]:
    """Return where a gateway can be asked, or PortOne's support where no page names a contact."""
    return [f"{contact.what}: {contact.value}" for contact in gateway.contacts] or [PORTONE_SUPPORT]


def day_words(day: date | None) -> str:
    """Return a day as people write it: ``2026-12-01(화)``; None is Unknown."""
    return f"{day.isoformat()}({_WEEKDAYS[day.weekday()]})" if day else "모름"


def span_words(low: date | None, high: date | None) -> str:
    """Return a day or a range of days."""
    return day_words(low) if low == high else f"{day_words(low)} ~ {day_words(high)}"


def duration_words(step: RoadStep) -> str:
    """Return how long a step takes in business days; never 0 for what nobody tells."""
    if step.days is None:
        return "모름 (출처에 없음)"
    low, high = step.days
    days = f"영업일 {low}일" if low == high else f"영업일 {low}~{high}일"
    return f"{days} - {step.days_text}" if step.days_text else days


def dates_words(dates: StepDates, *, backward: bool) -> str:
    """Return when a step runs, in one line."""
    if dates.state == "done":
        return f"끝냄 ({day_words(dates.end)})"
    if dates.state == "passed":
        return "지나감 (뒤의 단계를 끝냄)"
    if backward:
        more = ", 기간을 모르는 단계만큼 더 일찍" if dates.open_ended else ""
        return f"늦어도 {span_words(dates.start, dates.start_latest)}에 시작{more}"
    if dates.overdue:
        return f"늦어지는 중: {day_words(dates.overdue)}까지였음, 지금 끝나도 {day_words(dates.end)}"
    if dates.end_latest is None:
        return f"빨라야 {day_words(dates.end)}, 늦으면 모름"
    return (
        f"{day_words(dates.end)} 끝"
        if dates.end == dates.end_latest
        else (f"{day_words(dates.end)} ~ {day_words(dates.end_latest)} 사이에 끝")
    )


def step_dates(step: RoadStep, answer: NextSteps) -> str:
    """Return when a step of the road runs: what begins after the opening is counted forward from it."""
    return dates_words(answer.schedule.of(step), backward=answer.schedule.backward and not step.later)


def legend(*, backward: bool) -> tuple[str, str, str, str]:
    """Return what the picture of the road shows: what is sure, what may be, what nobody tells, what is done."""
    if backward:
        return "이때는 하고 있어야 함", "아주 늦어도", "기간을 모름", "끝냄"
    return "빠를 때", "늦으면 여기까지", "언제 끝날지 모름", "끝냄"


def doubt_words(conflict: str | None, answer: NextSteps, joint: str = "; ") -> str:
    """Return what pages say differently about a row, after what is said of it already.

    Empty: nothing, or something about a gateway that is not signed with.
    """
    dispute = answer.named.disputes.get(conflict) if conflict else None
    return f"{joint}출처가 어긋남: {dispute.about}" if dispute else ""


def methods_words(methods: Iterable[str], answer: NextSteps) -> str:
    """Return methods by their names."""
    return ", ".join(answer.method_names.get(method, method) for method in methods)


def title(answer: NextSteps) -> str:
    """Return whose road it is."""
    names = [answer.named.name(name) for name in answer.gateways]
    return f"{' + '.join(names)}: 첫 결제까지" if names else "첫 결제까지 (결제대행사를 정하기 전)"


def unknowns_line(answer: NextSteps) -> str:
    """Return what no page says, in a line."""
    first, *more = (told(entry.what) for entry in answer.unknowns)
    return f"출처에 없어 물어볼 것: {first}{f' 외 {len(more)}가지 (--section ask)' if more else ''}"
