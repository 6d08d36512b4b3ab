"""The answer of ``report``: what every command answers to the plan, together."""

from typing import NamedTuple

from portone_guide.checklist.answer import Checklist
from portone_guide.home.answer import Standing
from portone_guide.needs.question import Answer
from portone_guide.next_steps.answer import NextSteps
from portone_guide.select_pg.answer import Selection


class Whole(NamedTuple):
    """The answers of the commands; None: the plan does not say yet what it takes. ``known`` are the plan's own."""

    standing: Standing
    selection: Selection | None
    checklist: Checklist | None
    road: NextSteps | None
    known: dict[str, Answer]
