"""Why a gateway is not for a merchant, as people read it: what every room that judges it says alike."""

from typing import Final

from portone_guide.needs.reason import Sentences
from portone_guide.needs.words import need_label
from portone_guide.rules.korean_particles import with_particle
from portone_guide.rules.vocabulary import STYLE_NAMES, TYPE_NAMES

_CONTRACTS: Final = {"direct": "직접 계약", "via_gateway": "PG 제휴"}

BARRIER_SENTENCES: Final[Sentences] = {
    "easy_pay_contract": lambda name, wish, offered: (
        f"{name}: {with_particle(_CONTRACTS[wish], '을')} 원하지만 이곳은 {_CONTRACTS[offered]} 방식임"
    ),
    "platform.through_host": lambda platform: (
        f"{platform}: 홈페이지를 호스팅사에서 만들면 그 호스팅사를 통해 계약해야 함"
    ),
    **dict.fromkeys(("goods", "business"), lambda text: text),
    "refused_industry": lambda industry: f"{industry}: 결제대행사와 카드사가 받지 않는 업종임",
    "refused_industry.gateway": lambda industry: f"{industry}: 입점 불가 업종임",
    "unknown.industry": lambda industry: (
        f"{industry}: 심사할 수 있는 결제대행사 목록에 없어 입점 가능 여부를 알 수 없음 - 문의 필요"
    ),
    "industry.refused": lambda industry, condition: (
        f"{industry}: 이 결제대행사는 받지 않음{f' ({condition})' if condition else ''}"
    ),
    "industry.excludes": lambda industry, need: (
        f"{industry}: 이 업종에는 {with_particle(need_label(need), '을')} 지원하지 않음"
    ),
    "unknown.industry_method": lambda industry, need: (
        f"{industry}: 이 업종에서 {with_particle(need_label(need), '을')} 쓸 수 있는지 출처에 없음 - 문의 필요"
    ),
    "platform.lacks": lambda need, platform: f"{platform}: {with_particle(TYPE_NAMES[need.type], '을')} 지원하지 않음",
    "platform.not_listed": lambda platform: f"{platform}에서 쓸 수 있는 결제대행사 목록에 없음",
    "unknown.platform": lambda platform: f"{platform}에서 쓸 수 있는지 출처에 없음 - 문의 필요",
    "unknown.platform_style": lambda need, platform, styles: (
        f"{need_label(need)}: {platform}에서는 {'·'.join(map(STYLE_NAMES.__getitem__, styles))}만 적혀 있음 - 문의 필요"
    ),
    **dict.fromkeys(
        ("platform.method_not_listed", "unknown.platform_method"),
        lambda need, platform: f"{need_label(need)}: {platform}에서 되는지 목록에 없음 - 문의 필요",
    ),
}
