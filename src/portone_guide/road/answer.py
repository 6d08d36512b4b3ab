"""A step of the road, and where it stands."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.roadmap import Actor, Days, RoadStage

StepKey = tuple[str, str | None]
"""A step's id and the gateway whose road it is on, None where all share it."""

State = Literal["done", "passed", "open"]


class RoadStep(NamedTuple):
    """One step. ``days`` None: no source says how long it takes.

    ``lane`` is the gateway whose road it is on; ``own`` tells that the gateway's pages, not the general ones,
    say what is here. ``general`` is the general step that it is or stands in for: what the plan knows as done.
    ``after`` are the steps that must be over first, for ``wait_months``. ``later``: it begins only after the shop has
    opened, with a gateway that wants another one selling first.
    """

    id: str
    lane: str | None
    own: bool
    general: str | None
    stage: RoadStage
    title: str
    actor: Actor
    what: str
    sources: tuple[str, ...]
    where: str | None
    prepare: tuple[str, ...]
    days: Days | None
    days_text: str | None
    next: str | None
    after: tuple[StepKey, ...]
    applies: bool = False
    later: bool = False
    wait_months: int = 0

    @property
    def key(self) -> StepKey:
        """What tells this step from all others."""
        return (self.id, self.lane)
