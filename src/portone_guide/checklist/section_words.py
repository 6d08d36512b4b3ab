"""What the parts of the checklist are called."""

from collections.abc import Mapping
from typing import Final

TITLE: Final = "결제 심사 체크리스트"
SECTIONS: Final[Mapping[str, str]] = {
    "fix": "고칠 것",
    "open": "확인할 것",
    "done": "통과했거나 해당 없는 것",
    "know": "알아둘 것",
    "papers": "필요할 수 있는 서류와 허가",
    "disputes": "출처가 어긋나는 것",
    "sources": "출처",
}
"""The parts of the whole answer, by the name that ``--section`` takes."""
