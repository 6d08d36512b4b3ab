"""A step of the road, where it stands, and what comes next."""

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, NamedTuple

from portone_guide.rules.models.roadmap import Actor, Days, Stage

StepKey = tuple[str, str | None]
"""A step's id and the gateway whose road it is on, None where all share it."""

CHOICE: Final = "choose_gateway"
"""The step that is over once it is known with whom to sign."""
SITE: Final = "build_site"
"""The step that is over once the site would pass the reviews."""

State = Literal["done", "passed", "open"]


class RoadStep(NamedTuple):
    """One step. ``days`` None: no source says how long it takes. ``short`` is what people call it.

    ``lane`` is the gateway whose road it is on; ``own`` tells that the gateway's pages, not the general ones,
    say what is here. ``general`` is the general step that it is or stands in for. ``command`` helps with it.
    ``after`` are the steps that must be over first, for ``wait_months``. ``later``: it begins only after the shop has
    opened, with a gateway that wants another one selling first.
    """

    id: str
    lane: str | None
    own: bool
    general: str | None
    stage: Stage
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
    short: str | None = None
    command: str | None = None

    @property
    def key(self) -> StepKey:
        """What tells this step from all others."""
        return (self.id, self.lane)

    @property
    def name(self) -> str:
        """The name that ``done`` takes and the plan keeps: ``apply``, ``nice:card_review``, ``naverpay:inspection``."""
        return self.id if self.lane is None else f"{self.lane}:{self.id.removeprefix(f'{self.lane}_')}"


class Waited(NamedTuple):
    """A step whose end is waited for, ``since`` a day: the merchant said so (``noted``), or the step before was done.

    ``due`` is the day by which it usually is over, by the longest time that a source gives; None: no source says.
    """

    step: RoadStep
    since: date
    noted: bool
    due: date | None
    late: bool


class Progress(NamedTuple):
    """How far a merchant has come. ``days`` has the steps that are done, with their day.

    ``now`` comes next (None: all are over); ``also`` can be done meanwhile; ``waited`` is what others are to finish.
    """

    steps: tuple[RoadStep, ...]
    states: Mapping[StepKey, State]
    days: Mapping[StepKey, date]
    now: RoadStep | None
    also: tuple[RoadStep, ...]
    waited: tuple[Waited, ...]
