"""A company's new name: found once, and then no difference any more wherever only the name changed."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from portone_guide.facts.rules.drift.korean_particles import bare_name, renamed
from portone_guide.facts.rules.drift.korean_tokens import squeezed
from portone_guide.facts.rules.drift.lock import stored
from portone_guide.facts.rules.drift.meaning import Meanings
from portone_guide.facts.rules.drift.pages import Copy, Names, Page, Piece, Section
from portone_guide.facts.rules.drift.pieces import hash_of

_LONGEST = 25
_FEWEST = 2
_MOST_EQUAL = 0.6


class Rename(NamedTuple):
    """An old name, the new one, and on which pages it took its place."""

    old: str
    new: str
    pages: tuple[str, ...]


class Settled(NamedTuple):
    """A new copy with the old names put back where nothing else changed, and the names that were changed."""

    copy: Copy
    names: Names
    renames: tuple[Rename, ...]


def settle_names(old: Copy, new: Copy, mean: Meanings) -> Settled:
    """Find companies that have a new name, and put the old one back in every piece that is the same otherwise."""
    pages = dict(new.pages)
    meant = dict(old.names.meant)
    told = []
    for (name, other), seen in sorted(_candidates(old, new, mean).items()):
        spellings = _spellings(name, old.names)
        hits = {}
        for page, was in old.pages.items():
            if page in pages and (put := _put_back(was, pages[page], other, spellings)):
                hits[page] = put
        if len(hits.keys() | seen) >= _FEWEST:
            pages |= hits
            told.append(Rename(name, other, tuple(sorted(hits.keys() | seen))))
            meaning = mean.of(name)
            meant |= {squeezed(spelled).casefold(): meaning for spelled in (*spellings, other)}
    names = old.names._replace(meant=meant)
    return Settled(new._replace(pages=pages), names, tuple(told))


def _spellings(name: str, names: Names) -> tuple[str, ...]:
    """Return how a company may be called by its old name: also without the letters before it."""
    bare = squeezed(name)
    short = bare.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    meant = names.meant.get(bare.casefold())
    known = [spelled for spelled, other in names.meant.items() if other == meant and bare.casefold() in spelled]
    return tuple(dict.fromkeys([bare, *([short] if len(short) > 2 else []), *known]))


def _candidates(old: Copy, new: Copy, mean: Meanings) -> dict[tuple[str, str], set[str]]:
    """Return what may be a new name: one firm's in the place of another where the rest is the same."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for page in old.pages.keys() & new.pages.keys():
        was, now = old.pages[page], new.pages[page]
        if was == now or page.startswith("schema/"):
            continue
        firm_sure = set(_of_tables(was, now))
        said = {*_of_words(was.title, stored(now.title) if now.title else ""), *_of_headings(was, now)}
        for name, other in {*firm_sure, *said}:
            if _may_be(name, other, mean) and ((name, other) in firm_sure or _is_firm(name, other, mean)):
                found[name, other].add(page)
    return found


def _may_be(name: str, other: str, mean: Meanings) -> bool:
    ours, theirs = squeezed(name), squeezed(other)
    long_enough = 1 < len(ours) <= _LONGEST and 1 < len(theirs) <= _LONGEST
    return long_enough and ours != theirs and ours not in theirs and theirs not in ours


def _is_firm(name: str, other: str, mean: Meanings) -> bool:
    one, two = mean.of(name), mean.of(other)
    return (one in mean.firms or two in mean.firms) and not (one != two and {one, two} <= mean.firms)


def _of_words(was: str, now: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a title that others took the place of, if the rest is the same."""
    ours, theirs = was.split(), now.split()
    while ours and theirs and ours[0] == theirs[0]:
        ours, theirs = ours[1:], theirs[1:]
    while ours and theirs and ours[-1] == theirs[-1]:
        ours, theirs = ours[:-1], theirs[:-1]
    if ours and theirs:
        yield bare_name(" ".join(ours)), bare_name(" ".join(theirs))


def _of_tables(was: Page, now: Page) -> Iterator[tuple[str, str]]:
    """Yield the name of a row that went, with that of one that came and has the same cells."""
    ours, theirs = _rows(was), _rows(now)
    for name in ours.keys() - theirs.keys():
        for other in theirs.keys() - ours.keys():
            equal = len(ours[name] & theirs[other])
            if equal >= _FEWEST and equal >= _MOST_EQUAL * max(len(ours[name]), len(theirs[other])):
                yield name, other


def _rows(page: Page) -> dict[str, set[tuple[str, str]]]:
    rows: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for section in page.sections:
        for piece in section.pieces:
            if piece.kind == "cell":
                name, _, way = piece.label.partition(" > ")
                rows[name].add((f"{section.name} {way}", squeezed(" ".join(piece.tokens))))
    return rows


def _of_headings(was: Page, now: Page) -> Iterator[tuple[str, str]]:
    """Yield headings that others took the place of, where what stands under them is the same."""
    before = {_under(section): section for section in was.sections if section.path and _under(section)}
    heads = {squeezed(stored(section.path[-1])) for section in was.sections if section.path}
    for section in now.sections:
        other = before.get(_under(section))
        if other and section.path and squeezed(stored(section.path[-1])) not in heads:
            yield from _of_words(other.path[-1], stored(section.path[-1]))


def _under(section: Section) -> tuple[str, ...]:
    return tuple(piece.hash for piece in section.pieces if piece.kind not in {"head", "code"})


def _put_back(was: Page, now: Page, other: str, spellings: tuple[str, ...]) -> Page | None:
    """Return a page with the old name put back wherever that makes a piece what it was; None: nowhere."""
    hashes = Counter(piece.hash for piece in was.pieces())
    heads = {squeezed(stored(heading)) for section in was.sections for heading in section.path}
    labels = {piece.label for piece in was.pieces() if piece.kind == "cell"}
    hits = 0

    def piece_of(piece: Piece) -> Piece:
        nonlocal hits
        if piece.hash in hashes or squeezed(other) not in squeezed(f"{piece.label} {piece.text}"):
            return piece
        for spelled in spellings:
            label = renamed(piece.label, other, spelled)
            text = f"{label}={piece.tokens[0]}" if piece.kind == "cell" else renamed(piece.text, other, spelled)
            if hash_of(text) in hashes:
                hits += 1
                return piece._replace(hash=hash_of(text), label=label)
            if piece.kind == "cell" and label in labels:  # the same cell with another value
                return piece._replace(hash=hash_of(text), label=label)
        return piece

    def heading_of(heading: str) -> str:
        said = (renamed(heading, other, spelled) for spelled in spellings)
        kept = squeezed(stored(heading)) in heads
        return heading if kept else next((text for text in said if squeezed(stored(text)) in heads), heading)

    sections = []
    for section in now.sections:
        pieces = tuple(map(piece_of, section.pieces))
        path = tuple(map(heading_of, section.path))
        whole = hash_of("\n".join(piece.hash for piece in pieces), 12)
        sections.append(section._replace(path=path, hash=whole, pieces=pieces))
    put_back = {squeezed(renamed(now.title, other, spelled)) for spelled in spellings}
    title = was.title if squeezed(was.title) in put_back else now.title
    return now._replace(title=title, sections=tuple(sections)) if hits else None
