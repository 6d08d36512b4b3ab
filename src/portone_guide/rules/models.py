"""The shape of every rule file. One class a row, one container a file; the loader fills them with checked values.

Named tuples, because they are immutable and cost next to nothing to define: a command that asks nothing
reads them from the cache and starts as fast as Typer does.
"""

from typing import Literal, NamedTuple

from portone_guide.rules.fields import (
    ConflictId,
    Day,
    EasyPayId,
    Flag,
    GatewayId,
    Id,
    IndustryId,
    IntegrationStyle,
    MethodId,
    ModuleId,
    PaymentType,
    PortOneVersion,
    Purpose,
    Quoted,
    Rate,
    Role,
    SalesTier,
    SourceId,
    Supported,
    Text,
    Whole,
    Won,
)


class Source(NamedTuple):
    """A page that facts come from. ``checked`` is the day of the copy that was read."""

    title: Text
    url: Text
    checked: Day
    published: Day | None = None


class Claim(NamedTuple):
    """What one page says in a conflict."""

    source: SourceId
    says: Text


class Conflict(NamedTuple):
    """Two or more pages that disagree, and which one is used (``none``: neither)."""

    about: Text
    claims: tuple[Claim, ...]
    used: Id
    why: Text


class Note(NamedTuple):
    """A short fact worth telling, with its page."""

    text: Text
    source: SourceId


class Contact(NamedTuple):
    """Where a merchant asks."""

    what: Text
    value: Text
    source: SourceId


class Gateway(NamedTuple):
    """A company that a merchant signs with."""

    name: Text
    role: Role
    sources: tuple[SourceId, ...]
    merchant_id_label: Text | None = None
    name_en: Text | None = None
    aliases: tuple[Text, ...] = ()
    brand: EasyPayId | None = None
    contacts: tuple[Contact, ...] = ()


class Module(NamedTuple):
    """One payment module of a gateway; ``complete`` names the payment types whose rows are the whole list."""

    gateway: GatewayId
    name: Text
    purpose: Purpose
    portone: tuple[PortOneVersion, ...]
    portone_complete: Flag
    sources: tuple[SourceId, ...]
    complete: tuple[PaymentType, ...] = ()
    replaces: ModuleId | None = None
    v1_code: Id | None = None
    v2_code: Id | None = None
    portone_conflict: ConflictId | None = None
    notes: tuple[Note, ...] = ()


class Support(NamedTuple):
    """Whether a module can do each of ``methods`` in one payment type and integration style."""

    type: PaymentType
    portone: tuple[PortOneVersion, ...]
    style: IntegrationStyle
    methods: tuple[MethodId, ...]
    supported: Supported
    sources: tuple[SourceId, ...]
    direct_call: Supported | None = None
    conflict: ConflictId | None = None
    note: Text | None = None


class MethodsFile(NamedTuple):
    """``pg_methods.yaml``: who there is and what each supports."""

    kind: Literal["pg_methods"]
    methods: dict[Id, Text]
    easy_pays: dict[Id, Text]
    easy_pay_rules: tuple[Note, ...]
    overseas: dict[Id, Text]
    identity: dict[Id, Text]
    gateways: dict[Id, Gateway]
    modules: dict[Id, Module]
    support: dict[ModuleId, tuple[Support, ...]]


class Tier(NamedTuple):
    """A sales tier: yearly sales from ``at_least`` (or above ``above``) to below ``below``, in won."""

    name: Text
    at_least: Won | None = None
    above: Won | None = None
    below: Won | None = None


class FeeBlock(NamedTuple):
    """Fees as first seen on a day, by fee key. A later block only lists what changed."""

    from_: Day
    source: SourceId
    rates: dict[Id, Quoted]


class ViaGateway(NamedTuple):
    """What one part of an easy-pay brand costs when it comes through an ordinary gateway."""

    part: Literal["card", "money", "points"]
    rate_of: Literal["tier", "general"]
    source: SourceId
    conflict: ConflictId | None = None


class Surcharge(NamedTuple):
    """Added to the card rate for one easy-pay brand."""

    easy_pay: EasyPayId
    adds: Rate
    source: SourceId
    conflict: ConflictId | None = None


class Plan(NamedTuple):
    """PortOne's own monthly fee by net monthly volume; ``monthly`` None is Unknown."""

    volume_from: Won
    source: SourceId
    volume_below: Won | None = None
    monthly: Won | None = None


class Vat(NamedTuple):
    """Value added tax on every fee, in percent."""

    rate: Rate
    source: SourceId


class Package(NamedTuple):
    """A prepaid identity-verification package: ``included`` successes for ``price``, then ``extra`` each."""

    name: Text
    method: Id
    price: Won
    included: Whole
    extra: Won
    source: SourceId


class FeesFile(NamedTuple):
    """``fees.yaml``: what gateways and PortOne charge, before VAT."""

    kind: Literal["fees"]
    vat: Vat
    tiers: dict[SalesTier, Tier]
    tier_source: SourceId
    easy_pay_via_gateway: tuple[ViaGateway, ...]
    easy_pay_parts: dict[EasyPayId, tuple[Literal["card", "money", "points"], ...]]
    surcharges: tuple[Surcharge, ...]
    portone_plan: tuple[Plan, ...]
    packages: dict[GatewayId, tuple[Package, ...]]
    disputed: dict[GatewayId, dict[Id, ConflictId]]
    fees: dict[GatewayId, tuple[FeeBlock, ...]]


class Reviewer(NamedTuple):
    """A gateway that can review a risky industry, and on what condition."""

    gateway: GatewayId
    condition: Text | None = None
    accepts: Literal["after_review", "no"] = "after_review"
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


class AmountLimit(NamedTuple):
    """The least and the most that one payment may be, in won, as set by default (reviews may change it)."""

    method: MethodId
    source: SourceId
    minimum: Won | None = None
    maximum: Won | None = None
    maximum_excluded: Flag = False
    note: Text | None = None
    conflict: ConflictId | None = None


class QuickOpening(NamedTuple):
    """바로오픈: payments before the card companies' review is done."""

    available_from: Text
    methods: tuple[MethodId, ...]
    source: SourceId
    condition: Text | None = None
    goods: Literal["physical", "digital"] | None = None


class Condition(NamedTuple):
    """What a gateway asks of a merchant before it signs.

    It concerns merchants of one kind of ``goods`` or ``platform``, and those who ask for one of ``concerns``
    (payment types, methods, ``easy_pay``, industries) where those are named; ``only_goods`` shuts out the other
    kind of goods.
    """

    text: Text
    source: SourceId
    concerns: tuple[Id, ...] = ()
    only_goods: Literal["physical", "digital"] | None = None
    goods: Literal["physical", "digital"] | None = None
    platform: Literal["self", "app", "wordpress", "shopify", "builder"] | None = None
    needs_general_gateway: Flag = False


class PlatformGateway(NamedTuple):
    """What a gateway offers on a platform; ``methods`` empty: the page does not say which."""

    gateway: GatewayId
    methods: tuple[MethodId, ...] = ()
    note: Text | None = None
    source: SourceId | None = None


class Platform(NamedTuple):
    """Where a shop is built; ``gateways`` None: every gateway, as far as known."""

    name: Text
    source: SourceId
    notes: tuple[Note, ...] = ()
    portone: tuple[PortOneVersion, ...] | None = None
    gateways: tuple[PlatformGateway, ...] | None = None
    complete: Flag = False
    through_host_only: Flag = False


class TermsFile(NamedTuple):
    """``terms.yaml``: limits, conditions, quick opening and platforms."""

    kind: Literal["terms"]
    amount_limits: dict[GatewayId, tuple[AmountLimit, ...]]
    quick_opening: dict[GatewayId, QuickOpening]
    quick_opening_excludes: tuple[Note, ...]
    conditions: dict[GatewayId, tuple[Condition, ...]]
    platforms: dict[Literal["self", "app", "wordpress", "shopify", "builder"], Platform]


class ConflictsFile(NamedTuple):
    """``conflicts.yaml``: every place where pages disagree."""

    kind: Literal["conflicts"]
    conflicts: dict[Id, Conflict]


class SourcesFile(NamedTuple):
    """``sources.yaml``: every page that a fact names."""

    kind: Literal["sources"]
    sources: dict[Id, Source]


class Applies(NamedTuple):
    """Whom a checklist item concerns: every list that is given must be met; an empty one does not matter."""

    goods: tuple[Literal["physical", "digital"], ...] = ()
    types: tuple[PaymentType, ...] = ()
    styles: tuple[IntegrationStyle, ...] = ()
    platforms: tuple[Literal["self", "app", "wordpress", "shopify", "builder"], ...] = ()
    gateways: tuple[GatewayId, ...] = ()
    industries: tuple[IndustryId, ...] = ()
    easy_pay: tuple[EasyPayId, ...] = ()
    identity_only: Flag | None = None
    in_development: Flag | None = None


class CheckItem(NamedTuple):
    """One thing that reviewers or the law ask of a site. ``reviews`` empty: a legal duty only."""

    group: Id
    title: Text
    why: Text
    fix: Text
    sources: tuple[SourceId, ...]
    reviews: tuple[Literal["gateway_review", "card_issuer_review"], ...] = ()
    required: Flag = True
    how: Text | None = None
    checks: Id | None = None
    applies: Applies = Applies()
    conflict: ConflictId | None = None


class FooterField(NamedTuple):
    """A value that must stand at the foot of every page."""

    name: Text
    required: Flag
    source: SourceId


class Word(NamedTuple):
    """A word in a host name that gets a site refused."""

    word: Text
    source: SourceId


class PhoneRule(NamedTuple):
    """Whether reviewers take a kind of phone number."""

    kind: Literal["mobile", "area_02", "area_0xx", "internet_070", "national_15xx", "toll_free_080", "personal_050"]
    accepted: Flag
    source: SourceId


class SiteDocument(NamedTuple):
    """A document or licence that an industry or a gateway asks for."""

    name: Text
    source: SourceId
    why: Text | None = None
    industries: tuple[IndustryId, ...] = ()
    gateways: tuple[GatewayId, ...] = ()


class ChecklistFile(NamedTuple):
    """``checklist.yaml``: what a site must have before the two screenings."""

    kind: Literal["checklist"]
    groups: dict[Id, Text]
    items: dict[Id, CheckItem]
    footer_fields: dict[Id, FooterField]
    host_words: tuple[Word, ...]
    phone_rules: tuple[PhoneRule, ...]
    documents: dict[Id, SiteDocument]


Stage = Literal["prepare", "test", "contract", "review", "live", "operate"]
Actor = Literal["merchant", "developer", "gateway", "card_issuers", "portone"]


class Days(NamedTuple):
    """Korean business days, from the least to the most that the source gives."""

    min: Whole
    max: Whole


class Step(NamedTuple):
    """One step of the road. ``days`` None: no source says how long it takes."""

    stage: Stage
    title: Text
    actor: Actor
    what: Text
    sources: tuple[SourceId, ...]
    where: Text | None = None
    prepare: tuple[Text, ...] = ()
    days: Days | None = None
    next: Text | None = None
    command: Text | None = None
    conflict: ConflictId | None = None


class RoadmapFile(NamedTuple):
    """``roadmap.yaml``: the road from the choice to the first live payment, for every gateway."""

    kind: Literal["roadmap"]
    stages: dict[Stage, Text]
    steps: dict[Id, Step]
