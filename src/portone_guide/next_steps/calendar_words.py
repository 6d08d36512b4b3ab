"""The words of the calendar file."""

from typing import Final

from portone_guide.next_steps.answer import NextSteps
from portone_guide.next_steps.words import duration_words, step_dates
from portone_guide.road.answer import RoadStep
from portone_guide.rules.vocabulary import ACTORS

CALENDAR_NAME: Final = "포트원 첫 결제까지"


def calendar_title(step: RoadStep, answer: NextSteps) -> str:
    """Return the title of a step's day in a calendar."""
    dates = answer.schedule.of(step)
    whose = f"[{answer.named.name(step.lane)}] " if step.lane and len(answer.gateways) > 1 else ""
    unsure = " (언제 끝날지 모름)" if dates.state == "open" and dates.open_ended else ""
    return f"{whose}{step.title}{unsure}"


def calendar_text(step: RoadStep, answer: NextSteps) -> str:
    """Return what a calendar says of a step, with its pages."""
    lines = [
        f"누가: {ACTORS[step.actor]}",
        f"무엇을: {step.what}",
        f"기간: {duration_words(step)}",
        f"날짜: {step_dates(step, answer)}",
    ]
    if step.where:
        lines.append(f"어디서: {step.where}")
    if step.prepare:
        lines.append(f"준비물: {', '.join(step.prepare)}")
    if step.next:
        lines.append(f"다음: {step.next}")
    lines += [f"출처: {answer.named.pages[name].url}" for name in step.sources]
    return "\n".join(lines)
