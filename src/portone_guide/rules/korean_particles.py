"""Korean particles after a word: which of two forms, by how the end of the word is read."""

import re
from typing import Final, Literal

Particle = Literal["은", "이", "을", "과", "으로", "이라고"]
"""Both forms of a particle, by the one that stands after a consonant."""

AFTER_VOWEL: Final[dict[Particle, str]] = {
    "은": "는",
    "이": "가",
    "을": "를",
    "과": "와",
    "으로": "로",
    "이라고": "라고",
}
_ANNEX: Final = r"(?<=.)\s*\([^()]*\)$"
_CLOSING: Final = " '\"`)]}.,"
_READ: Final = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True)) | {
    "L": "엘",
    "M": "엠",
    "N": "엔",
    "R": "알",
}
"""How digits and capitals are read, those that end with a consonant; the other letters end with a vowel."""
_READ_IN_WORDS: Final = {"l": "엘", "m": "엠", "n": "엔"}
_RIEUL: Final = 8
"""The consonant after which 로 stands, as after a vowel."""


def with_particle(word: str, particle: Particle) -> str:
    """Return a word with the form of a particle that fits it: ``카카오페이를``, ``이니시스로``, ``NHN KCP를``.

    What stands in brackets at the end is not read: ``카드(API)를``.
    """
    return word + particle_after(word, particle)


def particle_after(word: str, particle: Particle) -> str:
    """Return the form of a particle that stands after a word."""
    end = last_consonant(word)
    open_ = end == 0 or (particle == "으로" and end == _RIEUL)
    return AFTER_VOWEL[particle] if open_ else particle


def last_consonant(word: str) -> int:
    """Return the number of the consonant that a word ends with as it is read (in Unicode's order); 0: a vowel."""
    letter = re.sub(_ANNEX, "", word).rstrip(_CLOSING)[-1:]
    read = _READ.get(letter) or _READ_IN_WORDS.get(letter) or letter
    return (ord(read) - ord("가")) % 28 if "가" <= read <= "힣" else 0
