"""The road on a time line."""

from collections.abc import Iterator

from portone_guide.next_steps.answer import NextSteps, StepDates
from portone_guide.next_steps.words import SHARED_ROAD, legend, step_dates
from portone_guide.road.answer import RoadStep
from portone_guide.terminal.blocks import Block, Days, Span, Timeline


def timeline_blocks(answer: NextSteps) -> Iterator[Block]:
    """Yield the picture, a road for each gateway where there are several; nothing where no step has a day."""
    block = Timeline(tuple(_span(step, answer) for step in answer.steps), legend(backward=answer.schedule.backward))
    if block.ends:
        yield block


def _span(step: RoadStep, answer: NextSteps) -> Span:
    dates = answer.schedule.of(step)
    group = ""
    if len(answer.gateways) > 1:
        group = answer.named.name(step.lane) if step.lane else SHARED_ROAD
    return Span(
        step.title,
        _days(dates),
        done=dates.state != "open",
        open_ended=dates.open_ended,
        text=step_dates(step, answer),
        group=group,
    )


def _days(dates: StepDates) -> Days | None:
    """Return the first day, the end of what is sure and the last possible day."""
    end = dates.end
    if end is None:
        return None
    start = dates.start or end
    return Days(start, end, max(end, dates.end_latest or end, start))
