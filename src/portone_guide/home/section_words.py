"""What the parts of the home screen are called."""

from collections.abc import Mapping
from typing import Final

SECTIONS: Final[Mapping[str, str]] = {
    "now": "지금 할 수 있는 일",
    "waiting": "기다리는 일",
    "done": "끝낸 일",
    "later": "그다음",
    "sources": "출처",
}
"""The parts of the whole answer, by the name that ``--section`` takes."""
