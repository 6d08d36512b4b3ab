"""Which section of an old page a section of the new one was."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from portone_guide.facts.rules.drift.korean_tokens import squeezed
from portone_guide.facts.rules.drift.lock import stored
from portone_guide.facts.rules.drift.pages import Page, Section

Pair = tuple[Section | None, Section | None]
_ALIKE = 0.35
_HEADS_ALIKE = 0.6
_WHOLE_ALIKE = 0.5
_MOST_COMPARED = 40_000


def pairs_of(old: Page, new: Page) -> Iterator[Pair]:
    """Yield each section of both pages with what it was or became; None: nothing."""
    before, after = _by_key(old), _by_key(new)
    for key in (key for key in before if key in after):  # in the order of the page
        yield before[key], after[key]
    gone = {number: section for number, (key, section) in enumerate(before.items()) if key not in after}
    come = {number: section for number, (key, section) in enumerate(after.items()) if key not in before}
    for one, other in _alike(gone, come):
        yield gone.pop(one), come.pop(other)
    for section in gone.values():
        yield section, None
    for section in come.values():
        yield None, section


def _by_key(page: Page) -> dict[tuple[object, ...], Section]:
    """Return the sections of a page by their headings; those of the same headings are counted."""
    seen: Counter[tuple[str, ...]] = Counter()
    found: dict[tuple[object, ...], Section] = {}
    for section in page.sections:
        way = tuple(squeezed(stored(heading)) for heading in section.path)
        found[(seen[way], *way)] = section
        seen[way] += 1
    return found


def _alike(gone: dict[int, Section], come: dict[int, Section]) -> Iterator[tuple[int, int]]:
    """Yield sections whose headings changed, the most alike first."""
    if len(gone) * len(come) > _MOST_COMPARED:
        return
    scores = [(_score(gone[one], come[other]), -abs(one - other), one, other) for one in gone for other in come]
    taken: set[tuple[str, int]] = set()
    for score, _, one, other in sorted(scores, reverse=True):
        if score >= _ALIKE and not {("old", one), ("new", other)} & taken:
            taken |= {("old", one), ("new", other)}
            yield one, other


def _score(old: Section, new: Section) -> float:
    """Return how alike two sections are: in what stands in them, and in their last headings."""
    ours, theirs = _signs(old), _signs(new)
    both = len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.5
    heads = SequenceMatcher(None, " ".join(old.path[-1:]), " ".join(new.path[-1:])).ratio()
    return (both + heads) / 2 if heads >= _HEADS_ALIKE or both >= _WHOLE_ALIKE else 0


def _signs(section: Section) -> set[str]:
    hashes = {piece.hash for piece in section.pieces if piece.kind not in {"head", "code"}}
    return hashes | {token for piece in section.pieces if piece.kind != "head" for token in piece.tokens}
