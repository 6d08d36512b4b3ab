"""What the parts of ``go-live scan`` and of the list before opening are called."""

from collections.abc import Mapping
from typing import Final

SCAN_SECTIONS: Final[Mapping[str, str]] = {
    "block": "미흡: 고쳐야 엽니다",
    "ask": "확인: 사람이 보아야 합니다",
    "unread": "따라가지 못한 곳",
    "questions": "코드로는 알 수 없는 것",
}
OPENING_SECTIONS: Final[Mapping[str, str]] = {
    "scan": "코드에서 찾는 것",
    "questions": "코드로는 알 수 없어 답해야 하는 것",
    "first": "첫 실제 결제에서 볼 것",
}
"""The parts of the whole answers, by the name that ``--section`` takes."""
