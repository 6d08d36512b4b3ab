"""Test and live channels on a terminal."""

from collections.abc import Iterator

from portone_guide.gateways.caution_words import versions_words
from portone_guide.gateways.money_words import MONEY_WORDS
from portone_guide.next_steps.answer import GatewayChannels, ModuleChannels, NextSteps
from portone_guide.next_steps.words import doubt_words, methods_words, scope_words, version_words
from portone_guide.rules.models.channel import LiveDifference
from portone_guide.terminal.blocks import Block, Bullets, Heading, Text


def test_blocks(answer: NextSteps) -> Iterator[Block]:
    """Yield how to make a test channel, which shared ids there are, and what test mode does with money."""
    console = answer.test_console
    yield Heading("테스트 채널 만들기")
    yield Text(f"어디서: {console.path}")
    yield Bullets(console.steps)
    for entry in answer.channels:
        name = answer.named.name(entry.gateway)
        yield Heading(f"{name}: 테스트")
        for module in entry.modules:
            yield Text(f"{_labelled(module, answer)} 공용 테스트 상점아이디")
            yield Bullets(tuple(_test_ids(module, answer)))
        when = f" ({entry.money.when})" if entry.money and entry.money.when else ""
        doubt = doubt_words(entry.money.conflict if entry.money else None, answer, "; ")
        yield Text(f"테스트 결제의 돈: {MONEY_WORDS[entry.money.does if entry.money else 'unknown']}{when}{doubt}")
        yield Bullets(tuple(_money(entry, answer)))
        limits = tuple(f"{row.text}{doubt_words(row.conflict, answer, '; ')}" for row in entry.untestable)
        if limits:
            yield Text("테스트로 확인할 수 없는 것")
            yield Bullets(limits)
    if answer.untestable:
        yield Text("어느 결제대행사나 테스트로 확인할 수 없는 것")
        yield Bullets(tuple(row.text for row in answer.untestable))


def _test_ids(module: ModuleChannels, answer: NextSteps) -> Iterator[str | tuple[str, str]]:
    if not module.test:
        yield "모름: 출처에 없으니 콘솔의 채널 추가 화면이나 결제대행사에 확인하세요"
    for row in module.test:
        versions = "·".join(version.upper() for version in row.portone)
        what = f"{row.purpose}{f' ({versions})' if versions else ''}"
        told = f"{row.note or ''}{doubt_words(row.conflict, answer, ' · ' if row.note else '')}"
        yield (f"{what}: {row.merchant_id}" if row.merchant_id else what, told)


def _money(entry: GatewayChannels, answer: NextSteps) -> Iterator[str]:
    for row in entry.money_by_method:
        when = f" ({row.when})" if row.when else ""
        doubt = doubt_words(row.conflict, answer, "; ")
        yield f"{methods_words(row.methods, answer)}: {MONEY_WORDS[row.does]}{when}{doubt}"


def live_blocks(answer: NextSteps) -> Iterator[Block]:
    """Yield the live channel's form field by field, and what differs from test."""
    console = answer.live_console
    yield Heading("실연동 채널 만들기")
    yield Text(f"어디서: {console.path}")
    yield Bullets(console.steps)
    for entry in answer.channels:
        for module in entry.modules:
            yield Heading(f"{_whose(entry, module, answer)}{_labelled(module, answer)}: 실연동에 적을 값")
            yield Bullets(tuple(_fields(module, answer)))
            if module.live_differences:
                yield Text("테스트와 다른 점")
                yield Bullets(tuple(_difference(row, module) for row in module.live_differences))


def _whose(entry: GatewayChannels, module: ModuleChannels, answer: NextSteps) -> str:
    """Return the gateway's name before that of its module, unless that begins with it."""
    name = answer.named.name(entry.gateway)
    return "" if answer.named.modules[module.module].name.startswith(name) else f"{name} "


def _labelled(module: ModuleChannels, answer: NextSteps) -> str:
    """A module is told with its versions: what another one wants is often something else."""
    return f"{answer.named.modules[module.module].name} ({versions_words(module.portone)})"


def _difference(row: LiveDifference, module: ModuleChannels) -> str:
    only = version_words(row, module)
    return f"{only}: {row.text}" if only else row.text


def _fields(module: ModuleChannels, answer: NextSteps) -> Iterator[str | tuple[str, str]]:
    if not module.live_fields:
        yield "모름: 출처에 없으니 콘솔의 채널 추가 화면과 결제대행사의 안내 메일을 확인하세요"
    for row in module.live_fields:
        secret = ", 비밀 값: 남에게 보이거나 코드에 적지 마세요" if row.secret else ""
        scope = scope_words(row, module, answer)
        needed = f"{f'{scope}, ' if scope else ''}{'필수' if row.required else '필요할 때만'}"
        where = f"찾는 곳: {row.where}" if row.where else "찾는 곳: 모름"
        told = f"{where}{f' · {row.note}' if row.note else ''}{doubt_words(row.conflict, answer, ' · ')}"
        yield (f"{row.field} ({needed}{secret})", told)
