"""The shape of ``channels.yaml``: test and live channels, module by module."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import (
    ConflictId,
    Flag,
    GatewayId,
    MethodId,
    ModuleId,
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
    test: dict[ModuleId, tuple[TestChannel, ...]]
    test_money: dict[GatewayId, tuple[TestMoneyRow, ...]]
    untestable: dict[GatewayId, tuple[Untestable, ...]]
    untestable_everywhere: tuple[Untestable, ...]
    live_fields: dict[ModuleId, tuple[LiveField, ...]]
    live_differences: dict[ModuleId, tuple[LiveDifference, ...]]
