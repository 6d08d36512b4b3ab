"""Reads pages in a real browser, the system's Chromium: what a program fills in is there, too."""

import contextlib
import shutil
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from portone_guide.rules.models.site_sign import SiteSignsFile
from portone_guide.site.addresses import AddressRule
from portone_guide.site.fetching import AGENT, same_site
from portone_guide.site.page import Page
from portone_guide.site.parsing import page_of
from portone_guide.site.proxy import FilteringProxy
from portone_guide.site.whole import judged

NAMES: Final = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
_QUIET: Final = (
    *("--proxy-bypass-list=<-loopback>", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-quic"),
    *("--disable-background-networking", "--disable-component-update", "--disable-domain-reliability", "--no-pings"),
    *("--disable-sync", "--metrics-recording-only", "--no-first-run", "--disable-default-apps", "--mute-audio"),
    *("--dns-prefetch-disable", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--disable-gpu"),
    "--disable-features=OptimizationHints,MediaRouter,Translate,InterestFeedContentSuggestions,AutofillServerCommunication",
)
_ONE_PAGE: Final = 15.0
_STILL: Final = 0.35
_LONGEST_STIR: Final = 7.0
_LENGTH: Final = "() => document.body ? document.body.innerText.length + document.documentElement.scrollHeight : 0"
_SCROLL: Final = "() => window.scrollBy(0, Math.max(600, window.innerHeight))"
_END: Final = "() => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 5"


class NoBrowserError(Exception):
    """The browser does not start."""


def chromium(named: str | None) -> str | None:
    """Return the path of the system's Chromium; None: there is none."""
    if named is not None:
        return named if Path(named).is_file() else None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class BrowserReader:
    """Reads pages of one site in a browser whose only door is a proxy that holds the rule of addresses."""

    def __init__(
        self,
        home: str,
        file: SiteSignsFile,
        rule: AddressRule,
        path: str,
        *,
        sandbox: bool = True,
        seconds: float = 60.0,
        allows: Callable[[str], bool] = lambda url: True,
    ) -> None:
        from playwright.sync_api import sync_playwright

        self.home = home
        self.allows = allows
        self._file = file
        self._end = time.monotonic() + seconds
        self._seen = resources.files("portone_guide.site").joinpath("seen.js").read_text("utf-8")
        self._seen = self._seen.partition("\n")[2]
        guard = resources.files("portone_guide.site").joinpath("guard.js").read_text("utf-8")
        self._doors = contextlib.ExitStack()
        try:
            self.proxy = self._doors.enter_context(FilteringProxy(rule))
            driver = self._doors.enter_context(sync_playwright())
            self._browser = driver.chromium.launch(
                executable_path=path,
                proxy={"server": f"http://127.0.0.1:{self.proxy.port}", "bypass": "<-loopback>"},
                args=list(_QUIET),
                chromium_sandbox=sandbox,
            )
            self._doors.callback(self._browser.close)
            self._context = self._made_context()
            self._context.add_init_script(guard)
            self._page = self._new_page()
        except Exception as error:
            self._doors.close()
            raise NoBrowserError(str(error).split("\n", 1)[0]) from error

    def _made_context(self) -> Any:
        return self._browser.new_context(
            locale="ko-KR",
            viewport={"width": 1280, "height": 900},
            user_agent=f"{self._browser_agent()} {AGENT}",
            accept_downloads=False,
            service_workers="block",
        )

    def _browser_agent(self) -> str:
        page = self._browser.new_page()
        agent = str(page.evaluate("() => navigator.userAgent")).replace("HeadlessChrome", "Chrome")
        page.close()
        return agent

    def _new_page(self) -> Any:
        page = self._context.new_page()
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.on("popup", lambda popup: popup.close())
        return page

    def close(self) -> None:
        """Close the browser and its door."""
        with contextlib.suppress(Exception):
            self._doors.close()

    @property
    def left(self) -> float:
        """How many seconds are left."""
        return self._end - time.monotonic()

    def read(self, url: str) -> Page:
        """Return a page as it stands when nothing moves any more."""
        if self.left <= 0:
            return Page(url, "browser", why_not="timeout")
        refused = len(self.proxy.refused)
        try:
            wait = 1000 * max(1.0, min(_ONE_PAGE, self.left))
            answer = self._page.goto(url, wait_until="domcontentloaded", timeout=wait)
        except Exception as error:
            if urlsplit(url).hostname in self.proxy.refused[refused:]:
                return Page(url, "browser", why_not="refused_address")
            return Page(url, "browser", why_not="timeout" if "Timeout" in str(error) else "network")
        self._settle()
        return self._told(answer.status if answer else None)

    def press(self, words: tuple[str, ...]) -> Page | None:
        """Press the first button of some words on the page that is open; None: nothing came of it."""
        before = (str(self._page.url), self._text())
        target = self._page.locator("a, button, input[type=button], input[type=submit], [role=button], [onclick]")
        try:
            for index in range(min(target.count(), 300)):
                item = target.nth(index)
                text = "".join((item.inner_text(timeout=500) or item.get_attribute("value") or "").split())
                if any(text == "".join(word.split()) for word in words) and item.is_visible():
                    self._page.route("**/*", self._pass_allowed)
                    item.click(timeout=2500, no_wait_after=True)
                    break
            else:
                return None
        except Exception:
            return None
        self._settle()
        with contextlib.suppress(Exception):
            self._page.unroute_all(behavior="ignoreErrors")
        opened = self._opened()
        if opened is not None:
            return self.read(opened) if self.allows(opened) else None
        if (str(self._page.url), self._text()) == before and not self._calls():
            return None
        return self._told(None)

    def _pass_allowed(self, route: Any) -> None:
        """Stop on the way to a page that the site asks programs not to read."""
        asked = route.request
        if asked.is_navigation_request() and not self.allows(asked.url):
            route.abort()
        else:
            route.continue_()

    def _opened(self) -> str | None:
        """Return the address of a window that a program wanted to open; None: it wanted none."""
        with contextlib.suppress(Exception):
            address = self._page.evaluate("() => window.__portone_guide_opened || null")
            if address and same_site(found := urljoin(str(self._page.url), str(address)), self.home):
                return found
        return None

    def _text(self) -> str:
        with contextlib.suppress(Exception):
            return str(self._page.evaluate("() => document.body ? document.body.innerText : ''"))
        return ""

    def _calls(self) -> list[str]:
        with contextlib.suppress(Exception):
            return [str(name) for name in self._page.evaluate("() => window.__portone_guide_calls || []")]
        return []

    def _settle(self) -> None:
        """Scroll to the end, and wait until the text stands still."""
        ends = time.monotonic() + min(_LONGEST_STIR, max(0.5, self.left))
        last, still = -1, 0
        while time.monotonic() < ends and still < 2:
            try:
                self._page.evaluate(_SCROLL)
                self._page.wait_for_timeout(1000 * _STILL)
                length, at_end = self._page.evaluate(_LENGTH), self._page.evaluate(_END)
            except Exception:  # it went to another page meanwhile
                with contextlib.suppress(Exception):
                    self._page.wait_for_load_state("domcontentloaded", timeout=4000)
                last, still = -1, 0
                continue
            still = still + 1 if length == last and at_end else 0
            last = length

    def _told(self, status: int | None) -> Page:
        url = str(self._page.url)
        if not same_site(url, self.home):
            return Page(url, "browser", status, why_not="other_host")
        page = self._frame_page(self._page.main_frame, url, 0)
        if page is None:
            return Page(url, "browser", status, why_not="network")
        made, text = page
        made = made._replace(status=status, programs=(*made.programs, *self._calls()))
        return judged(made, text, self._file)

    def _frame_page(self, frame: Any, url: str, depth: int) -> tuple[Page, str] | None:
        try:
            text = str(frame.evaluate(self._seen))
            handles = frame.query_selector_all("iframe, frame") if depth < 3 else []
        except Exception:
            return None

        def inner(address: str) -> Page | None:
            number = address.rpartition("/")[2]
            if not address.startswith("https://frame.invalid/") or not number.isdigit() or int(number) >= len(handles):
                return None
            child = handles[int(number)].content_frame()
            if child is None or child.url.startswith("chrome-error:"):
                return None
            found = self._frame_page(child, child.url, depth + 1)
            return found[0] if found else None

        return page_of(url, text, "browser", inner, lambda address: ""), text
