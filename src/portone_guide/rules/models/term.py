"""The shape of ``terms.yaml``: limits, conditions, quick opening and platforms."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import (
    BusinessForm,
    ConcernId,
    ConflictId,
    Flag,
    ForeignMoney,
    GatewayId,
    Goods,
    Id,
    IndustryId,
    IntegrationStyle,
    MethodId,
    MonthCount,
    OfGateways,
    OverseasId,
    PaymentType,
    PlatformId,
    PortOneVersion,
    SourceId,
    Text,
    WalletPart,
    Whole,
    Won,
)
from portone_guide.rules.models.scope import ScopedNote
from portone_guide.rules.models.source import Note

LimitPer = Literal["payment", "payer_day", "payer_month"]


class AmountLimit(NamedTuple):
    """The least and the most that may be paid by default (reviews may change it), in won or in foreign money.

    ``per`` says what is counted: one payment, or what one payer (a card, an account) pays in a day or a month.
    ``maximum_to``: the review settles the most, usually between ``maximum`` and this. It holds for payments of
    ``types``, by ``method`` and those of ``also``; ``part`` is what is paid with inside a wallet.
    ``minimum_source``: the page of the least, where it is another than that of the rest.
    """

    method: MethodId
    source: SourceId
    minimum: Won | None = None
    maximum: Won | None = None
    maximum_excluded: Flag = False
    note: Text | None = None
    conflict: ConflictId | None = None
    foreign_minimum: ForeignMoney | None = None
    foreign_maximum: ForeignMoney | None = None
    maximum_to: Won | None = None
    per: LimitPer = "payment"
    times: Whole | None = None
    types: tuple[PaymentType, ...] = ("one_time", "billing", "key_in")
    also: tuple[MethodId, ...] = ()
    part: WalletPart | None = None
    minimum_source: SourceId | None = None

    @property
    def sources(self) -> tuple[SourceId, ...]:
        """Every page that the limit rests on."""
        return tuple(dict.fromkeys(filter(None, (self.source, self.minimum_source))))


class QuickOpening(NamedTuple):
    """바로오픈: payments before the card companies' review is done."""

    available_from: Text
    methods: tuple[MethodId, ...]
    source: SourceId
    condition: Text | None = None
    goods: Goods | None = None


class Condition(NamedTuple):
    """What a gateway asks of a merchant before it signs.

    It concerns merchants of one kind of ``goods`` or ``platform``, and those who ask for one of ``concerns``
    (payment types, methods, both as in ``overseas:card``, ``easy_pay``, industries) where those are named;
    ``industries`` are those that were named by the merchant.
    ``only_goods`` and ``only_business`` shut out the other kind.
    ``needs_general_gateway``: an ordinary gateway must already sell for ``months_of_sales``.
    """

    text: Text
    source: SourceId
    concerns: tuple[ConcernId, ...] = ()
    only_goods: Goods | None = None
    goods: Goods | None = None
    platform: PlatformId | None = None
    needs_general_gateway: Flag = False
    months_of_sales: MonthCount | None = None
    only_business: BusinessForm | None = None
    industries: tuple[IndustryId, ...] = ()
    conflict: ConflictId | None = None


class PlatformGateway(NamedTuple):
    """What a platform takes from a gateway; ``methods`` empty: the page does not say which; ``styles`` empty: any.

    A gateway may have several rows: one for each payment type, style or page.
    """

    gateway: GatewayId
    methods: tuple[MethodId, ...] = ()
    types: tuple[PaymentType, ...] = ("one_time",)
    styles: tuple[IntegrationStyle, ...] = ()
    note: Text | None = None
    source: SourceId | None = None
    conflict: ConflictId | None = None


class PlatformOffer(NamedTuple):
    """What a platform takes from every gateway that has it."""

    types: tuple[PaymentType, ...]
    methods: tuple[MethodId, ...]
    source: SourceId
    styles: tuple[IntegrationStyle, ...] = ()


class PlatformLack(NamedTuple):
    """Payment types that a platform does not take from anybody."""

    types: tuple[PaymentType, ...]
    source: SourceId


class Platform(NamedTuple):
    """Where a shop is built; ``gateways`` None: every gateway, as far as known.

    ``at_builder`` is what to do there, ``by_portone`` what PortOne can still do for its shops.
    """

    name: Text
    source: SourceId
    aliases: tuple[Text, ...] = ()
    notes: tuple[ScopedNote, ...] = ()
    at_builder: tuple[Note, ...] = ()
    by_portone: tuple[Note, ...] = ()
    portone: tuple[PortOneVersion, ...] | None = None
    gateways: tuple[PlatformGateway, ...] | None = None
    every_gateway: tuple[PlatformOffer, ...] = ()
    lacks: tuple[PlatformLack, ...] = ()
    complete: Flag = False
    through_host_only: Flag = False


class Builder(NamedTuple):
    """A builder of shops that people know by name: of it holds what holds of its ``platform``.

    ``source`` is a page that speaks of it by name, None: no page does.
    """

    name: Text
    platform: PlatformId
    aliases: tuple[Text, ...] = ()
    source: SourceId | None = None


class CountryMethods(NamedTuple):
    """What one page says that buyers of a country pay with."""

    methods: tuple[OverseasId, ...]
    source: SourceId
    note: Text | None = None


class Country(NamedTuple):
    """Where buyers are; no ``rows``: no page says what they pay with."""

    name: Text
    aliases: tuple[Text, ...] = ()
    rows: tuple[CountryMethods, ...] = ()
    notes: tuple[Note, ...] = ()


class TermsFile(NamedTuple):
    """``terms.yaml``: limits, conditions, quick opening and platforms."""

    kind: Literal["terms"]
    platforms: dict[PlatformId, Platform]
    countries: dict[Id, Country] = {}  # noqa: RUF012
    builders: dict[Id, Builder] = {}  # noqa: RUF012 - never changed
    quick_opening_excludes: tuple[Note, ...] = ()
    quick_opening_notes: tuple[Note, ...] = ()
    amount_limits: OfGateways[dict[GatewayId, tuple[AmountLimit, ...]]] = {}  # noqa: RUF012
    quick_opening: OfGateways[dict[GatewayId, QuickOpening]] = {}  # noqa: RUF012
    conditions: OfGateways[dict[GatewayId, tuple[Condition, ...]]] = {}  # noqa: RUF012
