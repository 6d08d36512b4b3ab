"""What a judgement looks at: the pages that were read, for what each was, and their feet."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from portone_guide.inspect_site.answer import Manner, Place
from portone_guide.inspect_site.footer import Foot, foot
from portone_guide.inspect_site.korean_labels import Labels, words_in
from portone_guide.needs.reason import Reason, because
from portone_guide.rules.models.site_sign import SiteSignsFile, Target
from portone_guide.site.page import PICTURE, SAVED, Line, Link, Page

_QUOTE = 80


class Case(NamedTuple):
    """The pages of one site by their address, the first page first; ``what`` says for what each was read."""

    file: SiteSignsFile
    pages: tuple[Page, ...]
    what: Mapping[str, Target]
    feet: tuple[Foot, ...]
    asked: Mapping[str, Page]

    @property
    def front(self) -> Page:
        """The first page."""
        return self.pages[0]

    def of(self, *targets: Target) -> list[Page]:
        """Return the pages that were read for something, as far as there is something to look at."""
        return [page for page in self.pages if page.read and self.what.get(page.url) in targets]

    def is_order(self, page: Page) -> bool:
        """Tell whether a page was read as one on which one pays, or has the address of one."""
        what = self.what.get(page.url)
        by_path = any(mark in urlsplit(page.url).path.lower() for mark in self.file.goals["order"].paths)
        return what == "order" or (by_path and what in {"list", "guide", "company", None} and page is not self.front)

    def readable(self) -> list[Page]:
        """Return every page on which there is something to look at."""
        return [page for page in self.pages if page.read]

    def at(self, url: str | None) -> Page | None:
        """Return the page that was read for an address."""
        return (self.asked.get(url) or self.asked.get(url.partition("#")[0])) if url else None

    def links(self) -> Iterator[tuple[Page, Link]]:
        """Yield every link that may be seen, with its page."""
        for page in self.readable():
            for link in page.links:
                if link.shown != "no":
                    yield page, link

    def hides(self, words: Iterable[str]) -> bool:
        """Tell whether a page that a program can change has some of the words where nobody sees them yet."""
        wanted = tuple(words)
        return any(
            line.shown != "yes" and words_in(line.text, wanted)
            for page in self.readable()
            for line in (page.lines if page.acts else ())
        )

    def front_unread(self) -> Reason | None:
        """Return why the foot of the first page was not read whole; None: it was."""
        return unread(self.feet[0])


def case_of(file: SiteSignsFile, asked: Mapping[str, Page], what: Mapping[str, Target], labels: Labels) -> Case:
    """Return what was read as a judgement looks at it; several addresses may have led to one page."""
    pages: dict[str, Page] = {}
    for page in asked.values():
        pages.setdefault(page.url, page)
    by_page = {asked[url].url: target for url, target in reversed(list(what.items())) if url in asked}
    kept = tuple(pages.values())
    return Case(file, kept, by_page, tuple(foot(page, labels, file) for page in kept), asked)


def unread(found: Foot) -> Reason | None:
    """Return why the foot of a page was not read whole; None: it was."""
    page = found.page
    if page.why_not is not None:
        return because("unread.page", why=page.why_not)
    holes = {hole.why for hole in page.holes if hole.place == "footer"}
    everywhere = {hole.why for hole in page.holes}
    if "frame" in holes or ("frame" in everywhere and not found.clustered):
        return because("unread.frame")
    if "script" in holes and page.fills:
        return because("unread.script")
    if found.clustered:
        return None
    if page.fills:
        return because("unread.script")
    tail = [line for line in page.lines if line.place == "footer"] or list(page.lines[-8:])
    if any(PICTURE in line.text for line in tail):
        return because("unread.picture")
    return None


def place(page: Page, line: Line | str, how: Manner | None = None) -> Place:
    """Return where something was seen."""
    text = line if isinstance(line, str) else line.text
    manner: Manner = how or ("picture" if isinstance(line, Line) and line.alt else "text")
    return Place(address(page.url), manner, quoted(text))


def address(url: str) -> str:
    """Return the address of a page as it is told: of a saved one its path."""
    return url.removeprefix(SAVED) or "."


def quoted(text: str) -> str:
    """Return a text as it is quoted: on one line, short, without marks that move a cursor."""
    kept = "".join(char if char.isprintable() else " " for char in text.replace(PICTURE, " "))
    line = " ".join(kept.split())
    if _cells(line) <= _QUOTE:
        return line
    while _cells(line) > _QUOTE - 3:
        line = line[: -max(1, (_cells(line) - _QUOTE + 3) // 2)]
    return f"{line.rstrip()}..."


def _cells(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def same_page(url: str, other: str) -> bool:
    """Tell whether two addresses name one page, whatever their scheme, ``www.`` and last stroke."""
    one, two = urlsplit(url), urlsplit(other)
    return (
        (one.hostname or "").removeprefix("www.") == (two.hostname or "").removeprefix("www.")
        and one.path.rstrip("/") == two.path.rstrip("/")
        and one.query == two.query
    )
