"""The answer of ``portone-guide`` alone: where a merchant stands on the road."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from portone_guide.gateways.hosting import Hosted
from portone_guide.gateways.references import References
from portone_guide.rules.models.roadmap import Stage, Step


class RoadStep(NamedTuple):
    """A step of the road and its id."""

    id: str
    step: Step


class DatedStep(NamedTuple):
    """A step of the road with the day on which it was done, or should have been."""

    id: str
    step: Step
    on: date


class Standing(NamedTuple):
    """The road as lived so far.

    ``stages`` are the names of all stages; ``chosen`` the ids of the gateways in the plan, ``chosen_names`` the
    names of those that the rule files know. ``overdue`` is a step that others should have finished by its day.
    ``host``: how the shop signs through the company that hosts it, so that the road through PortOne is not its own.
    """

    plan_exists: bool
    chosen: tuple[str, ...]
    chosen_names: tuple[str, ...]
    stages: Mapping[Stage, str]
    stage: Stage
    done: tuple[DatedStep, ...]
    next: RoadStep | None
    later: tuple[RoadStep, ...]
    overdue: DatedStep | None
    named: References
    host: Hosted | None = None
