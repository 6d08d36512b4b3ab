"""The words of programs: what a line is before and after the day of opening, where a program runs."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from portone_guide.needs.reason import Reason
from portone_guide.needs.words import need_label
from portone_guide.next_steps.answer import NextSteps, ShownSample
from portone_guide.samples.answer import Runs

_RUNS_NAMES: Final[Mapping[Runs, str]] = {"browser": "브라우저", "client": "서버의 포트원 연결", "server": "서버"}


class ChangedLine(NamedTuple):
    """One line before and after, and what to know of it."""

    before: str
    after: str
    note: str


def changed_line(what: Reason) -> ChangedLine:
    """Return the line of code that a change is about."""
    return CHANGES[what.code](**dict(what.facts))


def sample_name(shown: ShownSample, answer: NextSteps) -> str:
    """Return what a sample is called: whose, for what, and where it runs."""
    sample = shown.sample
    whose = f"{answer.named.name(sample.gateway)} {sample.portone.upper()}"
    return f"{whose} {need_label(shown.need)} - {_RUNS_NAMES[sample.runs]}"


def _pg_code(v1_code: str, merchant_id: str | None) -> ChangedLine:
    return ChangedLine(
        f'pg: "{v1_code}.{merchant_id or "테스트상점아이디"}",',
        f'pg: "{v1_code}.실연동상점아이디",',
        "channelKey 대신 pg로 채널을 고르던 코드일 때",
    )


_SERVER_NOTE = "서버의 환경 변수: 테스트 채널의 결제를 받아 주지 않게"
CHANGES: Final[Mapping[str, Callable[..., ChangedLine]]] = {
    "channel_key": lambda: ChangedLine(
        'channelKey: "channel-key-테스트채널",',
        'channelKey: "channel-key-실연동채널",',
        "채널 키는 콘솔의 채널 관리에서 채널마다 다릅니다",
    ),
    "server_check": lambda: ChangedLine("PORTONE_CHANNEL_TYPE=TEST", "PORTONE_CHANNEL_TYPE=LIVE", _SERVER_NOTE),
    "pg_code": _pg_code,
}
