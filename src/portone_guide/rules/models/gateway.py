"""The shape of ``gateways/<id>.yaml``: all that belongs to one gateway, in the order of the road."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.channel import LiveDifference, LiveField, TestChannel, TestMoneyRow, Untestable
from portone_guide.rules.models.contract import ContractDocument, GatewayContract
from portone_guide.rules.models.fields import GatewayId, Id, ModuleId, SourceId, Text
from portone_guide.rules.models.merchant_id import Route, Synonym, VerdictRow
from portone_guide.rules.models.method import Contact
from portone_guide.rules.models.sample import CodeSample
from portone_guide.rules.models.scope import ScopedNote
from portone_guide.rules.models.source import Conflict
from portone_guide.rules.models.term import AmountLimit, Condition, QuickOpening


class GatewayFile(NamedTuple):
    """``gateways/<id>.yaml``: what ``rules check`` puts together with the other gateways' rows into one table each.

    A table that is written and empty is one that nobody has looked up yet. ``texts`` are sentences that several rows
    here say. ``shared_verdicts`` are rows of ``merchant_ids.yaml`` by name, each with the pages of this gateway that
    say so.
    """

    kind: Literal["gateway"]
    gateway: GatewayId
    texts: dict[Id, Text] = {}  # noqa: RUF012 - never changed
    contacts: tuple[Contact, ...] = ()
    module_notes: dict[ModuleId, tuple[ScopedNote, ...]] = {}  # noqa: RUF012
    conditions: tuple[Condition, ...] = ()
    contract: GatewayContract | None = None
    papers: dict[Id, ContractDocument] = {}  # noqa: RUF012
    quick_opening: QuickOpening | None = None
    limits: tuple[AmountLimit, ...] = ()
    test: dict[ModuleId, tuple[TestChannel, ...]] = {}  # noqa: RUF012
    test_money: tuple[TestMoneyRow, ...] = ()
    untestable: tuple[Untestable, ...] = ()
    live_fields: dict[ModuleId, tuple[LiveField, ...]] = {}  # noqa: RUF012
    live_differences: dict[ModuleId, tuple[LiveDifference, ...]] = {}  # noqa: RUF012
    merchant_id: Synonym | None = None
    shared_verdicts: dict[Id, tuple[SourceId, ...]] = {}  # noqa: RUF012
    verdicts: tuple[VerdictRow, ...] = ()
    routes: tuple[Route, ...] = ()
    samples: dict[ModuleId, tuple[CodeSample, ...]] = {}  # noqa: RUF012
    conflicts: dict[Id, Conflict] = {}  # noqa: RUF012
