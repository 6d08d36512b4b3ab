"""What a value means: other spellings of the same name, money or rate are equal."""

import re
from functools import lru_cache

from portone_guide.facts.rules.drift.korean_tokens import NEED_IDS, canonical, same
from portone_guide.facts.rules.drift.pages import Names
from portone_guide.facts.rules.drift.pieces import LONGEST_KEPT, kept

_APART = re.compile(r"[^\w]+")
_NO_LETTER = re.compile(r"\W")


class Meanings:
    """Tells what values mean by the names that a lock knows."""

    def __init__(self, names: Names) -> None:
        self._meant = names.meant
        self.firms = frozenset(names.meant[spelled] for spelled in names.firms if spelled in names.meant)
        self.of = lru_cache(maxsize=200_000)(self._of)

    def known_in(self, text: str) -> list[str]:
        """Return what the words of a text mean, of those that are names."""
        words = (_NO_LETTER.sub("", word).casefold() for word in _APART.split(text))
        return sorted(self._meant[word] for word in words if word in self._meant)

    def _of(self, token: str) -> str:
        if len(token) > LONGEST_KEPT:
            return kept(token)
        said = canonical(token)
        small = same(said.casefold())
        name = self._meant.get(small) or NEED_IDS.get(small)
        return name or (small if not said.isascii() else said)

    def all_of(self, tokens: tuple[str, ...] | list[str]) -> set[str]:
        """Return what each of some values means."""
        return {self.of(token) for token in tokens}
