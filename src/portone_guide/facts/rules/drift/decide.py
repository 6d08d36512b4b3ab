"""What a new copy of the documents means for the facts: pure, of a lock, a copy and the citations."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from portone_guide.facts.rules.drift.answer import Change, ChangeKind, Drift, Fact, Harm
from portone_guide.facts.rules.drift.citations import Citation, what_of
from portone_guide.facts.rules.drift.concern import Concerned, Held
from portone_guide.facts.rules.drift.diff import Difference, Moved, differences
from portone_guide.facts.rules.drift.korean_sorts import Sort, sort_of
from portone_guide.facts.rules.drift.korean_tokens import squeezed
from portone_guide.facts.rules.drift.lock import stored
from portone_guide.facts.rules.drift.match import pairs_of
from portone_guide.facts.rules.drift.meaning import Meanings
from portone_guide.facts.rules.drift.name_finder import NameFinder
from portone_guide.facts.rules.drift.page_id import page_of_url
from portone_guide.facts.rules.drift.pages import Copy, Page
from portone_guide.facts.rules.drift.renames import Rename, settle_names
from portone_guide.facts.rules.drift.schema_diff import schema_differences

HARMS: Final[Sequence[Harm]] = ("money", "ids", "support", "procedure", "words")
_HARM_OF: Final[Mapping[Sort, Harm]] = {
    "money": "money", "code": "ids", "name": "support", "address": "procedure", "number": "procedure",
}  # fmt: skip


class _Found(NamedTuple):
    """A change, with the citations that have to be read again for it."""

    change: Change
    cited: tuple[Citation, ...]


class _Both(NamedTuple):
    """A page as it was and as it is."""

    page: str
    old: Page
    new: Page


class Facts(NamedTuple):
    """What rests on the documents: citations by source, and the source of each page."""

    citations: Mapping[str, Sequence[Citation]]
    sources: Mapping[str, str]

    def of(self, page: str) -> Sequence[Citation]:
        """Return the citations of a page."""
        return self.citations.get(self.name(page), ())

    def name(self, page: str) -> str:
        """Return the name of a page in the rule files; of one that is not there, its id."""
        return self.sources.get(page, page)


def sources_by_page(urls: Mapping[str, str]) -> dict[str, str]:
    """Return the source of each page, of the addresses of the sources."""
    return {page_of_url(url): source for source, url in urls.items()}


def only_cited_areas(copy: Copy, sources: Mapping[str, str]) -> Copy:
    """Return the parts of the documents that facts rest on."""
    areas = frozenset(page.partition("/")[0] for page in sources) & copy.areas
    pages = {name: page for name, page in copy.pages.items() if name.partition("/")[0] in areas}
    return copy._replace(pages=pages, areas=areas)


def drift(lock: Copy, copy: Copy, facts: Facts) -> Drift:
    """Return what changed since the lock was made, the most harmful first."""
    settled = settle_names(lock, copy, Meanings(lock.names))
    mean = Meanings(settled.names)
    names = NameFinder(lock.names)
    found = [*_renamed(settled.renames, facts), *_pages(lock, settled.copy, facts)]
    for page in sorted(lock.pages.keys() & copy.pages.keys()):
        found += _changes(_Both(page, lock.pages[page], settled.copy.pages[page]), facts, names, mean)
    found.sort(key=lambda one: (HARMS.index(one.change.harm), not one.change.facts, one.change.source))
    again = {cited.place for one in found if one.change.kind != "wording" for cited in one.cited}
    return Drift(
        changes=tuple(one.change for one in found),
        compared=len(lock.pages.keys() & copy.pages.keys()),
        citations=sum(map(len, facts.citations.values())),
        read_again=len(again),
        missing_areas=tuple(sorted(lock.areas - copy.areas)),
        unread=copy.unread,
    )


def _renamed(renames: Sequence[Rename], facts: Facts) -> Iterator[_Found]:
    for rename in renames:
        name = squeezed(rename.old).casefold()
        held = [
            (citation, leaf)
            for page in rename.pages
            for citation in facts.of(page)
            for leaf in citation.leaves
            if name in squeezed(leaf.text).casefold()
        ]
        pages = tuple(facts.name(page) for page in rename.pages)
        told = _told(held)
        change = Change(pages[0], "", "renamed", "support", told, rename.old, rename.new, pages)
        yield _Found(change, tuple(citation for citation, _ in held))


def _pages(lock: Copy, copy: Copy, facts: Facts) -> Iterator[_Found]:
    """Yield pages that went or came, in the parts of the documents that both have."""
    for page in sorted(lock.pages.keys() - copy.pages.keys()):
        if page.partition("/")[0] in copy.areas and not copy.may_have(page):
            cited = facts.of(page)
            told = tuple(Fact(one.file, one.line, what_of(one.leaves[0]) if one.leaves else "") for one in cited)
            change = Change(facts.name(page), "", "page_gone", _worst(cited), told, page, None)
            yield _Found(change, tuple(cited))
    for page in sorted(copy.pages.keys() - lock.pages.keys()):
        if page.partition("/")[0] in lock.areas:
            yield _Found(Change(facts.name(page), "", "page_new", "words", (), None, page), ())


def _worst(cited: Sequence[Citation]) -> Harm:
    """Return the harm of what rests on a page."""
    harms = {_HARM_OF[sort_of(leaf.text)] for one in cited for leaf in one.leaves}
    return next((harm for harm in HARMS if harm in harms), "words")


def _changes(both: _Both, facts: Facts, names: NameFinder, mean: Meanings) -> Iterator[_Found]:
    source, cited = facts.name(both.page), facts.of(both.page)
    concerned = Concerned(both.old.title, cited, names, mean)
    only_words: list[Difference] = []
    for difference in [*_of_title(both, names, mean), *_differences(both, cited, mean, concerned.own)]:
        if difference.gone or difference.come:
            yield _found(source, difference, concerned.of(difference))
        else:
            only_words.append(difference)
    said = concerned.saying(only_words, both.new) if only_words and cited else {}
    for number, difference in enumerate(only_words):
        yield _found(source, difference, said.get(number, []))


def _of_title(both: _Both, names: NameFinder, mean: Meanings) -> Iterator[Difference]:
    """Yield what a page's title names now and did not, or no more: the module that the page is about."""
    titles = both.old.title, stored(both.new.title)
    was, now = (() if title.startswith("#") else tuple(names.values(title)) for title in titles)
    gone = tuple(token for token in was if mean.of(token) not in mean.all_of(now))
    come = tuple(token for token in now if mean.of(token) not in mean.all_of(was))
    if (gone or come) and was and now:
        yield Difference("", "", gone, come)


def _differences(both: _Both, cited: Sequence[Citation], mean: Meanings, own: frozenset[str]) -> Iterator[Difference]:
    if both.page.startswith("schema/"):
        yield from schema_differences(both.old, both.new, cited)
        return
    ours = Counter(piece.hash for piece in both.old.pieces())
    theirs = Counter(piece.hash for piece in both.new.pieces())
    moved = Moved(
        frozenset(hashed for hashed, times in ours.items() if theirs[hashed] >= times),
        frozenset(hashed for hashed, times in theirs.items() if ours[hashed] >= times),
    )
    if both.old.components == both.new.components:  # what a program draws was drawn before, too
        both = both._replace(old=_plain(both.old), new=_plain(both.new))
    drawn, drew = (any(section.opaque for section in page.sections) for page in (both.new, both.old))
    for was, now in pairs_of(both.old, both.new):
        if (now is None and drawn and not drew) or (was is None and drew and not drawn):
            continue  # a program draws it on one side
        yield from differences(was, now, moved, mean, own)


def _plain(page: Page) -> Page:
    return page._replace(sections=tuple(section._replace(opaque=False) for section in page.sections))


def _found(source: str, difference: Difference, held: Sequence[Held]) -> _Found:
    kind: ChangeKind = "value_gone" if difference.gone else "value_new" if difference.come else "wording"
    sorts = {_HARM_OF[sort_of(token)] for token in (*difference.gone, *difference.come)}
    harm: Harm = next((harm for harm in HARMS if harm in sorts), "words")
    section = " > ".join(part for part in (difference.section, difference.label) if part)
    old, new = (", ".join(tokens) or None for tokens in (difference.gone, difference.come))
    return _Found(Change(source, section, kind, harm, _told(held), old, new), tuple(citation for citation, _ in held))


def _told(held: Sequence[Held]) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys(Fact(leaf.file, leaf.line, what_of(leaf)) for citation, leaf in held))
