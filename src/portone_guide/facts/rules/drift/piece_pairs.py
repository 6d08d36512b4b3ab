"""Which piece of a section took the place of which, among those that are not the same."""

from collections.abc import Iterator, Sequence

from portone_guide.facts.rules.drift.korean_tokens import squeezed
from portone_guide.facts.rules.drift.meaning import Meanings
from portone_guide.facts.rules.drift.pages import KEYED, Piece

Pair = tuple[Piece | None, Piece | None]
"""What was there and what is; None: nothing."""


def piece_pairs(olds: Sequence[Piece], fresh: Sequence[Piece], mean: Meanings) -> Iterator[Pair]:
    """Yield old pieces with the new ones that took their place."""
    news = list(fresh)
    left: list[Piece] = []
    for one in olds:
        other = next((piece for piece in news if _goes_by_same(one, piece)), None)
        if other is None:
            left.append(one)
        else:
            news.remove(other)
            yield one, other
    paired: list[Piece] = []
    for one in left:
        other = _nearest(one, news, mean)
        if other is not None:
            news.remove(other)
            paired.append(one)
            yield one, other
    yield from _by_order([one for one in left if one not in paired], news)


def _by_order(left: Sequence[Piece], news: Sequence[Piece]) -> Iterator[Pair]:
    """Yield the sentences that are left: as many as there were took the place of each other."""
    old = [piece for piece in left if piece.kind == "prose"]
    new = [piece for piece in news if piece.kind == "prose"]
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
    else:
        yield from ((piece, None) for piece in old)
        yield from ((None, piece) for piece in new)
    yield from ((piece, None) for piece in left if piece.kind != "prose")
    yield from ((None, piece) for piece in news if piece.kind != "prose")


def _goes_by_same(one: Piece, other: Piece) -> bool:
    if one.kind in KEYED and one.kind == other.kind:
        return bool(one.label) and squeezed(one.label) == squeezed(other.label)
    return one.kind == other.kind == "head"


def _nearest(one: Piece, news: Sequence[Piece], mean: Meanings) -> Piece | None:
    """Return the piece of the same kind that shares the most with an old one; else the first that shares its place."""
    ours = mean.all_of(one.tokens)
    best, most = None, 0.0
    for other in news:
        if other.kind != one.kind or one.kind in {"cell", "param"}:
            continue
        theirs = mean.all_of(other.tokens)
        shared = len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0
        score = shared + (0.1 if one.under == other.under else 0)
        if score > most:
            best, most = other, score
    return best if most >= 0.2 or (best is not None and one.kind == "item") else None
