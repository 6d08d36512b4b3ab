"""What a value means: other spellings of the same name, money or rate are equal."""

from functools import lru_cache

from portone_guide.facts.rules.drift.korean_tokens import NEED_IDS, canonical, same
from portone_guide.facts.rules.drift.pages import Names


class Meanings:
    """Tells what values mean by the names that a lock knows."""

    def __init__(self, names: Names) -> None:
        self._meant = names.meant
        self.firms = frozenset(names.meant[spelled] for spelled in names.firms if spelled in names.meant)
        self.of = lru_cache(maxsize=200_000)(self._of)

    def _of(self, token: str) -> str:
        said = canonical(token)
        small = same(said.casefold())
        name = self._meant.get(small) or NEED_IDS.get(small)
        return name or (small if not said.isascii() else said)

    def all_of(self, tokens: tuple[str, ...] | list[str]) -> set[str]:
        """Return what each of some values means."""
        return {self.of(token) for token in tokens}
