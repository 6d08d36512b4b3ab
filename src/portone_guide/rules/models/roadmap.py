"""The shape of ``roadmap.yaml``: the road from the choice to the first live payment."""

from typing import Annotated, Literal, NamedTuple

from portone_guide.rules.models.fields import ConflictId, DayCount, Id, Known, SourceId, Text
from portone_guide.rules.models.scope import Scope

RoadStage = Literal["test", "contract", "review", "live"]
Stage = Literal["prepare", RoadStage, "operate"]
Actor = Literal["merchant", "developer", "gateway", "card_issuers", "portone"]

RoadCommand = Literal[
    "portone-guide select-pg",
    "portone-guide checklist",
    "portone-guide inspect TARGET",
    "portone-guide next-steps",
    "portone-guide code",
    "portone-guide need-new-mid",
    "portone-guide go-live",
    "portone-guide go-live scan",
    "portone-guide go-live verify PAYMENT_ID",
    "portone-guide report",
    "portone-guide compare",
    "portone-guide fees",
]
"""A line that a step can be done with; people type it as it stands here, so it is no free text."""

StepName = Annotated[Id, Known(("choose_gateway", "build_site", "open"))]


class Days(NamedTuple):
    """Korean business days, from the least to the most that the source gives."""

    min: DayCount
    max: DayCount


class Step(NamedTuple):
    """One step of the road. ``name`` is what people call it; ``days`` None: no source says how long it takes."""

    stage: Stage
    title: Text
    actor: Actor
    what: Text
    sources: tuple[SourceId, ...]
    name: Text | None = None
    where: Text | None = None
    prepare: tuple[Text, ...] = ()
    days: Days | None = None
    next: Text | None = None
    command: RoadCommand | None = None
    conflict: ConflictId | None = None
    scope: Scope = Scope()


class RoadmapFile(NamedTuple):
    """``roadmap.yaml``: the road from the choice to the first live payment, for every gateway."""

    kind: Literal["roadmap"]
    stages: dict[Stage, Text]
    steps: dict[StepName, Step]
