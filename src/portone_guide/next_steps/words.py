"""The words of the road: dates, durations, who acts, where a step stands."""

from datetime import date

from portone_guide.next_steps.road import RoadStep
from portone_guide.next_steps.schedule import StepDates
from portone_guide.rules.models.channel import TestMoney
from portone_guide.rules.models.method import MethodsFile
from portone_guide.rules.models.roadmap import RoadStage
from portone_guide.rules.vocabulary import methods_of

STAGE_NAMES: dict[RoadStage, str] = {
    "test": "테스트 연동",
    "contract": "계약",
    "review": "카드사 심사",
    "live": "실연동",
}
MONEY_WORDS: dict[TestMoney, str] = {
    "charged_auto_cancelled": "실제로 결제되고 자동으로 취소됨",
    "not_charged": "실제로 결제되지 않음",
    "charged_not_cancelled": "실제로 결제되고 자동 취소되지 않음: 직접 취소해야 함",
    "unknown": "모름: 출처에 없으니 적은 금액으로 시험하고 바로 취소하세요",
}


def method_names(file: MethodsFile) -> dict[str, str]:
    """Return the Korean name of every method; a name in two families is the domestic one."""
    names: dict[str, str] = {}
    for kind in ("one_time", "overseas", "identity"):
        for method, name in methods_of(kind, file).items():
            names.setdefault(method, name)
    return names


_WEEKDAYS = "월화수목금토일"


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


def state_word(dates: StepDates) -> str:
    """Return where a step stands, in one word."""
    return {"done": "끝냄", "passed": "지나감", "open": "할 일"}[dates.state]
