"""What the plan remembers: answers, chosen gateways, steps done, checklist states. No documents, no secrets."""

from collections.abc import Collection, Mapping, Sequence
from typing import Annotated, Any, Literal, NamedTuple

from portone_guide.plan.answer_keys import read_answer_key
from portone_guide.rules.models.fields import Flag, Id, Parsed, ReachableDay, Text

VERSION = 1

CheckState = Literal["pass", "fail", "na", "check"]
AnswerId = Annotated[str, Parsed(read_answer_key)]
PlanAnswer = Text | tuple[Text, ...]


class Asking(NamedTuple):
    """How far the questions of a command have come: it goes on there when it runs again.

    ``again`` are the questions (or items) that were answered once and are still to be asked again, ``stage`` is what
    is asked after the questions, ``anew`` that everything is. ``answers`` are those that only this command needs.
    """

    anew: Flag = False
    stage: Id | None = None
    again: tuple[Id, ...] = ()
    answers: dict[Id, PlanAnswer] = {}  # noqa: RUF012


SeenState = Literal["pass", "fail"]


class SiteSeen(NamedTuple):
    """What a look at the site showed of the checklist's items, and the day of that look. No text of the site."""

    day: ReachableDay
    items: dict[Id, SeenState] = {}  # noqa: RUF012


EvidenceState = Literal["pass", "fail", "unknown"]


class Evidence(NamedTuple):
    """What a look at a step showed of each of its points, and the day of that look. Nobody's ids."""

    day: ReachableDay
    states: dict[Id, EvidenceState] = {}  # noqa: RUF012


class Plan(NamedTuple):
    """One merchant's plan. ``answers`` are by question id, as flags write them; ``asking`` is by command.

    ``done`` and ``waiting`` are by the name of a step: the day it was done, or that since when its end is waited for.
    """

    kind: Literal["plan"] = "plan"
    version: Literal["1"] = "1"
    answers: dict[AnswerId, PlanAnswer] = {}  # noqa: RUF012
    chosen: tuple[Id, ...] = ()
    checklist: dict[Id, CheckState] = {}  # noqa: RUF012
    done: dict[Id, ReachableDay] = {}  # noqa: RUF012
    waiting: dict[Id, ReachableDay] = {}  # noqa: RUF012
    start: ReachableDay | None = None
    open_by: ReachableDay | None = None
    asking: dict[Id, Asking] = {}  # noqa: RUF012
    evidence: dict[Id, Evidence] = {}  # noqa: RUF012
    site: SiteSeen | None = None

    def with_answers(self, new: Mapping[str, str | Sequence[str]], dropped: Collection[str] = ()) -> "Plan":
        """Return the plan with ``new`` answers, and without those to the questions ``dropped``; others stay."""
        kept = {name: answer for name, answer in self.answers.items() if name not in dropped}
        return self._replace(answers={**kept, **stored(new)})

    def with_evidence(self, step: str, seen: Evidence) -> "Plan":
        """Return the plan with what a look at a step showed, in place of what an earlier one did."""
        return self._replace(evidence={**self.evidence, step: seen})

    def going_on(self, command: str, *, again: bool) -> Asking | None:
        """Return how far the questions of a command had come when it was broken off; None: it begins.

        Who asks for everything again goes on where that was broken off, and nowhere else.
        """
        state = self.asking.get(command)
        return state if state and (state.anew or not again) else None

    def with_asking(self, command: str, asking: Asking | None) -> "Plan":
        """Return the plan with how far a command's questions have come; None: all were answered."""
        others = {name: state for name, state in self.asking.items() if name != command}
        return self._replace(asking=others if asking is None else {**others, command: asking})


def stored(answers: Mapping[str, str | Sequence[str]]) -> dict[str, Any]:
    """Return answers as a plan has them."""
    return {name: answer if isinstance(answer, str) else tuple(answer) for name, answer in answers.items()}


def plan_value(plan: Plan) -> dict[str, Any]:
    """Return the plan as plain values, without what is empty."""
    value: dict[str, Any] = {"kind": plan.kind, "version": VERSION, "answers": _answers(plan.answers)}
    value["chosen"] = list(plan.chosen)
    value["checklist"] = dict(plan.checklist)
    value["done"] = {name: day.isoformat() for name, day in plan.done.items()}
    value["waiting"] = {name: day.isoformat() for name, day in plan.waiting.items()}
    value["start"] = plan.start and plan.start.isoformat()
    value["open_by"] = plan.open_by and plan.open_by.isoformat()
    value["asking"] = {name: _asking(state) for name, state in plan.asking.items()}
    value["evidence"] = {
        step: {"day": seen.day.isoformat(), "states": dict(seen.states)} for step, seen in plan.evidence.items()
    }
    if plan.site is not None:
        value["site"] = {"day": plan.site.day.isoformat(), "items": dict(plan.site.items)}
    return {name: item for name, item in value.items() if item}


def _answers(answers: Mapping[str, str | Sequence[str]]) -> dict[str, str | list[str]]:
    return {name: answer if isinstance(answer, str) else list(answer) for name, answer in answers.items()}


def _asking(state: Asking) -> dict[str, Any]:
    value = {
        "anew": "yes" if state.anew else "",
        "stage": state.stage,
        "again": list(state.again),
        "answers": _answers(state.answers),
    }
    return {name: item for name, item in value.items() if item}
