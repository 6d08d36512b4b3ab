"""Test and live channels of the gateways that a merchant signs with, and whom each of their rows concerns."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from portone_guide.gateways.scope import Audience, concerns
from portone_guide.needs.requirements import Need
from portone_guide.next_steps.answer import GatewayChannels, ModuleChannels
from portone_guide.next_steps.case import Carrier, Case, ModuleUse
from portone_guide.rules.models.channel import Untestable
from portone_guide.rules.models.fields import MethodId, PaymentType, PortOneVersion
from portone_guide.rules.models.scope import Scope


class _Scoped(Protocol):
    """A row about some PortOne versions, payment types and methods; none named: about all."""

    @property
    def portone(self) -> tuple[PortOneVersion, ...]: ...
    @property
    def types(self) -> tuple[PaymentType, ...]: ...
    @property
    def methods(self) -> tuple[MethodId, ...]: ...


_Row = TypeVar("_Row", bound=_Scoped)


def channels(case: Case) -> Iterator[GatewayChannels]:
    """Yield each gateway's channels: of the modules that carry its needs; of its payment modules without any."""
    file = case.book.channels
    for gateway, carrier in case.carriers.items():
        kinds = {need.type for need in carrier.needs}
        every_money = file.test_money.get(gateway, ())
        money = [row for row in every_money if not row.types or not kinds or not kinds.isdisjoint(row.types)]
        yield GatewayChannels(
            gateway,
            carrier.version,
            carrier.why,
            tuple(_channels_of(case, use, carrier) for use in carrier.modules),
            next((row for row in money if not row.methods), None),
            tuple(row for row in money if row.methods),
            _untestable(case, gateway, carrier),
        )


def _untestable(case: Case, gateway: str, carrier: Carrier) -> tuple[Untestable, ...]:
    """Return what of the modules on the road can't be tested: nothing about payments that are none of theirs."""
    rows = concerning(case.book.channels.untestable.get(gateway, ()), carrier.versions, carrier.needs)
    support = case.book.pg_methods.support
    kinds = {row.type for use in carrier.modules for row in support[use.module]}
    return tuple(row for row in rows if not row.types or not kinds.isdisjoint(row.types))


def concerning(rows: Iterable[_Row], versions: Iterable[PortOneVersion], needs: Iterable[Need]) -> tuple[_Row, ...]:
    """Return the rows about one of these versions and one of these needs; without needs, about any payment."""
    merchant = Audience(tuple(versions), tuple(needs))
    return tuple(row for row in rows if concerns(Scope(row.portone, row.types, methods=row.methods), merchant))


def _channels_of(case: Case, use: ModuleUse, carrier: Carrier) -> ModuleChannels:
    file, name, needs = case.book.channels, use.module, carrier.needs
    test = concerning(file.test.get(name, ()), use.portone, ())
    asked = concerning(test, use.portone, needs)
    return ModuleChannels(
        name,
        use.portone,
        # that there is no shared id is worth knowing whatever is asked for
        tuple(row for row in test if row.merchant_id is None or row in asked),
        concerning(file.live_fields.get(name, ()), use.portone, needs),
        concerning(file.live_differences.get(name, ()), use.portone, needs),
    )
