"""What is supported, and by what, in words."""

from collections.abc import Iterable, Mapping
from typing import Final

from portone_guide.facts.answer import Cell
from portone_guide.rules.models.fields import PortOneVersion, Role, Supported

STATE_WORDS: Final[Mapping[Supported, str]] = {"yes": "지원", "no": "안 함", "unknown": "모름"}
ROLE_NAMES: Final[Mapping[Role, str]] = {
    "general": "일반 PG",
    "easy_pay": "간편결제사",
    "overseas": "해외결제",
    "identity": "본인인증",
}


def state_word(cell: Cell) -> str:
    """Return a cell's state: 지원, 안 함, 모름 or 어긋남; ``*`` where one of two readings was chosen."""
    if not cell.conflicts:
        return STATE_WORDS[cell.supported]
    return "어긋남" if cell.supported == "unknown" else f"{STATE_WORDS[cell.supported]}*"


def versions_text(versions: Iterable[PortOneVersion], between: str = ",") -> str:
    """Return PortOne versions as ``V1,V2``."""
    return between.join(version.upper() for version in versions)
