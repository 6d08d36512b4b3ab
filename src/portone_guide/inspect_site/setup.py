"""What is read and how: the target as typed, made into something that reads it."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import urljoin, urlsplit

from portone_guide.inspect_site.eyes import Browser, Eyes
from portone_guide.inspect_site.reading import Bounds
from portone_guide.rules.models.site_sign import SiteSignsFile
from portone_guide.site.addresses import AddressRule
from portone_guide.site.fetching import MOST_BYTES, Fetcher
from portone_guide.site.page import SAVED
from portone_guide.site.reader import FileReader, Reader, WebReader, saved_pages

Kind = Literal["web", "file", "folder", "given", "unknown"]
_HOST = re.compile(r"[^\s/:@?#]+\.[^\s/:@?#.]{2,}(?::\d{1,5})?(?:[/?#].*)?|localhost(?::\d{1,5})?(?:/.*)?")


class How(NamedTuple):
    """How a site is read."""

    pages: int = 20
    seconds: float = 60.0
    pause: float = 0.3
    mine: bool = False
    private: bool = False
    browser: bool | None = None
    chromium: str | None = None
    sandbox: bool = True


def kind_of(target: str) -> Kind:
    """Tell what a target is."""
    if target == "-":
        return "given"
    if "://" in target:
        return "web" if urlsplit(target).scheme in {"http", "https"} else "unknown"
    try:
        path = Path(target)
        if path.is_dir():
            return "folder"
        if path.is_file():
            return "file"
    except (OSError, ValueError):
        return "unknown"
    return "web" if _HOST.fullmatch(target) else "unknown"


def web_address(target: str, *, private: bool) -> str:
    """Return a target as an address with its scheme."""
    if "://" in target:
        parts = urlsplit(target)
        return target if parts.path else f"{target}/"
    scheme = "http" if private else "https"
    return f"{scheme}://{target}" if "/" in target else f"{scheme}://{target}/"


def _anything(url: str) -> bool:
    return True


class Sight:
    """What reads a target, how much it may read, and why there is no browser where one was needed."""

    def __init__(self, target: str, file: SiteSignsFile, how: How) -> None:
        """Make ready to read.

        :raises ValueError: there is nothing to read.
        """
        self._how = how
        self._file = file
        self.no_browser: str | None = None
        self.saved: tuple[str, ...] = ()
        plain, left = self._plain(target)
        web = isinstance(plain, WebReader) and how.browser is not False
        self._allows = plain.allows if isinstance(plain, WebReader) else _anything
        self.eyes = Eyes(plain, self._start if web else None, always=how.browser is True)
        self.bounds = Bounds(how.pages, left)

    def _plain(self, target: str) -> tuple[Reader, Callable[[], float]]:
        file, how = self._file, self._how
        match kind_of(target):
            case "web":
                fetcher = Fetcher(AddressRule(private=how.private), seconds=how.seconds, pause=how.pause)
                home = web_address(target, private=how.private)
                return WebReader(home, fetcher, file, mine=how.mine, guessed="://" not in target), lambda: fetcher.left
            case "folder":
                folder = Path(target)
                pages = saved_pages(folder)
                if not pages:
                    raise ValueError(target)
                self.saved = tuple(urljoin(SAVED, name) for name in pages)
                return FileReader(folder, pages[0], file), lambda: 1.0
            case "file":
                path = Path(target)
                return FileReader(path.parent, path.name, file), lambda: 1.0
            case "given":
                stream = getattr(sys.stdin, "buffer", None)
                data = stream.read(MOST_BYTES + 1) if stream else sys.stdin.read(MOST_BYTES + 1).encode()
                return FileReader(Path(), "-", file, data), lambda: 1.0
        raise ValueError(target)

    def _start(self) -> Browser | None:
        """Start the browser.

        :raises NoBrowserError: it was asked for, and does not start.
        """
        from importlib.util import find_spec

        if find_spec("playwright") is None:
            self.no_browser = "missing_extra"
            return None
        from portone_guide.site.browser import BrowserReader, NoBrowserError, chromium

        path = chromium(self._how.chromium)
        if path is None:
            self.no_browser = "missing_chromium"
            return None
        if self._how.sandbox and getattr(os, "geteuid", lambda: 1)() == 0:
            self.no_browser = "root"
            return None
        try:
            return BrowserReader(
                self.eyes.home,
                self._file,
                AddressRule(private=self._how.private),
                path,
                sandbox=self._how.sandbox,
                seconds=max(5.0, self.bounds.left()),
                allows=self._allows,
            )
        except NoBrowserError:
            self.no_browser = "failed"
            return None
