"""Korean particles after a name: they change with its last letter."""

import re

from portone_guide.facts.rules.drift.korean_tokens import squeezed
from portone_guide.rules.korean_particles import AFTER_VOWEL, particle_after

_PARTICLE = "(은|는|이|가|을|를|과|와|으로|로)?"


def renamed(text: str, name: str, other: str) -> str:
    """Return text with another name in the place of one, and the particle after it as the other name takes it."""

    def put(found: "re.Match[str]") -> str:
        form = next((form for form, other_form in AFTER_VOWEL.items() if found[1] in (form, other_form)), None)
        return other + (particle_after(other, form) if form else "")

    spaced = r"\s?".join(map(re.escape, squeezed(name)))
    return re.sub(spaced + _PARTICLE, put, text)


def bare_name(text: str) -> str:
    """Return a name without the particle after it."""
    return re.sub(r"(?<=[가-힣)])(?:의|은|는|이|가|을|를|과|와|으로|로|으로부터|로부터)$", "", text.strip(" *:"))
