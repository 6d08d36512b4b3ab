"""Values out of answers of others: each is taken only if it is of the right kind."""

import re
from typing import Any


def at(value: Any, *path: str) -> Any:
    """Return what stands under keys, in a JSON object or in the SDK's object of it; None: nothing."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else getattr(value, _snake(key), None)
    return value


def text_at(value: Any, *path: str) -> str | None:
    """Return a text that is not empty."""
    found = at(value, *path)
    return found if isinstance(found, str) and found else None


def whole_at(value: Any, *path: str) -> int | None:
    """Return a whole number; one with a fraction of nothing is whole too."""
    found = at(value, *path)
    if isinstance(found, float) and found.is_integer():
        return int(found)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def flag_at(value: Any, *path: str) -> bool | None:
    """Return a yes or a no."""
    found = at(value, *path)
    return found if isinstance(found, bool) else None


def list_at(value: Any, *path: str) -> list[Any]:
    """Return a list; empty where there is none."""
    found = at(value, *path)
    return found if isinstance(found, list) else []


def less(whole: int | None, part: int | None) -> int | None:
    """Return what is left of a number; None where either is not known."""
    return None if whole is None or part is None else whole - part


def _snake(key: str) -> str:
    return re.sub(r"(?=[A-Z])", "_", key).lower()
