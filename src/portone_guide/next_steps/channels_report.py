"""Test and live channels as JSON objects."""

from collections.abc import Iterable
from typing import TypedDict

from portone_guide.gateways.references import References
from portone_guide.next_steps.answer import GatewayChannels, NextSteps
from portone_guide.next_steps.words import why_version
from portone_guide.rules.json_types import NotEmpty, Urls
from portone_guide.rules.models.channel import ConsolePath, TestMoney, Untestable
from portone_guide.rules.models.fields import PaymentType, PortOneVersion


class ConsoleReport(TypedDict):
    """Where in PortOne's console a channel is added."""

    path: str
    steps: list[str]
    sources: Urls


class ConsolesReport(TypedDict):
    """Where the test and the live channel are added."""

    test: ConsoleReport
    live: ConsoleReport


class UntestableReport(TypedDict):
    """Something that test mode can't show; ``types`` or ``methods`` empty: of all."""

    text: NotEmpty
    types: list[PaymentType]
    methods: list[str]
    sources: Urls
    conflict: str | None


class TestIdReport(TypedDict):
    """A shared test merchant id; ``merchant_id`` null: there is no shared one, and ``note`` says what to do."""

    module: str
    purpose: str
    merchant_id: str | None
    types: list[PaymentType]
    methods: list[str]
    portone: list[PortOneVersion]
    note: str | None
    sources: Urls
    conflict: str | None


class TestMoneyReport(TypedDict):
    """What test mode does with the money of some methods."""

    methods: list[str]
    does: TestMoney
    when: str | None
    sources: Urls
    conflict: str | None


class ModuleReport(TypedDict):
    """A module that is shown, and the PortOne versions that its rows are shown of."""

    module: str
    name: str
    portone: list[PortOneVersion]


class LiveFieldReport(TypedDict):
    """One field of the live channel's form; ``where`` null: no page says where its value is found.

    It concerns only the ``types``, ``methods`` and versions (``portone``) named; empty: all of its module.
    """

    module: str
    field: str
    where: str | None
    required: bool
    secret: bool
    types: list[PaymentType]
    methods: list[str]
    portone: list[PortOneVersion]
    note: str | None
    sources: Urls
    conflict: str | None


class LiveDifferenceReport(TypedDict):
    """What differs from test; ``types``, ``methods`` and ``portone`` as in a field of the form."""

    module: str
    text: NotEmpty
    types: list[PaymentType]
    methods: list[str]
    portone: list[PortOneVersion]
    sources: Urls


class ChannelsReport(TypedDict):
    """The channels of one gateway, which is used in the version ``portone``, why in words.

    A ``conflict`` is the id of what pages say differently about a row: ``rules conflicts`` tells it.
    Where no payment was asked for, ``modules`` are all that it takes payments with, each in all its versions.
    """

    portone: PortOneVersion
    portone_why: NotEmpty
    modules: list[ModuleReport]
    test: list[TestIdReport]
    test_money: TestMoney
    test_money_when: str | None
    test_money_conflict: str | None
    test_money_by_method: list[TestMoneyReport]
    untestable: list[UntestableReport]
    live_fields: list[LiveFieldReport]
    live_differences: list[LiveDifferenceReport]


def consoles_report(answer: NextSteps) -> ConsolesReport:
    """Return where the test and the live channel are added."""
    return {"test": _console(answer.test_console, answer.named), "live": _console(answer.live_console, answer.named)}


def untestable_report(rows: Iterable[Untestable], named: References) -> list[UntestableReport]:
    """Return what test mode can't show."""
    return [
        {
            "text": row.text,
            "types": list(row.types),
            "methods": list(row.methods),
            "sources": named.urls([row.source]),
            "conflict": row.conflict,
        }
        for row in rows
    ]


def channels_report(entry: GatewayChannels, named: References) -> ChannelsReport:
    """Return the channels of one gateway."""
    money = entry.money
    return {
        "portone": entry.version,
        "portone_why": why_version(entry.why),
        "modules": [
            {"module": row.module, "name": named.modules[row.module].name, "portone": list(row.portone)}
            for row in entry.modules
        ],
        "test": _test_ids(entry, named),
        "test_money": money.does if money else "unknown",
        "test_money_when": money.when if money else None,
        "test_money_conflict": money.conflict if money else None,
        "test_money_by_method": [
            {
                "methods": list(row.methods),
                "does": row.does,
                "when": row.when,
                "sources": named.urls([row.source]),
                "conflict": row.conflict,
            }
            for row in entry.money_by_method
        ],
        "untestable": untestable_report(entry.untestable, named),
        "live_fields": _live_fields(entry, named),
        "live_differences": [
            {
                "module": module.module,
                "text": row.text,
                "types": list(row.types),
                "methods": list(row.methods),
                "portone": list(row.portone),
                "sources": named.urls([row.source]),
            }
            for module in entry.modules
            for row in module.live_differences
        ],
    }


def _console(console: ConsolePath, named: References) -> ConsoleReport:
    return {"path": console.path, "steps": list(console.steps), "sources": named.urls(console.sources)}


def _test_ids(entry: GatewayChannels, named: References) -> list[TestIdReport]:
    return [
        {
            "module": module.module,
            "purpose": row.purpose,
            "merchant_id": row.merchant_id,
            "types": list(row.types),
            "methods": list(row.methods),
            "portone": list(row.portone),
            "note": row.note,
            "sources": named.urls([row.source]),
            "conflict": row.conflict,
        }
        for module in entry.modules
        for row in module.test
    ]


def _live_fields(entry: GatewayChannels, named: References) -> list[LiveFieldReport]:
    return [
        {
            "module": module.module,
            "field": row.field,
            "where": row.where,
            "required": row.required,
            "secret": row.secret,
            "types": list(row.types),
            "methods": list(row.methods),
            "portone": list(row.portone),
            "note": row.note,
            "sources": named.urls([row.source]),
            "conflict": row.conflict,
        }
        for module in entry.modules
        for row in module.live_fields
    ]
