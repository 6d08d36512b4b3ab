"""What changes in the code on the day of opening: the test channel's key becomes the live one's."""

from collections.abc import Iterable, Iterator

from portone_guide.needs.reason import because
from portone_guide.next_steps.answer import CodeChange, GatewayChannels
from portone_guide.next_steps.case import Case


def code_changes(case: Case, channels: Iterable[GatewayChannels]) -> Iterator[CodeChange]:
    """Yield the change for each module on the road; V1 may name the gateway's code in place of a channel key."""
    for entry in channels:
        for row in entry.modules:
            version = entry.version if entry.version in row.portone else row.portone[0]
            yield CodeChange(row.module, because("channel_key"))
            yield CodeChange(row.module, because("server_check"))
            code = case.book.pg_methods.modules[row.module].v1_code
            if version == "v1" and code:
                merchant_id = next((test.merchant_id for test in row.test if test.merchant_id), None)
                yield CodeChange(row.module, because("pg_code", v1_code=code, merchant_id=merchant_id))
