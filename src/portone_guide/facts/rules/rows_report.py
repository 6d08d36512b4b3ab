"""The rows of rule files that say something of one gateway, as JSON."""

from typing import Literal, TypedDict

from portone_guide.facts.report import (
    ChargeReport,
    ModuleReport,
)
from portone_guide.rules.json_types import Count, NotEmpty
from portone_guide.rules.models.fields import (
    BusinessForm,
    Goods,
    IntegrationStyle,
    PaymentType,
    PlatformId,
    PortOneVersion,
    Supported,
)


class ContactReport(TypedDict):
    """Where a merchant asks."""

    what: str
    value: str
    source: str


class ScopeReport(TypedDict):
    """Whom a row concerns; a list that is empty, or null, names everybody."""

    portone: list[PortOneVersion]
    types: list[PaymentType]
    styles: list[IntegrationStyle]
    methods: list[str]
    platforms: list[PlatformId]
    goods: list[Goods]
    industries: list[str]
    gateways: list[str]
    identity_only: bool | None
    in_development: bool | None


class NoteReport(TypedDict):
    """A short fact worth telling to those in its ``scope``."""

    text: NotEmpty
    source: str
    scope: ScopeReport


class SupportReport(TypedDict):
    """Whether a module can do each of ``methods``; ``direct_call``: without a window of its own first, null: unsaid.

    ``note_for`` are those that the note is about; empty: all of them.
    """

    type: PaymentType
    portone: list[PortOneVersion]
    style: IntegrationStyle
    methods: list[str]
    supported: Supported
    sources: list[str]
    direct_call: Supported | None
    conflict: str | None
    note: str | None
    note_for: list[str]


class ModuleFactsReport(ModuleReport):
    """A payment module with its notes and its support list."""

    notes: list[NoteReport]
    support: list[SupportReport]


FeeReport = TypedDict("FeeReport", {"from": str, "source": str, "charges": list[ChargeReport], "conflict": str | None})
"""What one thing costs before VAT ``from`` a day on; no charges: the source does not say."""


class PackageReport(TypedDict):
    """A prepaid identity-verification package, in won: ``included`` successes for ``price``, then ``extra`` each."""

    name: str
    method: str
    price: Count
    included: Count
    extra: Count
    source: str


class ConditionReport(TypedDict):
    """What the gateway asks before it signs, and whom that concerns.

    ``only_goods`` and ``only_business`` shut out the other kind.
    """

    text: NotEmpty
    source: str
    concerns: list[str]
    only_goods: Goods | None
    goods: Goods | None
    platform: PlatformId | None
    needs_general_gateway: bool
    months_of_sales: int | None
    """How long an ordinary gateway must have been selling before this one looks at the application."""
    only_business: BusinessForm | None
    industries: list[str]
    conflict: str | None


class QuickOpeningReport(TypedDict):
    """바로오픈: payments before the card companies' review is done."""

    available_from: str
    methods: list[str]
    source: str
    condition: str | None
    goods: Goods | None


class PlatformOfferReport(TypedDict):
    """What the gateway offers on a platform, for payments of ``types``; no methods: the page does not say which."""

    platform: PlatformId
    gateway: str
    methods: list[str]
    types: list[PaymentType]
    note: str | None
    source: str


class ReviewerReport(TypedDict):
    """Whether the gateway reviews a risky industry, on what condition; not for payments of ``excludes``."""

    industry: str
    gateway: str
    condition: str | None
    accepts: Literal["after_review", "no"]
    excludes: list[PaymentType]
    wallet_parts: list[str]
    """Of what its wallet holds, only these take payments of the industry; empty: all of it."""
    source: str
