"""What somebody may have meant who typed a name that there is not."""

from collections.abc import Iterable


def nearest(typed: str, names: Iterable[str], *, most: int = 3, alike: float = 0.5) -> tuple[str, ...]:
    """Return the ``most`` names that are spelled most like it; none where none is ``alike`` (0 to 1) enough."""
    from difflib import get_close_matches

    return tuple(get_close_matches(typed, list(names), most, alike))
