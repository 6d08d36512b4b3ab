"""The test channels that a project needs, and what test mode does there."""

from collections.abc import Iterable, Iterator

from portone_guide.gateways.scope import Audience, concerns
from portone_guide.needs.requirements import Need
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.channel import TestChannel
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.sample import CodeSample
from portone_guide.rules.models.scope import Scope
from portone_guide.samples.project import Item
from portone_guide.starter.answer import ChannelSetting, Money


def channel_of(book: RuleBook, module: str, need: Need, row: CodeSample) -> str:
    """Return the setting that names the channel of a call: one for each merchant id that the console may want.

    A merchant id goes with a payment type and a style, and where the gateway's test ids say so with a method.
    """
    own = any(test.methods for test in _tests(book, module, need, row.portone))
    method = need.method.replace(":", "_") if own else ""
    style = row.style if row.style == "api" else ""
    kind = "PORTONE_PG" if is_by_code(row) else "PORTONE_CHANNEL_KEY"
    words = (kind, module.replace(".", "_"), need.type, style, method)
    return "_".join(word for word in words if word).upper()


def is_by_code(row: CodeSample) -> bool:
    """Tell whether a call names the gateway's code and the merchant id in place of a channel's key.

    ``POST /subscribe/payments/onetime`` of V1's schema takes no key.
    """
    return row.call == "v1_api_key_in"


def settings_of(book: RuleBook, items: Iterable[Item]) -> Iterator[ChannelSetting]:
    """Yield the setting of each channel once, with the shared test ids that fit it."""
    seen: set[str] = set()
    for item in items:
        if item.channel in seen:
            continue
        seen.add(item.channel)
        tests = _tests(book, item.module, item.need, item.row.portone)
        gateway = book.pg_methods.modules[item.module].gateway
        yield ChannelSetting(item.channel, gateway, tests, is_by_code(item.row), item.v1_code)


def _tests(book: RuleBook, module: str, need: Need, version: PortOneVersion) -> tuple[TestChannel, ...]:
    """Return the shared test ids for a need: those of its method alone where there are some."""
    merchant = Audience((version,), (need,))
    rows = [
        row
        for row in book.channels.test.get(module, ())
        if concerns(Scope(row.portone, row.types, methods=row.methods), merchant)
    ]
    return tuple(row for row in rows if row.methods) or tuple(rows)


def money_of(book: RuleBook, items: Iterable[Item]) -> Iterator[Money]:
    """Yield for each gateway what test mode does with the money of the items, and what it can't show."""
    by_gateway: dict[str, list[Item]] = {}
    for item in items:
        by_gateway.setdefault(book.pg_methods.modules[item.module].gateway, []).append(item)
    for gateway, own in by_gateway.items():
        merchant = Audience(tuple({item.row.portone for item in own}), tuple(item.need for item in own))
        methods = {item.need.method for item in own}
        money = [
            row._replace(methods=tuple(name for name in row.methods if name in methods) if row.methods else ())
            for row in book.channels.test_money.get(gateway, ())
            if concerns(Scope(types=row.types, methods=row.methods), merchant)
        ]
        untestable = [
            row
            for row in book.channels.untestable.get(gateway, ())
            if concerns(Scope(row.portone, row.types, methods=row.methods), merchant)
        ]
        yield Money(gateway, tuple(money), tuple(untestable))
