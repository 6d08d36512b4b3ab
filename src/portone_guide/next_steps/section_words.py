"""What the parts of the road are called."""

from collections.abc import Mapping
from typing import Final

SECTIONS: Final[Mapping[str, str]] = {
    "summary": "날짜와 주의할 것",
    "calendar": "한눈에 보기",
    "road": "순서",
    "test": "테스트 채널",
    "contract": "계약 서류와 보증보험",
    "live": "실연동 채널",
    "code": "코드",
    "opening": "열기 전에",
    "ask": "출처에 없어 물어볼 것",
    "disputes": "출처가 어긋나는 것",
    "sources": "출처",
}
"""The parts of the whole answer, by the name that ``--section`` takes."""
