"""What is different between a section as it was and as it is: values that went or came, or only words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from portone_guide.facts.rules.drift.korean_sorts import sort_of
from portone_guide.facts.rules.drift.korean_tokens import squeezed
from portone_guide.facts.rules.drift.meaning import Meanings
from portone_guide.facts.rules.drift.pages import LISTED, Piece, Section
from portone_guide.facts.rules.drift.piece_pairs import piece_pairs

_SPELLED_ALIKE = 0.8
_LATIN = re.compile(r"[A-Za-z0-9_]+")


class Difference(NamedTuple):
    """Values that went and came at one place. Neither: only words changed; ``texts`` are the new pieces.

    ``section`` names the headings, ``label`` what it is about there; ``beside`` are the values of a list that stayed,
    ``said`` those of sentences.
    """

    section: str
    label: str
    gone: tuple[str, ...]
    come: tuple[str, ...]
    beside: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


class Moved(NamedTuple):
    """Hashes of the old page's pieces that the new page has as often or more, and of the new page's the other way."""

    old: frozenset[str]
    new: frozenset[str]


class _Loose(NamedTuple):
    """A value of a piece that does not go by a label; ``swapped``: another took its place in the piece."""

    piece: Piece
    token: str
    swapped: bool


class _Rest(NamedTuple):
    """Pieces that only one of both sections has, and the values that stand anywhere in each."""

    old: list[Piece]
    new: list[Piece]
    was: set[str]
    now: set[str]


def differences(
    old: Section | None, new: Section | None, moved: Moved, mean: Meanings, own: frozenset[str] = frozenset()
) -> Iterator[Difference]:
    """Yield what is different.

    ``own`` are the names that the whole page is about: a sentence that has them says nothing new by that.
    """
    if old and new and old.hash == new.hash:
        return
    rest = _rest(old, new, moved, mean, own)
    name = (new or old or Section((), "", ())).name
    found = [*_by_piece(rest, name, (old, new), mean, own), *_in_code(rest, name, old, new, mean)]
    yield from found
    texts = tuple(piece.text for piece in rest.new if piece.text)
    if (
        not found
        and not (_drawn_now(old, new) or _drawn_now(new, old))
        and (rest.old or rest.new or _has_code(old) or _has_code(new))
    ):
        yield Difference(name, "", (), (), texts=texts)


def _has_code(section: Section | None) -> bool:
    return section is not None and any(piece.kind == "code" for piece in section.pieces)


def _rest(old: Section | None, new: Section | None, moved: Moved, mean: Meanings, own: frozenset[str]) -> _Rest:
    ours, theirs = (old.pieces if old else ()), (new.pieces if new else ())

    def only(some: Sequence[Piece], others: Sequence[Piece], elsewhere: frozenset[str]) -> list[Piece]:
        left = Counter(piece.hash for piece in others if piece.kind != "code")
        found = []
        for piece in some:
            if piece.kind == "code" or left[piece.hash] > 0:
                left[piece.hash] -= 1
            elif piece.kind in LISTED or piece.hash not in elsewhere:
                found.append(piece)
        return found

    was = mean.all_of([token for piece in ours for token in piece.tokens])
    now = mean.all_of([token for piece in theirs for token in piece.tokens])
    return _Rest(only(ours, theirs, moved.old), only(theirs, ours, moved.new), was | own, now | own)


def _by_piece(
    rest: _Rest, name: str, sections: tuple[Section | None, Section | None], mean: Meanings, own: frozenset[str]
) -> Iterator[Difference]:
    old, new = sections
    loose_gone: list[_Loose] = []
    loose_come: list[_Loose] = []
    for one, other in piece_pairs(rest.old, rest.new, mean):
        gone = _less(one.tokens if one else (), other.tokens if other else (), mean)
        come = _less(other.tokens if other else (), one.tokens if one else (), mean)
        if one and other and one.kind in LISTED and other.kind in LISTED:
            gone, come = _respelled(
                [*_label_gone(one, other, mean), *gone], [*_label_gone(other, one, mean), *come], mean
            )
            if gone or come:
                stayed = tuple(token for token in other.tokens if token not in come)
                yield Difference(name, other.label or one.label, tuple(gone), tuple(come), stayed, (other.text,))
        else:
            both = bool(gone and come and one and other) or _says_whose(one, other, [*gone, *come], mean, own)
            loose_gone += [_Loose(one, token, both) for token in gone] if one else []
            loose_come += [_Loose(other, token, both) for token in come] if other else []
    text = squeezed(" ".join(piece.text for piece in rest.new))
    gone_left = _settled(loose_gone, loose_come, rest.now, mean) if not _drawn_now(old, new) else []
    gone_left = [one for one in gone_left if one.swapped or not _still_said(one.token, text)]
    come_left = _settled(loose_come, loose_gone, rest.was, mean) if not _drawn_now(new, old) else []
    yield from _grouped(name, gone_left, come_left)


def _label_gone(one: Piece, other: Piece, mean: Meanings) -> list[str]:
    """Return a label that another took the place of, if they differ in a code or a Latin word (``Wechat (PC)``)."""
    keyed = {one.kind, other.kind} <= {"list", "row"} and one.label and other.label
    same = mean.of(one.label) == mean.of(other.label) or _LATIN.findall(one.label) == _LATIN.findall(other.label)
    return [one.label] if keyed and not same else []


def _says_whose(
    one: Piece | None, other: Piece | None, changed: Sequence[str], mean: Meanings, own: frozenset[str]
) -> bool:
    """Tell whether a sentence that keeps its values only names a company now, or does no more: whom it is true of."""
    kept = one is not None and other is not None and bool(mean.all_of(one.tokens) & mean.all_of(other.tokens))
    return kept and bool(changed) and mean.all_of(list(changed)) <= mean.firms - own


def _still_said(token: str, text: str) -> bool:
    """Tell whether what was listed is said in a new sentence as it was."""
    said = squeezed(token)
    return len(said) > 2 and sort_of(token) in {"name", "code"} and said in text


def _drawn_now(old: Section | None, new: Section | None) -> bool:
    """Tell whether a program draws a part of a section that stood there to be read."""
    return bool(old and new and new.opaque and not old.opaque)


def _settled(pairs: list[_Loose], others: list[_Loose], section: set[str], mean: Meanings) -> list[_Loose]:
    """Return values without those that only stand in another piece now, or still stand in the section.

    A name in the place of another is a change, wherever either stands besides.
    """
    left = Counter(mean.of(other.token) for other in others if other.piece.kind != "cell")
    found = []
    for loose in pairs:
        if left[mean.of(loose.token)] > 0 and loose.piece.kind != "cell":
            left[mean.of(loose.token)] -= 1
        elif loose.swapped or loose.piece.kind in LISTED or not _stays(loose.token, section, mean):
            found.append(loose)
    return found


def _grouped(name: str, gone: list[_Loose], come: list[_Loose]) -> Iterator[Difference]:
    """Yield loose values by what they are about: a table's cells by their row, others by section."""
    whole = {one.piece.label for one in (*gone, *come) if one.piece.kind == "param"}
    labels = dict.fromkeys(_about(one.piece, whole) for one in (*gone, *come))
    for label in labels:
        went = [_told(one) for one in gone if _about(one.piece, whole) == label]
        came = [one for one in come if _about(one.piece, whole) == label]
        texts = tuple(dict.fromkeys(one.piece.text for one in came))
        come_now = tuple(dict.fromkeys(map(_told, came)))
        stayed = tuple(dict.fromkeys(token for one in came for token in one.piece.tokens if token not in come_now))
        yield Difference(name, label, tuple(dict.fromkeys(went)), come_now, texts=texts, said=stayed)


def _about(piece: Piece, whole: set[str]) -> str:
    """Return what a piece is about; what stands under a parameter that went or came itself is told with it."""
    if piece.kind == "cell":
        return piece.label.partition(" > ")[0]
    return piece.under if piece.kind != "param" and piece.under not in whole else ""


def _told(one: _Loose) -> str:
    return f"{one.piece.label.partition(' > ')[2]} {one.token}".strip() if one.piece.kind == "cell" else one.token


def _less(tokens: Sequence[str], others: Sequence[str], mean: Meanings) -> list[str]:
    left = Counter(map(mean.of, others))
    found = []
    for token in tokens:
        if left[mean.of(token)] > 0:
            left[mean.of(token)] -= 1
        else:
            found.append(token)
    return found


def _stays(token: str, section: set[str], mean: Meanings) -> bool:
    """Tell whether a name or a code of a sentence still stands in the section; a number belongs to its sentence."""
    return sort_of(token) not in {"money", "number"} and mean.of(token) in section


def _respelled(gone: list[str], come: list[str], mean: Meanings) -> tuple[list[str], list[str]]:
    """Leave out words that only are spelled otherwise: no numbers, no codes, and nearly the same letters."""
    if _letters(gone) == _letters(come):  # a comma more or less
        return [], []
    for token in list(gone):
        other = next((found for found in come if _alike(token, found, mean)), None)
        if other is not None:
            gone.remove(token)
            come.remove(other)
    return gone, come


def _alike(one: str, other: str, mean: Meanings) -> bool:
    """Tell whether two texts are nearly the same, and differ in no number, no code and no name that is known."""
    if one.isascii() or other.isascii() or _LATIN.findall(one) != _LATIN.findall(other):
        return False
    if mean.known_in(one) != mean.known_in(other):
        return False
    return SequenceMatcher(None, squeezed(one), squeezed(other)).ratio() >= _SPELLED_ALIKE


def _in_code(rest: _Rest, name: str, old: Section | None, new: Section | None, mean: Meanings) -> Iterator[Difference]:
    ours = [token for piece in (old.pieces if old else ()) if piece.kind == "code" for token in piece.tokens]
    theirs = [token for piece in (new.pieces if new else ()) if piece.kind == "code" for token in piece.tokens]
    gone = [token for token in dict.fromkeys(ours) if mean.of(token) not in rest.now]
    come = [token for token in dict.fromkeys(theirs) if mean.of(token) not in rest.was]
    gone = [] if _drawn_now(old, new) else gone
    come = [] if _drawn_now(new, old) else come
    if gone or come:
        yield Difference(name, "", tuple(gone), tuple(come))


def _letters(tokens: Sequence[str]) -> str:
    return squeezed("".join(tokens)).replace(",", "").replace("/", "")
