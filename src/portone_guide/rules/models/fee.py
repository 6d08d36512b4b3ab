"""The shape of ``fees.yaml``: what gateways and PortOne charge, before VAT."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from portone_guide.rules.models.fee_key import FeeKey
from portone_guide.rules.models.fields import (
    ConflictId,
    DayCount,
    EasyPayId,
    FactDay,
    FeeKeyId,
    Flag,
    ForeignMoney,
    GatewayId,
    Id,
    IdentityId,
    MonthCount,
    OverseasId,
    PlatformId,
    Quote,
    Quoted,
    Rate,
    SalesTier,
    SourceId,
    Text,
    WalletPart,
    Whole,
    Won,
)

EasyPayPart = Literal["card", "money", "points"]


class Tier(NamedTuple):
    """A sales tier: yearly sales from ``at_least`` (or above ``above``) to below ``below``, in won."""

    name: Text
    at_least: Won | None = None
    above: Won | None = None
    below: Won | None = None


class FeeBlock(NamedTuple):
    """Fees as first seen on a day, by fee key. A later block only lists what changed."""

    from_: FactDay
    source: SourceId
    rates: dict[FeeKeyId, Quoted]


class Fee(NamedTuple):
    """What one thing costs from a day on, before VAT. An empty quote: the source does not say."""

    since: date
    quote: Quote
    source: str


def fees_on(blocks: Iterable[FeeBlock], day: date) -> dict[FeeKey, tuple[Fee, ...]]:
    """Return what each thing costs on ``day``: the last of its fees. Those before it were in force earlier.

    What has no fee yet on that day is not in it: Unknown.
    """
    found: dict[FeeKey, tuple[Fee, ...]] = {}
    for block in blocks:
        if block.from_ <= day:
            for text, quote in block.rates.items():
                key = FeeKey.parse(text)
                found[key] = (*found.get(key, ()), Fee(block.from_, quote, block.source))
    return found


class ViaGateway(NamedTuple):
    """What one part of an easy-pay brand costs when it comes through an ordinary gateway."""

    part: EasyPayPart
    rate_of: Literal["tier", "general"]
    source: SourceId
    conflict: ConflictId | None = None


class Wallet(NamedTuple):
    """What a payer can pay with inside a wallet that is contracted directly."""

    parts: tuple[WalletPart, ...]
    source: SourceId


class Surcharge(NamedTuple):
    """Added to the card rate for one easy-pay brand; not ``reckoned``: pages disagree how, so it is only told."""

    easy_pay: EasyPayId
    adds: Rate
    source: SourceId
    conflict: ConflictId | None = None
    reckoned: Flag = True


class Plan(NamedTuple):
    """PortOne's own monthly fee by net monthly volume; ``monthly`` None is Unknown."""

    volume_from: Won
    source: SourceId
    volume_below: Won | None = None
    monthly: Won | None = None


class PlatformPlan(NamedTuple):
    """PortOne's own monthly fee of shops that are built in one place: a rate of all sales, at ``least`` so much."""

    rate: Rate
    least: ForeignMoney
    source: SourceId


class PayoutFee(NamedTuple):
    """What each payout to the merchant costs, where the merchant chose to be paid so (``when``)."""

    charge: ForeignMoney
    when: Text
    source: SourceId


class SeparateContract(NamedTuple):
    """A contract that is signed besides the gateway's ordinary one, for overseas ``methods``.

    What it costs stands in the gateway's sheet as ``signup_fee.NAME``, ``monthly_fee.NAME``, ``yearly_fee.NAME``,
    and comes on top of what other contracts cost.
    """

    name: Text
    methods: tuple[OverseasId, ...]
    source: SourceId


class Hold(NamedTuple):
    """Money that a gateway keeps back for a while (rolling reserve): no cost. ``about``: the page says roughly so."""

    rate: Rate
    of: Literal["payment", "settlement"]
    source: SourceId
    days: DayCount | None = None
    months: MonthCount | None = None
    about: Flag = False


class Vat(NamedTuple):
    """Value added tax on every fee, in percent."""

    rate: Rate
    source: SourceId


class Package(NamedTuple):
    """A prepaid identity-verification package: ``included`` successes for ``price``, then ``extra`` each."""

    name: Text
    method: IdentityId
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
    easy_pay_parts: dict[EasyPayId, tuple[EasyPayPart, ...]]
    surcharges: tuple[Surcharge, ...]
    portone_plan: tuple[Plan, ...]
    packages: dict[GatewayId, tuple[Package, ...]]
    disputed: dict[GatewayId, dict[FeeKeyId, ConflictId]]
    fees: dict[GatewayId, tuple[FeeBlock, ...]]
    wallet_parts: dict[GatewayId, Wallet] = {}  # noqa: RUF012
    separate_contracts: dict[GatewayId, dict[Id, SeparateContract]] = {}  # noqa: RUF012
    holds: dict[GatewayId, tuple[Hold, ...]] = {}  # noqa: RUF012
    overseas_rows: dict[GatewayId, dict[OverseasId, tuple[FeeKeyId, ...]]] = {}  # noqa: RUF012
    """By overseas method: the rows of the sheet that are looked at for it, where they have another name."""
    overseas_readings: dict[GatewayId, tuple[OverseasId, ...]] = {}  # noqa: RUF012
    """Of those methods, the ones of which no page says that such a row is theirs: it is a reading."""
    platform_fees: dict[PlatformId, dict[GatewayId, tuple[FeeBlock, ...]]] = {}  # noqa: RUF012
    """What shops built in one place pay instead of what ``fees`` has under the same keys."""
    platform_plans: dict[PlatformId, PlatformPlan] = {}  # noqa: RUF012
    payout_fees: dict[GatewayId, tuple[PayoutFee, ...]] = {}  # noqa: RUF012

    def own_keys(self, platform: PlatformId | None, gateway: str) -> frozenset[FeeKey]:
        """Return what shops that are built in one place are charged otherwise than others."""
        return frozenset(FeeKey.parse(text) for block in self._own(platform, gateway) for text in block.rates)

    def in_force(self, gateway: str, platform: PlatformId | None, day: date) -> dict[FeeKey, tuple[Fee, ...]]:
        """Return what a gateway charges on a day; what the platform has of its own stands instead of the rest."""
        own = self.own_keys(platform, gateway)
        usual = fees_on(self.fees.get(gateway, ()), day)
        others = {key: fees for key, fees in usual.items() if key not in own}
        return others | fees_on(self._own(platform, gateway), day)

    def _own(self, platform: PlatformId | None, gateway: str) -> tuple[FeeBlock, ...]:
        return self.platform_fees.get(platform, {}).get(gateway, ()) if platform else ()
