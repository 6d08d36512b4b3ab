"""The shape of ``industries.yaml``: who reviews which risky industry."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import ConflictId, GatewayId, Id, PaymentType, SourceId, Text, WalletPart
from portone_guide.rules.models.source import Note


class Reviewer(NamedTuple):
    """A gateway that can review a risky industry, and on what condition; not for payments of ``excludes``.

    ``wallet_parts``: of what its wallet holds, only these take payments of the industry.
    """

    gateway: GatewayId
    condition: Text | None = None
    accepts: Literal["after_review", "no"] = "after_review"
    excludes: tuple[PaymentType, ...] = ()
    source: SourceId | None = None
    wallet_parts: tuple[WalletPart, ...] = ()


class Industry(NamedTuple):
    """A risky industry (reviewed by some gateways) or a refused one.

    ``conflict`` is about the industry as a whole, ``disputed`` about single gateways, listed or not.
    """

    name: Text
    status: Literal["reviewed", "refused"]
    why: Text
    source: SourceId
    gateways: tuple[Reviewer, ...] = ()
    conflict: ConflictId | None = None
    advice: Text | None = None
    disputed: dict[GatewayId, ConflictId] = {}  # noqa: RUF012 - never changed

    def conflicts_for(self, gateway: str) -> tuple[str, ...]:
        """Return where pages disagree about this industry at a gateway."""
        return tuple(filter(None, (self.conflict, self.disputed.get(gateway))))


class IndustriesFile(NamedTuple):
    """``industries.yaml``: who reviews which risky industry."""

    kind: Literal["industries"]
    industries: dict[Id, Industry]
    ways_out: tuple[Note, ...]
