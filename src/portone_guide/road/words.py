"""What is said of the steps of a road by every room that tells them."""

from collections.abc import Mapping
from typing import Final

from portone_guide.road.answer import RoadStep, Waited
from portone_guide.road.find import StepError
from portone_guide.rules.models.method import Gateway
from portone_guide.rules.models.roadmap import Days
from portone_guide.rules.vocabulary import ACTORS, WAITING_ON

_NO_USUAL_TIME: Final = "얼마나 걸리는지 출처에 없음"


def step_label(step: RoadStep, gateways: Mapping[str, Gateway]) -> str:
    """Return a step's title, and with whom it is where it is on the road of one gateway."""
    return f"[{gateways[step.lane].name}] {step.title}" if step.lane and step.lane in gateways else step.title


def business_days_text(days: Days) -> str:
    """Return how long a step takes: ``영업일 3일``, ``영업일 3~5일``."""
    return f"영업일 {days.min}일" if days.min == days.max else f"영업일 {days.min}~{days.max}일"


def waiting_state(step: RoadStep) -> str:
    """Return what a merchant did who waits for the end of a step: asked for it, or nothing but wait."""
    return "연락 기다림" if step.actor in WAITING_ON else "신청함"


def waited_line(entry: Waited, gateways: Mapping[str, Gateway]) -> str:
    """Say since when a step is waited for, and by when it is over; what is late is told so."""
    label, step = step_label(entry.step, gateways), entry.step
    since = f"{waiting_state(step)} ({entry.since}부터)"
    if entry.late:
        return f"늦어지고 있음: {label} - {entry.due}까지였습니다. {ACTORS[step.actor]}에 물어보세요. {since}"
    due = f"보통 {entry.due}까지" if entry.due else _NO_USUAL_TIME
    return f"{label} - {since}, {due}"


def step_error(error: StepError, all_names: str) -> tuple[str, str]:
    """Say why a text names no step, and which it may mean."""
    near = ", ".join(error.near)
    match error.why:
        case "several":
            return (
                f"어느 단계인지 하나로 정해지지 않습니다: '{error.text}'",
                f"다음 중 하나로 적으세요: {near}",
            )
        case "not_chosen":
            told = f"계획에서 고르지 않은 결제대행사의 단계입니다: '{error.text}'"
            return told, f"계획에 있는 곳: {near}" if near else "먼저 고르세요: portone-guide choose"
        case _:
            told = f"모르는 단계입니다: '{error.text}'"
            return told, f"혹시 이것인가요: {near}" if near else f"단계: {all_names}"
