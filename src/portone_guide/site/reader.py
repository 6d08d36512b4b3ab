"""Reads the pages of one site: over the network as it is, or from files."""

from pathlib import Path, PurePosixPath
from typing import Final, Protocol
from urllib.parse import unquote, urljoin, urlsplit

from portone_guide.rules.models.site_sign import SiteSignsFile
from portone_guide.site.encoding import letters
from portone_guide.site.fetching import MOST_BYTES, Fetcher, same_site
from portone_guide.site.page import SAVED, Page
from portone_guide.site.parsing import page_of
from portone_guide.site.robots import Robots
from portone_guide.site.whole import judged, onward

_HTML: Final = ("text/html", "application/xhtml", "text/plain", "application/octet-stream", "")
_MOST_SHEETS: Final = 6
_MOST_FRAMES: Final = 6
_DEEPEST: Final = 3
_PAGES: Final = {".html", ".htm", ".php", ".jsp", ".tpl", ".xhtml", ".shtml", ".ejs", ".asp", ".aspx"}


class Reader(Protocol):
    """Reads pages of one site; ``home`` is its first page."""

    home: str

    def read(self, url: str) -> Page:
        """Return a page, whatever came of it."""

    def close(self) -> None:
        """Close what is open."""


class WebReader:
    """Reads pages over the network."""

    def __init__(self, home: str, fetcher: Fetcher, file: SiteSignsFile, *, mine: bool, guessed: bool = False) -> None:
        self.home = home
        self._guessed = guessed  # nobody said that it is https
        self._fetcher = fetcher
        self._file = file
        self._robots = None if mine else Robots(fetcher, home)
        self._sheets: dict[str, str] = {}
        self._frames = 0

    def close(self) -> None:
        """Close what is open."""
        self._fetcher.close()

    def allows(self, url: str) -> bool:
        """Tell whether the site lets programs read an address."""
        return self._robots is None or self._robots.allows(url)

    def read(self, url: str, depth: int = 0) -> Page:
        """Return a page, whatever came of it; one that sends its visitors on is followed."""
        if not same_site(url, self.home):
            return Page(url, "static", why_not="other_host")
        if not self.allows(url):
            return Page(url, "static", why_not="robots")
        got = self._fetcher.fetch(url, home=self.home)
        if self._guessed and url == self.home and got.why_not == "network":
            self._guessed = False
            self.home = url.replace("https:", "http:", 1)
            return self.read(self.home)
        if got.why_not is not None and got.why_not != "cut":
            return Page(got.url, "static", got.status, why_not=got.why_not)
        if not got.content_type.partition(";")[0].strip().lower().startswith(_HTML) or b"\0" in got.data[:200]:
            return Page(got.url, "static", got.status, why_not="not_html")
        text, declared = letters(got.data, got.content_type)
        page = page_of(got.url, text, "static", lambda inner: self._frame(inner, depth), self._sheet)
        page = page._replace(status=got.status, declared=declared, why_not=got.why_not or page.why_not)
        target = onward(text, page) if depth < _DEEPEST else None
        if target is not None and (address := urljoin(got.url, target)) != got.url:
            return self.read(address, depth + 1)
        return judged(page, text, self._file)

    def _frame(self, url: str, depth: int) -> Page | None:
        if not same_site(url, self.home) or depth >= _DEEPEST or self._frames >= _MOST_FRAMES:
            return None
        self._frames += 1
        page = self.read(url, depth + 1)
        return page if page.read and page.why_not is None else None

    def _sheet(self, url: str) -> str:
        if url not in self._sheets:
            wanted = same_site(url, self.home) and len(self._sheets) < _MOST_SHEETS
            got = self._fetcher.fetch(url, home=self.home, most=1_000_000) if wanted else None
            self._sheets[url] = got.data.decode("utf-8", "replace") if got and got.status == 200 else ""
        return self._sheets[url]


class FileReader:
    """Reads saved pages: one, a folder of them, or a text that was given."""

    def __init__(self, folder: Path, home: str, file: SiteSignsFile, given: bytes | None = None) -> None:
        self.home = urljoin(SAVED, home)
        self._folder = folder.resolve()
        self._file = file
        self._given = given

    def close(self) -> None:
        """Nothing is open."""

    def read(self, url: str) -> Page:
        """Return a saved page."""
        return self._read(url, 0)

    def _read(self, url: str, depth: int) -> Page:
        if not url.startswith(SAVED):
            return Page(url, "file", why_not="other_host")
        data = self._given if self._given is not None and url == self.home else self._data(url)
        if data is None:
            return Page(url, "file", why_not="network")
        text, declared = letters(data[:MOST_BYTES])

        def inner(address: str) -> Page | None:
            page = self._read(address, depth + 1) if depth < _DEEPEST else None
            return page if page and page.read and page.why_not is None else None

        page = page_of(url, text, "file", inner, self._sheet)
        page = page._replace(declared=declared, why_not="cut" if len(data) > MOST_BYTES else page.why_not)
        return judged(page, text, self._file)

    def _sheet(self, url: str) -> str:
        data = self._data(url) if url.startswith(SAVED) else None
        return data[:1_000_000].decode("utf-8", "replace") if data else ""

    def _data(self, url: str) -> bytes | None:
        if self._given is not None:
            return None
        path = self._folder / unquote(urlsplit(url).path).lstrip("/")
        try:
            for found in (path, path / "index.html", path.with_name(f"{path.name}.html")):
                inside = found.resolve()
                if inside.is_file() and inside.is_relative_to(self._folder):
                    with inside.open("rb") as opened:
                        return opened.read(MOST_BYTES + 1)
        except (OSError, ValueError):
            return None
        return None


def saved_pages(folder: Path) -> list[str]:
    """Return the pages in a folder by their path, the first page of the site first."""
    found = [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in _PAGES and path.is_file() and not path.is_symlink()
    ]
    return sorted(found, key=lambda name: (PurePosixPath(name).stem not in {"index", "main"}, name.count("/"), name))
