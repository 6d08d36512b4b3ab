"""What the parts of the whole answer are called."""

from collections.abc import Mapping
from typing import Final

SECTIONS: Final[Mapping[str, str]] = {
    "beware": "먼저 알아둘 것",
    "countries": "나라별 결제수단",
    "compare": "비교표",
    "cost": "비용",
    "about": "추천한 곳",
    "sets": "나누어 계약",
    "ruled-out": "제외한 곳",
    "sources": "출처",
}
"""The parts of the whole answer, by the name that ``--section`` takes."""
