"""What an assistant can be asked to do."""

from collections.abc import Mapping
from typing import Final

from portone_guide.mcp_server import words
from portone_guide.terminal.text import clean

NAME: Final = "first_payment"
BUSINESS: Final = "business"
_LONGEST: Final = 2000


def text(given: Mapping[str, str]) -> str:
    """Return what is asked, with what the person said of their business."""
    return words.prompt(clean(given.get(BUSINESS, "")[:_LONGEST]))
