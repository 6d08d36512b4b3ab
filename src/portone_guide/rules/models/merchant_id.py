"""The shape of ``merchant_ids.yaml``: when another merchant id is needed, and how to get it."""

from typing import Annotated, Literal, NamedTuple

from portone_guide.rules.models.fields import (
    CaseId,
    ConflictId,
    DayCount,
    EasyPayId,
    Email,
    Flag,
    GatewayId,
    Id,
    Known,
    MethodId,
    OfGateways,
    Pattern,
    PaymentType,
    SourceId,
    Text,
    Url,
)
from portone_guide.rules.models.source import Note

Verdict = Literal["new_mid", "keep", "new_contract", "ask_gateway"]
RouteKind = Literal["gateway_admin", "reapply_in_console", "request_to_portone", "postal"]

KnownField = Literal[
    "trade_name",
    "business_number",
    "representative",
    "url",
    "service_type",
    "contact",
    "current_id",
    "gateway",
    "types",
    "methods",
]
"""What of a merchant a field of a mail asks for."""
IdOrder = Literal["contract", "service", "payment"]
"""What another merchant id is for, in the order in which one builds on the other."""

CaseName = Annotated[
    Id, Known(("add_method", "add_billing", "add_key_in", "add_easy_pay", "add_overseas", "add_identity"))
]


class Case(NamedTuple):
    """A change that a merchant may make.

    ``types`` are the payment types that it adds, ``methods`` which of their methods (empty: whatever is named).
    ``another_for``: what an id that it needs is for; cases that need one for the same contract or service share it, and
    each for a payment needs its own.
    """

    name: Text
    explain: Text
    another_for: IdOrder | None = None
    types: tuple[PaymentType, ...] = ()
    methods: tuple[MethodId, ...] = ()


class VerdictRow(NamedTuple):
    """What sources say of some cases at some gateways; no ``gateways``: of all, as a general statement.

    ``method`` and ``easy_pay`` narrow the row to what is added.
    """

    cases: tuple[CaseId, ...]
    verdict: Verdict
    why: Text
    sources: tuple[SourceId, ...]
    gateways: tuple[GatewayId, ...] = ()
    method: tuple[MethodId, ...] = ()
    easy_pay: tuple[EasyPayId, ...] = ()
    conflict: ConflictId | None = None


class SharedVerdict(NamedTuple):
    """A row that several gateways' pages say alike: each gateway's file names it, with its own pages."""

    cases: tuple[CaseId, ...]
    verdict: Verdict
    why: Text
    method: tuple[MethodId, ...] = ()
    easy_pay: tuple[EasyPayId, ...] = ()
    conflict: ConflictId | None = None


class SendItem(NamedTuple):
    """A field of what is sent or filled in; ``value`` where the source gives the exact words."""

    item: Text
    value: Text | None = None
    note: Text | None = None


class LeadTime(NamedTuple):
    """Korean business days until the next thing happens, and what that is."""

    source: SourceId
    min: DayCount | None = None
    max: DayCount | None = None
    what: Text | None = None


class Route(NamedTuple):
    """How a gateway's additional merchant id is applied for; no ``cases``: whatever the case."""

    route: RouteKind
    where: Text
    steps: tuple[Text, ...]
    sources: tuple[SourceId, ...]
    cases: tuple[CaseId, ...] = ()
    easy_pay: tuple[EasyPayId, ...] = ()
    url: Url | None = None
    send: tuple[SendItem, ...] = ()
    email: Email | None = None
    subject: Text | None = None
    lead_time: LeadTime | None = None
    prepare: tuple[Note, ...] = ()
    screening_again: Literal["yes", "no", "unknown"] = "unknown"
    screening_note: Text | None = None
    after: tuple[Note, ...] = ()
    old_id: tuple[Note, ...] = ()


class Synonym(NamedTuple):
    """Where a gateway's merchant id is found, and what comes with it; its name stands with the gateway."""

    sources: tuple[SourceId, ...]
    where: Text | None = None
    also: tuple[Text, ...] = ()


class ValueKind(NamedTuple):
    """A kind of value that people paste. No ``pattern``: no source gives its form, so it can't be told apart."""

    name: Text
    where_used: Text
    secret: Flag
    source: SourceId
    pattern: Pattern | None = None
    note: Text | None = None


class MerchantIdsFile(NamedTuple):
    """``merchant_ids.yaml``."""

    kind: Literal["merchant_ids"]
    cases: dict[CaseName, Case]
    verdicts: tuple[VerdictRow, ...]
    general_routes: tuple[Route, ...]
    value_kinds: dict[Id, ValueKind]
    general: dict[Id, Note]
    shared_verdicts: dict[Id, SharedVerdict] = {}  # noqa: RUF012 - never changed
    routes: OfGateways[dict[GatewayId, tuple[Route, ...]]] = {}  # noqa: RUF012
    synonyms: OfGateways[dict[GatewayId, Synonym]] = {}  # noqa: RUF012
    mail_fields: dict[Text, KnownField] = {}  # noqa: RUF012
