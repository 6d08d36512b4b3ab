"""Test and live channels of the gateways that a merchant signs with."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from portone_guide.gateways.support import SupportTable
from portone_guide.needs.requirements import Need
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.channel import LiveField, TestChannel, TestMoneyRow, Untestable
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.source import Note


class ModuleChannels(NamedTuple):
    """What the pages say of one module's channels; empty: they say nothing."""

    module: str
    test: tuple[TestChannel, ...]
    live_fields: tuple[LiveField, ...]
    live_differences: tuple[Note, ...]


class GatewayChannels(NamedTuple):
    """The channels of one gateway. ``money`` None: no page says what test mode does with the money."""

    gateway: str
    modules: tuple[ModuleChannels, ...]
    money: TestMoneyRow | None
    money_by_method: tuple[TestMoneyRow, ...]
    untestable: tuple[Untestable, ...]


def channels_of(
    book: RuleBook, gateway: str, needs: Iterable[Need], versions: Iterable[PortOneVersion]
) -> GatewayChannels:
    """Return the channels of the modules that carry these needs; of all modules where there are none."""
    needs, versions = tuple(needs), tuple(versions)
    file = book.channels
    modules = tuple(
        ModuleChannels(
            name,
            tuple(
                row for row in file.test.get(name, ()) if _of_version(row.portone, versions) and _of_need(row, needs)
            ),
            file.live_fields.get(name, ()),
            file.live_differences.get(name, ()),
        )
        for name in modules_for(book, gateway, needs, versions)
    )
    money = file.test_money.get(gateway, ())
    kinds = {need.type for need in needs}
    return GatewayChannels(
        gateway,
        modules,
        next((row for row in money if not row.methods), None),
        tuple(row for row in money if row.methods),
        tuple(row for row in file.untestable.get(gateway, ()) if not row.types or not kinds or kinds & set(row.types)),
    )


def modules_for(
    book: RuleBook, gateway: str, needs: Iterable[Need], versions: Iterable[PortOneVersion]
) -> tuple[str, ...]:
    """Return the gateway's modules that can carry a need in one of the versions; all where none was named or fits."""
    table = SupportTable(book.pg_methods)
    names = [
        name
        for name in table.modules_of[gateway]
        if _of_version(book.pg_methods.modules[name].portone, tuple(versions))
    ] or table.modules_of[gateway]
    fitting = [
        name
        for name in names
        if any(table.find(name, version, need).supported == "yes" for need in needs for version in versions)
    ]
    return tuple(fitting or names)


def _of_version(named: tuple[PortOneVersion, ...], versions: tuple[PortOneVersion, ...]) -> bool:
    return not named or bool(set(named) & set(versions))


def _of_need(row: TestChannel, needs: tuple[Need, ...]) -> bool:
    """A shared test id belongs to a payment type; within it, one for a single method only where that is asked for."""
    if not needs or row.merchant_id is None:
        return True

    def fits() -> Iterator[bool]:
        for need in needs:
            yield (not row.types or need.type in row.types) and (not row.methods or need.method in row.methods)

    return any(fits())
