"""What the parts of the whole answer are called."""

from collections.abc import Mapping
from typing import Final

SECTIONS: Final[Mapping[str, str]] = {
    "fix": "심사에서 걸릴 것",
    "open": "읽지 못했거나 눈으로 볼 것",
    "signs": "사이트에서 본 것",
    "items": "체크리스트로 보면",
    "pages": "읽은 쪽",
    "hints": "짐작한 것",
}
"""The parts of the whole answer, by the name that ``--section`` takes."""
