"""Whom a row concerns: the part that the rows of several rule files share."""

from typing import NamedTuple

from portone_guide.rules.models.fields import (
    Flag,
    GatewayId,
    Goods,
    IndustryId,
    IntegrationStyle,
    PaymentType,
    PlatformId,
    PortOneVersion,
    ScopeMethodId,
    SourceId,
    Text,
)


class Scope(NamedTuple):
    """Whom a row concerns: a set that is empty names everybody; of the others, all must hold.

    ``types``, ``styles`` and ``methods`` are about one payment: it must be in all three. ``easy_pay`` among
    ``methods`` is every easy pay. ``gateways`` are those that are signed with; ``identity_only`` is whether nothing
    but identity verification is asked for, ``in_development`` whether the site is still being built.
    """

    portone: tuple[PortOneVersion, ...] = ()
    types: tuple[PaymentType, ...] = ()
    styles: tuple[IntegrationStyle, ...] = ()
    methods: tuple[ScopeMethodId, ...] = ()
    platforms: tuple[PlatformId, ...] = ()
    goods: tuple[Goods, ...] = ()
    industries: tuple[IndustryId, ...] = ()
    gateways: tuple[GatewayId, ...] = ()
    identity_only: Flag | None = None
    in_development: Flag | None = None


class ScopedNote(NamedTuple):
    """A short fact worth telling to those whom it concerns, with its page."""

    text: Text
    source: SourceId
    scope: Scope = Scope()
