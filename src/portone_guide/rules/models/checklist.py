"""The shape of ``checklist.yaml``: what a site must have before the two screenings."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import (
    ConflictId,
    Demand,
    EasyPayId,
    Flag,
    GatewayId,
    Goods,
    Id,
    IndustryId,
    IntegrationStyle,
    PaymentType,
    PlatformId,
    PortOneVersion,
    ScopeMethodId,
    SourceId,
    Text,
)
from portone_guide.rules.models.site_sign import SignId

Review = Literal["gateway_review", "card_issuer_review"]
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
    """One thing that reviewers or the law ask of a site. ``reviews`` empty: a legal duty only.

    ``seen_by``: what a look at the site has to show of it; empty: a look at the site can't tell.
    """

    group: Id
    title: Text
    why: Text
    fix: Text
    sources: tuple[SourceId, ...]
    reviews: tuple[Review, ...] = ()
    required: Flag = True
    how: Text | None = None
    checks: Id | None = None
    applies: Applies = Applies()
    conflict: ConflictId | None = None
    seen_by: tuple[SignId, ...] = ()


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
    footer_fields: dict[Id, FooterField]
    host_words: tuple[Word, ...]
    phone_rules: tuple[PhoneRule, ...]
    documents: dict[Id, SiteDocument]
