"""Test and live channels of the gateways that a merchant signs with."""

from collections.abc import Iterator

from portone_guide.needs.requirements import Need
from portone_guide.next_steps.answer import GatewayChannels, ModuleChannels
from portone_guide.next_steps.case import Case
from portone_guide.rules.models.channel import TestChannel


def channels(case: Case) -> Iterator[GatewayChannels]:
    """Yield each gateway's channels: of the modules that carry its needs; of all modules where there are none."""
    file = case.book.channels
    for gateway, needs in case.shares.items():
        money = file.test_money.get(gateway, ())
        kinds = {need.type for need in needs}
        yield GatewayChannels(
            gateway,
            tuple(_channels_of(case, name, needs) for name in case.modules_for(gateway, needs)),
            next((row for row in money if not row.methods), None),
            tuple(row for row in money if row.methods),
            tuple(
                row for row in file.untestable.get(gateway, ()) if not row.types or not kinds or kinds & set(row.types)
            ),
        )


def _channels_of(case: Case, module: str, needs: tuple[Need, ...]) -> ModuleChannels:
    file = case.book.channels
    return ModuleChannels(
        module,
        tuple(
            row
            for row in file.test.get(module, ())
            if (not row.portone or case.version in row.portone) and _of_need(row, needs)
        ),
        file.live_fields.get(module, ()),
        file.live_differences.get(module, ()),
    )


def _of_need(row: TestChannel, needs: tuple[Need, ...]) -> bool:
    """A shared test id belongs to a payment type; within it, one for a single method only where that is asked for."""
    if not needs or row.merchant_id is None:
        return True
    return any(
        (not row.types or need.type in row.types) and (not row.methods or need.method in row.methods) for need in needs
    )
