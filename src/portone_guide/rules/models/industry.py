"""The shape of ``industries.yaml``: who reviews which risky industry."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import ConflictId, GatewayId, Id, PaymentType, SourceId, Text
from portone_guide.rules.models.source import Note


class Reviewer(NamedTuple):
    """A gateway that can review a risky industry, and on what condition; not for payments of ``excludes``."""

    gateway: GatewayId
    condition: Text | None = None
    accepts: Literal["after_review", "no"] = "after_review"
    excludes: tuple[PaymentType, ...] = ()
    source: SourceId | None = None


class Industry(NamedTuple):
    """A risky industry (reviewed by some gateways) or a refused one."""

    name: Text
    status: Literal["reviewed", "refused"]
    why: Text
    source: SourceId
    gateways: tuple[Reviewer, ...] = ()
    conflict: ConflictId | None = None
    advice: Text | None = None


class IndustriesFile(NamedTuple):
    """``industries.yaml``: who reviews which risky industry."""

    kind: Literal["industries"]
    industries: dict[Id, Industry]
    ways_out: tuple[Note, ...]
