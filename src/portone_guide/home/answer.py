"""The answer of ``portone-guide`` alone: where a merchant stands on the road."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from portone_guide.gateways.hosting import Hosted
from portone_guide.gateways.references import References
from portone_guide.road.answer import RoadStep, Waited
from portone_guide.rules.models.roadmap import Stage


class DatedStep(NamedTuple):
    """A step of the road with the day on which it was done."""

    step: RoadStep
    on: date


class Standing(NamedTuple):
    """The road as lived so far.

    ``stages`` are the names of all stages; ``chosen`` the ids of the gateways in the plan, ``chosen_names`` the
    names of those that the rule files know. ``also`` can be done beside what comes ``next``; ``waited`` is what others
    are to finish.
    ``host``: how the shop signs through the company that hosts it, so that the road through PortOne is not its own.
    """

    plan_exists: bool
    chosen: tuple[str, ...]
    chosen_names: tuple[str, ...]
    stages: Mapping[Stage, str]
    stage: Stage
    done: tuple[DatedStep, ...]
    next: RoadStep | None
    also: tuple[RoadStep, ...]
    later: tuple[RoadStep, ...]
    waited: tuple[Waited, ...]
    named: References
    host: Hosted | None = None

    @property
    def late(self) -> tuple[Waited, ...]:
        """What others should have finished by now."""
        return tuple(entry for entry in self.waited if entry.late)
