"""Sentences about what an industry or a platform leaves out."""

from typing import Final

from portone_guide.needs.reason import Sentences
from portone_guide.needs.words import need_label
from portone_guide.rules.vocabulary import STYLE_NAMES, TYPE_NAMES

PLACE_SENTENCES: Final[Sentences] = {
    "industry.excludes": lambda industry, need: f"{industry}: 이 업종에는 {need_label(need)}을(를) 지원하지 않음",
    "unknown.industry_method": lambda industry, need: (
        f"{industry}: 이 업종에서 {need_label(need)}을(를) 쓸 수 있는지 출처에 없음 - 문의 필요"
    ),
    "platform.lacks": lambda need, platform: f"{platform}: {TYPE_NAMES[need.type]}을(를) 지원하지 않음",
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
