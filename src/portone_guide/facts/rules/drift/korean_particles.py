"""Korean particles after a name: they change with its last letter."""

import re
from typing import Final

from portone_guide.facts.rules.drift.korean_tokens import squeezed

_PARTICLES: Final = {"은": "는", "이": "가", "을": "를", "과": "와", "으로": "로"}
_PARTICLE = "(은|는|이|가|을|를|과|와|으로|로)?"


def renamed(text: str, name: str, other: str) -> str:
    """Return text with another name in the place of one, and the particle after it as the other name takes it."""
    closed = _is_closed(other)
    with_end = _PARTICLES if not closed else {}
    without_end = {open_: end for end, open_ in _PARTICLES.items()} if closed else {}

    def put(found: "re.Match[str]") -> str:
        particle = found[1] or ""
        return other + (without_end if closed else with_end).get(particle, particle)

    spaced = r"\s?".join(map(re.escape, squeezed(name)))
    return re.sub(spaced + _PARTICLE, put, text)


def _is_closed(name: str) -> bool:
    """Tell whether a Korean name ends with a consonant."""
    return "가" <= name[-1:] <= "힣" and (ord(name[-1]) - ord("가")) % 28 > 0


def bare_name(text: str) -> str:
    """Return a name without the particle after it."""
    return re.sub(r"(?<=[가-힣)])(?:의|은|는|이|가|을|를|과|와|으로|로|으로부터|로부터)$", "", text.strip(" *:"))
