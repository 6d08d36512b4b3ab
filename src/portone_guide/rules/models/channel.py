"""The shape of ``channels.yaml``: test and live channels, module by module."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import (
    ConflictId,
    Flag,
    GatewayId,
    MethodId,
    ModuleId,
    OfGateways,
    PaymentType,
    PortOneVersion,
    SourceId,
    Text,
)

TestMoney = Literal["charged_auto_cancelled", "not_charged", "charged_not_cancelled", "unknown"]


class ConsolePath(NamedTuple):
    """Where a channel is added in PortOne's console."""

    path: Text
    steps: tuple[Text, ...]
    sources: tuple[SourceId, ...]


class TestChannel(NamedTuple):
    """A shared test merchant id and what it is for; no ``merchant_id``: there is none, and ``note`` says what to do."""

    purpose: Text
    source: SourceId
    merchant_id: Text | None = None
    types: tuple[PaymentType, ...] = ()
    methods: tuple[MethodId, ...] = ()
    portone: tuple[PortOneVersion, ...] = ()
    note: Text | None = None
    conflict: ConflictId | None = None


class TestMoneyRow(NamedTuple):
    """What test mode does with the money of some methods and payment types (none named: all)."""

    does: TestMoney
    source: SourceId
    methods: tuple[MethodId, ...] = ()
    when: Text | None = None
    types: tuple[PaymentType, ...] = ()
    conflict: ConflictId | None = None


class Untestable(NamedTuple):
    """Something that test mode can't show."""

    text: Text
    source: SourceId
    types: tuple[PaymentType, ...] = ()
    methods: tuple[MethodId, ...] = ()
    portone: tuple[PortOneVersion, ...] = ()
    conflict: ConflictId | None = None


class LiveField(NamedTuple):
    """One field of the live channel form, in the form's order; it concerns only the payments and versions named."""

    field: Text
    source: SourceId
    where: Text | None = None
    required: Flag = True
    secret: Flag = False
    note: Text | None = None
    types: tuple[PaymentType, ...] = ()
    methods: tuple[MethodId, ...] = ()
    portone: tuple[PortOneVersion, ...] = ()
    conflict: ConflictId | None = None


class LiveDifference(NamedTuple):
    """What differs from test; it concerns only the payments and versions named."""

    text: Text
    source: SourceId
    types: tuple[PaymentType, ...] = ()
    methods: tuple[MethodId, ...] = ()
    portone: tuple[PortOneVersion, ...] = ()


class ChannelsFile(NamedTuple):
    """``channels.yaml``."""

    kind: Literal["channels"]
    test_console: ConsolePath
    live_console: ConsolePath
    untestable_everywhere: tuple[Untestable, ...]
    test: OfGateways[dict[ModuleId, tuple[TestChannel, ...]]] = {}  # noqa: RUF012 - never changed
    test_money: OfGateways[dict[GatewayId, tuple[TestMoneyRow, ...]]] = {}  # noqa: RUF012
    untestable: OfGateways[dict[GatewayId, tuple[Untestable, ...]]] = {}  # noqa: RUF012
    live_fields: OfGateways[dict[ModuleId, tuple[LiveField, ...]]] = {}  # noqa: RUF012
    live_differences: OfGateways[dict[ModuleId, tuple[LiveDifference, ...]]] = {}  # noqa: RUF012
