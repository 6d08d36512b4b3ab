"""The shape of ``checklist.yaml``: what a site must have before the two screenings."""

from typing import Annotated, Literal, NamedTuple

from portone_guide.rules.models.fields import (
    ConflictId,
    Demand,
    EasyPayId,
    Flag,
    GatewayId,
    Goods,
    GroupId,
    Id,
    IndustryId,
    IntegrationStyle,
    Known,
    PaymentType,
    PlatformId,
    PortOneVersion,
    ScopeMethodId,
    SourceId,
    Text,
)

Review = Literal["gateway_review", "card_issuer_review"]
_FOOTER = (
    "trade_name",
    "business_number",
    "representative",
    "address",
    "phone",
    "mail_order_number",
    "email",
    "hosting",
)
ValueField = Literal["business_number", "phone", "mail_order_number", "url"]
"""The values of a site that the program itself can check."""
_SHOWN = (
    "trade_name",
    "business_number",
    "representative",
    "address",
    "phone",
    "mail_order_number",
    "email",
    "hosting",
)
FooterName = Annotated[Id, Known(_SHOWN)]
PhoneKind = Literal["mobile", "area_02", "area_0xx", "internet_070", "national_15xx", "toll_free_080", "personal_050"]


class Applies(NamedTuple):
    """Whom a checklist item concerns: every list that is given must be met; an empty one does not matter.

    ``demand`` is what it is done for: where no gateway asks for that, it need not be done.
    """

    goods: tuple[Goods, ...] = ()
    types: tuple[PaymentType, ...] = ()
    styles: tuple[IntegrationStyle, ...] = ()
    platforms: tuple[PlatformId, ...] = ()
    gateways: tuple[GatewayId, ...] = ()
    industries: tuple[IndustryId, ...] = ()
    easy_pay: tuple[EasyPayId, ...] = ()
    identity_only: Flag | None = None
    in_development: Flag | None = None
    methods: tuple[ScopeMethodId, ...] = ()
    demand: Demand | None = None


class CheckItem(NamedTuple):
    """One thing that reviewers or the law ask of a site. ``reviews`` empty: a legal duty only."""

    group: GroupId
    title: Text
    why: Text
    fix: Text
    sources: tuple[SourceId, ...]
    reviews: tuple[Review, ...] = ()
    required: Flag = True
    how: Text | None = None
    checks: ValueField | None = None
    applies: Applies = Applies()
    conflict: ConflictId | None = None


class FooterField(NamedTuple):
    """A value that must stand at the foot of every page."""

    name: Text
    required: Flag
    source: SourceId


class Word(NamedTuple):
    """A word in a host name that gets a site refused; ``like``: the page's own word that it is read as another of."""

    word: Text
    source: SourceId
    like: Text | None = None


class PhoneRule(NamedTuple):
    """Whether reviewers take a kind of phone number."""

    kind: PhoneKind
    accepted: Flag
    source: SourceId


class SiteDocument(NamedTuple):
    """A document or licence that an industry or a gateway asks for; the rest as in :class:`Applies`."""

    name: Text
    source: SourceId
    why: Text | None = None
    industries: tuple[IndustryId, ...] = ()
    gateways: tuple[GatewayId, ...] = ()
    portone: tuple[PortOneVersion, ...] = ()
    types: tuple[PaymentType, ...] = ()
    methods: tuple[ScopeMethodId, ...] = ()
    demand: Demand | None = None


class ChecklistFile(NamedTuple):
    """``checklist.yaml``: what a site must have before the two screenings."""

    kind: Literal["checklist"]
    groups: dict[Id, Text]
    items: dict[Id, CheckItem]
    footer_fields: dict[FooterName, FooterField]
    host_words: tuple[Word, ...]
    phone_rules: tuple[PhoneRule, ...]
    documents: dict[Id, SiteDocument]
