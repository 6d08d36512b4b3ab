"""The shape of ``pg_methods.yaml``: who there is and what each supports."""

from typing import Annotated, Literal, NamedTuple

from portone_guide.rules.models.fields import (
    Code,
    ConflictId,
    ContactText,
    EasyPayId,
    Flag,
    GatewayId,
    Id,
    IntegrationStyle,
    Known,
    MethodId,
    ModuleId,
    OfGateways,
    PaymentType,
    PortOneVersion,
    Purpose,
    Role,
    SourceId,
    Supported,
    Text,
)
from portone_guide.rules.models.scope import ScopedNote
from portone_guide.rules.models.source import Note

MethodName = Annotated[Id, Known(("card", "transfer", "virtual_account", "mobile", "gift_certificate"))]


class Contact(NamedTuple):
    """Where a merchant asks."""

    what: Text
    value: ContactText
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
    contacts: OfGateways[tuple[Contact, ...]] = ()


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
    v1_code: Code | None = None
    v2_code: Code | None = None
    portone_conflict: ConflictId | None = None


class Support(NamedTuple):
    """Whether a module can do each of ``methods`` in one payment type and integration style.

    ``note_for`` are those that the note is about; empty: all of them.
    """

    type: PaymentType
    portone: tuple[PortOneVersion, ...]
    methods: tuple[MethodId, ...]
    supported: Supported
    sources: tuple[SourceId, ...]
    style: IntegrationStyle = "window"
    direct_call: Supported | None = None
    conflict: ConflictId | None = None
    note: Text | None = None
    note_for: tuple[MethodId, ...] = ()


class Family(NamedTuple):
    """What a wider method (a wallet, cards, a country) has in it, in payments of ``types``.

    ``each`` is what a module that does the wider one can be said to do of each member; ``whole``: a module that
    does a member does the wider one in part. A row of a member itself comes before both.
    """

    members: tuple[MethodId, ...]
    types: tuple[PaymentType, ...]
    source: SourceId
    note: Text
    each: Supported = "unknown"
    whole: Flag = False


class MethodsFile(NamedTuple):
    """``pg_methods.yaml``: who there is and what each supports."""

    kind: Literal["pg_methods"]
    methods: dict[MethodName, Text]
    easy_pays: dict[Id, Text]
    easy_pay_rules: tuple[Note, ...]
    overseas: dict[Id, Text]
    identity: dict[Id, Text]
    gateways: dict[Id, Gateway]
    modules: dict[Id, Module]
    support: dict[ModuleId, tuple[Support, ...]]
    families: dict[MethodId, Family] = {}  # noqa: RUF012 - never changed
    module_notes: OfGateways[dict[ModuleId, tuple[ScopedNote, ...]]] = {}  # noqa: RUF012
