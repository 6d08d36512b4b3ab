"""Why a gateway is not for a merchant, as people read it: what every room that judges it says alike."""

from typing import Final

from portone_guide.needs.reason import Sentences
from portone_guide.needs.words import need_label

_CONTRACTS: Final = {"direct": "직접 계약", "via_gateway": "PG 제휴"}

BARRIER_SENTENCES: Final[Sentences] = {
    "easy_pay_contract": lambda name, wish, offered: (
        f"{name}: {_CONTRACTS[wish]}을 원하지만 이곳은 {_CONTRACTS[offered]} 방식임"
    ),
    "platform.through_host": lambda platform: (
        f"{platform}: 홈페이지를 호스팅사에서 만들면 그 호스팅사를 통해 계약해야 함"
    ),
    "platform.not_listed": lambda platform: f"{platform}에서 쓸 수 있는 결제대행사 목록에 없음",
    "unknown.platform": lambda platform: f"{platform}에서 쓸 수 있는지 출처에 없음 - 문의 필요",
    **dict.fromkeys(
        ("platform.method_not_listed", "unknown.platform_method"),
        lambda need, platform: f"{need_label(need)}: {platform}에서 되는지 목록에 없음 - 문의 필요",
    ),
}
