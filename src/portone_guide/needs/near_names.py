"""What somebody may have meant who typed a name that there is not."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(typed: str, names: Iterable[str], otherwise: str, *, most: int = 3, alike: float = 0.5) -> str:
    """Return a hint with the ``most`` nearest names, or ``otherwise`` where none is ``alike`` (0 to 1) enough."""
    near = get_close_matches(typed, list(names), most, alike)
    return f"혹시 이것인가요: {', '.join(near)}" if near else otherwise
