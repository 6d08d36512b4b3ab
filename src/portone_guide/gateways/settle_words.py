"""What is to be settled with a gateway, as people read it: what every room that judges it says alike."""

from typing import Final

from portone_guide.gateways.condition_words import CONDITION_SENTENCES
from portone_guide.gateways.limit_words import LIMIT_SENTENCES
from portone_guide.needs.reason import Sentences

SETTLE_SENTENCES: Final[Sentences] = {
    **CONDITION_SENTENCES,
    **LIMIT_SENTENCES,
    "industry.after_review": lambda industry, condition: (
        f"{industry}: 위험 업종이라 입점은 심사 후에 확인됨{f': {condition}' if condition else ''}"
    ),
    "platform.note": lambda platform, note: f"{platform}: {note}",
}
