"""The shape of ``checklist.yaml``: what a site must have before the two screenings."""

from typing import Annotated, Literal, NamedTuple

from portone_guide.rules.models.fields import (
    ConflictId,
    Demand,
    Flag,
    GatewayId,
    GroupId,
    Id,
    IndustryId,
    Known,
    PaymentType,
    PortOneVersion,
    ScopeMethodId,
    SourceId,
    Text,
)
from portone_guide.rules.models.scope import Scope
from portone_guide.rules.models.site_sign import SignId

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
FooterName = Annotated[Id, Known(_FOOTER)]
PhoneKind = Literal["mobile", "area_02", "area_0xx", "internet_070", "national_15xx", "toll_free_080", "personal_050"]


class CheckItem(NamedTuple):
    """One thing that reviewers or the law ask of a site. ``reviews`` empty: a legal duty only.

    ``demand`` is what it is done for: where no gateway asks for that, it need not be done. A ``note`` is good to know,
    and nobody can check it off.
    """

    group: GroupId
    title: Text
    why: Text
    fix: Text
    sources: tuple[SourceId, ...]
    reviews: tuple[Review, ...] = ()
    required: Flag = True
    how: Text | None = None
    checks: ValueField | None = None
    applies: Scope = Scope()
    conflict: ConflictId | None = None
    demand: Demand | None = None
    seen_by: tuple[SignId, ...] = ()
    note: Flag = False


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
    """A document or licence that an industry or a gateway asks for; ``demand`` as in :class:`CheckItem`."""

    name: Text
    source: SourceId
    why: Text | None = None
    industries: tuple[IndustryId, ...] = ()
    gateways: tuple[GatewayId, ...] = ()
    portone: tuple[PortOneVersion, ...] = ()
    types: tuple[PaymentType, ...] = ()
    methods: tuple[ScopeMethodId, ...] = ()
    demand: Demand | None = None

    @property
    def scope(self) -> Scope:
        """Whom it concerns."""
        return Scope(
            portone=self.portone,
            types=self.types,
            methods=self.methods,
            industries=self.industries,
            gateways=self.gateways,
        )


class ChecklistFile(NamedTuple):
    """``checklist.yaml``: what a site must have before the two screenings."""

    kind: Literal["checklist"]
    groups: dict[Id, Text]
    items: dict[Id, CheckItem]
    footer_fields: dict[FooterName, FooterField]
    host_words: tuple[Word, ...]
    phone_rules: tuple[PhoneRule, ...]
    documents: dict[Id, SiteDocument]
