"""What the parts of the whole plan are called."""

from collections.abc import Mapping
from typing import Final

TITLE: Final = "첫 결제까지의 계획"
SECTIONS: Final[Mapping[str, str]] = {
    "select-pg": "계약할 결제대행사",
    "checklist": "심사 준비",
    "next-steps": "첫 결제까지의 순서",
    "sources": "출처",
}
"""The parts by the name that ``--section`` takes: the commands that answer them, and pages."""
NOT_YET: Final[Mapping[str, str]] = {
    "select-pg": "무엇을 받을지 아직 정하지 않았습니다. 정하려면",
    "checklist": "사이트를 아직 살펴보지 않았습니다. 살펴보려면",
    "next-steps": "계약할 곳을 아직 고르지 않았습니다. 고르려면",
}
"""What is said of a part that the plan does not say enough for."""
