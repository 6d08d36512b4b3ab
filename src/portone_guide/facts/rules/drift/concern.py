"""Which facts a difference concerns: those that hold what went, stand beside what came, or say the same in words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from portone_guide.facts.rules.drift.citations import Citation, Leaf
from portone_guide.facts.rules.drift.diff import Difference
from portone_guide.facts.rules.drift.korean_tokens import squeezed
from portone_guide.facts.rules.drift.meaning import Meanings
from portone_guide.facts.rules.drift.name_finder import NameFinder
from portone_guide.facts.rules.drift.pages import Page

_MOST = 12
_AS_GOOD = 0.5
_MOST_BESIDE = 3
_FEWEST_SHARED = 2
_LEAST_ALIKE = 0.34
_NEAREST_HEADS = 2
_SAYS_SOMETHING = re.compile(r"[A-Za-z0-9]|.{3}")
"""A word of a longer name that may be meant alone: not one of two syllables, such as \"pay\" in Korean."""
Held = tuple[Citation, Leaf]


class Around(NamedTuple):
    """What stands around a difference: the companies and other names of its headings, label and page."""

    firms: frozenset[str]
    words: frozenset[str]
    heads: tuple[frozenset[str], ...]


class Concerned:
    """Tells which citations of one page a difference concerns."""

    def __init__(self, title: str, citations: Sequence[Citation], names: NameFinder, mean: Meanings) -> None:
        self._citations = citations
        self._names = names
        self._mean = mean
        self._said: dict[tuple[str, int, str], list[frozenset[str]]] = {}
        self.own = frozenset(mean.all_of([title, *names.values(title)]) & mean.firms)

    def of(self, difference: Difference) -> list[Held]:
        """Return the facts that hold what went, or what came (a row that was put right before); else those beside."""
        return self._holding(difference) or self._beside(difference) or self._beside(_widened(difference))

    def _holding(self, difference: Difference) -> list[Held]:
        """Return the facts that hold a value: those that are the most about the same thing."""
        if not difference.gone:
            return []
        gone = self._values(difference.gone) - self._common()
        either = gone | self._values(difference.come) - self._common()
        around = self._around(difference)
        scored = []
        for citation in self._of(around):
            held = [leaf for leaf in citation.leaves if leaf.values & either]
            if held:
                best = max(held, key=lambda leaf: (len(leaf.values & gone), len(leaf.values & either)))
                scored.append((self._score(citation, best, around), citation, best))
        return _best(scored, _MOST)

    def _beside(self, difference: Difference) -> list[Held]:
        """Return the facts that stand beside a value that came: of the same company, about the same thing."""
        around = self._around(difference)
        stood = self._values((*difference.beside, *difference.come)) - self._common() - around.firms
        scored = []
        for citation in self._of(around):
            shared = citation.words & (stood | around.words)
            needed = _FEWEST_SHARED if around.firms & citation.owners else _FEWEST_SHARED + 1
            if citation.leaves and len(shared) >= needed and citation.words & stood:
                leaf = max(citation.leaves, key=lambda leaf: len(leaf.values & stood))
                scored.append((len(shared), citation, leaf))
        return _best(scored, _MOST_BESIDE)

    def saying(self, differences: Sequence[Difference], page: Page) -> Mapping[int, list[Held]]:
        """Return, for each difference in words, the facts whose text is nearest to what changed on the page."""
        texts = [piece.text for piece in page.pieces() if piece.text]
        pairs = [_pairs(text) for text in texts]
        changed = {text: number for number, one in enumerate(differences) for text in one.texts}
        found: dict[int, list[Held]] = {}
        for citation in self._citations:
            if not citation.leaves:
                continue
            leaf = max(citation.leaves, key=lambda leaf: len(leaf.text))
            said = _pairs(leaf.text)
            near = max(zip(map(said.__and__, pairs), texts, strict=True), key=lambda one: len(one[0]), default=None)
            if near and said and len(near[0]) >= _LEAST_ALIKE * len(said) and near[1] in changed:
                found.setdefault(changed[near[1]], []).append((citation, leaf))
        return found

    def _common(self) -> frozenset[str]:
        """Return what says nothing by itself: the versions, and the page's own company."""
        return frozenset({"V1", "V2", "v1", "v2", *self.own})

    def _values(self, tokens: Sequence[str]) -> frozenset[str]:
        parts = [
            part
            for token in tokens
            for part in (token, *self._names.values(token), *filter(_SAYS_SOMETHING.search, token.split()))
        ]
        return frozenset(self._mean.all_of(parts))

    def _around(self, difference: Difference) -> Around:
        text = f"{difference.section} > {difference.label}"
        near = {step for step in text.replace("/", " > ").split(" > ") if step}
        words = self._mean.all_of([*near, *self._names.values(text)])
        firms = words & self._mean.firms or self.own
        steps = [step for step in text.split(" > ") if step and step[0] != "("][-_NEAREST_HEADS:]
        heads = tuple(pairs for step in steps if (pairs := _pairs(step)))
        return Around(frozenset(firms), frozenset(words | firms), heads)

    def _of(self, around: Around) -> Iterator[Citation]:
        for citation in self._citations:
            if not (around.firms and citation.owners) or around.firms & citation.owners:
                yield citation

    def _score(self, citation: Citation, leaf: Leaf, around: Around) -> float:
        """Return how much of what stands around a difference a citation names, or says in its own words."""
        said = self._said.setdefault(citation.place, [_pairs(one.text) for one in citation.leaves])
        heads = [max((len(head & text) / len(head) for text in said), default=0) for head in around.heads]
        named = set(leaf.name.split(" > ")) & around.words
        return (
            len(citation.words & around.words)
            + 2 * len(named)
            + 3 * max(heads, default=0)
            + 3 * bool(citation.owners & around.firms)
        )


def _widened(difference: Difference) -> Difference:
    """Return a difference with all that its sentences say besides, where what came says too little by itself."""
    return difference._replace(beside=(*difference.beside, *difference.said))


def _best(scored: Sequence[tuple[float, Citation, Leaf]], most: int) -> list[Held]:
    top = max((score for score, _, _ in scored), default=0.0)
    return [(citation, leaf) for score, citation, leaf in scored if score >= top - _AS_GOOD][:most]


def _pairs(text: str) -> frozenset[str]:
    """Return the pairs of letters of a text."""
    said = squeezed(text)
    return frozenset(said[number : number + 2] for number in range(len(said) - 1))
