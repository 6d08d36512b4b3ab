"""What the parts of the answer are called."""

from collections.abc import Mapping
from typing import Final

TITLE: Final = "상점아이디가 더 필요한지"
SECTIONS: Final[Mapping[str, str]] = {
    "why": "판단과 까닭",
    "apply": "신청하는 방법",
    "mail": "보낼 메일",
    "after": "받은 뒤에 할 것",
    "notes": "함께 알아둘 것",
    "sources": "출처",
}
"""The parts of the whole answer, by the name that ``--section`` takes."""
