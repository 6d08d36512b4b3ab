"""What the plan remembers: answers, chosen gateways, steps done, checklist states. No documents, no secrets."""

from datetime import date
from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import Day, Id, Text

VERSION = 1

CheckState = Literal["pass", "fail", "na", "check"]
SeenState = Literal["pass", "fail"]


class SiteSeen(NamedTuple):
    """What a look at the site showed of the checklist's items, and the day of that look. No text of the site."""

    day: Day
    items: dict[Id, SeenState] = {}  # noqa: RUF012


class Plan(NamedTuple):
    """One merchant's plan. ``answers`` are by question id, as flags write them."""

    kind: Literal["plan"] = "plan"
    version: Literal["1"] = "1"
    answers: dict[Id, Text | tuple[Text, ...]] = {}  # noqa: RUF012
    chosen: tuple[Id, ...] = ()
    checklist: dict[Id, CheckState] = {}  # noqa: RUF012
    done: dict[Id, Day] = {}  # noqa: RUF012
    start: Day | None = None
    open_by: Day | None = None
    site: SiteSeen | None = None

    def with_answers(self, new: dict[str, str | list[str]], asked: set[str]) -> "Plan":
        """Return the plan with ``new`` in place of all earlier answers to the questions ``asked``."""
        kept = {name: answer for name, answer in self.answers.items() if name not in asked}
        added = {name: answer if isinstance(answer, str) else tuple(answer) for name, answer in new.items()}
        return self._replace(answers={**kept, **added})

    def with_done(self, step: str, day: date | None) -> "Plan":
        """Return the plan with a step done on ``day``, or not done (None)."""
        others = {name: when for name, when in self.done.items() if name != step}
        return self._replace(done=others if day is None else {**others, step: day})
