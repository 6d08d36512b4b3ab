"""What changes in the code on the day of opening: the test channel's key becomes the live one's."""

from collections.abc import Iterator
from typing import NamedTuple

from portone_guide.next_steps.decide import NextSteps
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion


class CodeChange(NamedTuple):
    """One line before and after."""

    module: str
    before: str
    after: str
    note: str


_SERVER: dict[PortOneVersion, CodeChange] = {
    "v2": CodeChange(
        "",
        'payment.channel.type == "TEST"',
        'payment.channel.type == "LIVE"',
        "서버에서 결제를 확인할 때: 테스트 채널의 결제를 받아 주지 않게",
    ),
    "v1": CodeChange(
        "",
        "/payments/{imp_uid}?include_sandbox=true",
        "/payments/{imp_uid}",
        "서버에서 결제를 확인할 때: 테스트 채널의 결제를 받아 주지 않게",
    ),
}


def code_changes(answer: NextSteps, book: RuleBook) -> Iterator[CodeChange]:
    """Yield the change for each module on the road; V1 may name the gateway's code in place of a channel key."""
    for entry in answer.channels:
        for row in entry.modules:
            yield CodeChange(
                row.module,
                'channelKey: "channel-key-테스트채널",',
                'channelKey: "channel-key-실연동채널",',
                "채널 키는 콘솔의 채널 관리에서 채널마다 다릅니다",
            )
            yield _SERVER[answer.version]._replace(module=row.module)
            code = book.pg_methods.modules[row.module].v1_code
            if answer.version == "v1" and code:
                shown = next((test.merchant_id for test in row.test if test.merchant_id), None)
                yield CodeChange(
                    row.module,
                    f'pg: "{code}.{shown or "테스트상점아이디"}",',
                    f'pg: "{code}.실연동상점아이디",',
                    "channelKey 대신 pg로 채널을 고르던 코드일 때",
                )
