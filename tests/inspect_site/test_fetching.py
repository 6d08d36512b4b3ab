"""Bounds: how much is read, how long, and where a redirect may lead."""

import gzip
import time
from typing import Any

import pytest
from looked import BOOK, looked_at_web, states
from shop import Site, served

from portone_guide.site.addresses import AddressRule
from portone_guide.site.fetching import MOST_BYTES, Fetcher
from portone_guide.site.reader import WebReader

pytestmark = pytest.mark.loopback

Answer = tuple[int, dict[str, str], bytes, float]


class Server:
    """Says what a table says."""

    def __init__(self, table: dict[str, Answer]) -> None:
        self.table = table

    def answer(self, path: str) -> Answer:
        return self.table.get(path, (404, {"Content-Type": "text/html"}, b"no", 0.0))


def page(text: str, **headers: str) -> Answer:
    return (
        200,
        {"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}},
        text.encode(),
        0.0,
    )


def fetch(server: Any, path: str = "/", **options: Any) -> tuple[Any, list[str]]:
    with served(server) as (url, visits):
        fetcher = Fetcher(AddressRule(private=True), pause=0, **options)
        got = fetcher.fetch(url.rstrip("/") + path, home=url)
        fetcher.close()
    return got, visits.paths


def test_a_redirect_inside_is_not_followed_from_outside() -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    with served(Server({"/": (302, {"Location": "http://127.0.0.1/"}, b"", 0.0)})) as (url, visits):
        got = Fetcher(AddressRule(resolve=resolve), pause=0).fetch(url)
    assert got.why_not == "refused_address"
    assert visits.paths == []


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/", "https://other.example/", "//other.example/x", "ftp://x/"]
)
def test_another_host_is_told_and_not_opened(target: str) -> None:
    got, paths = fetch(Server({"/": (301, {"Location": target}, b"", 0.0)}))
    assert got.why_not == "other_host"
    assert paths == ["/"]


def test_a_circle_of_redirects_ends() -> None:
    got, paths = fetch(Server({"/": (302, {"Location": "/"}, b"", 0.0)}))
    assert got.why_not == "too_many_redirects"
    assert len(paths) <= 10


def test_what_is_too_big_is_cut() -> None:
    got, _ = fetch(Server({"/": (200, {"Content-Type": "text/html"}, b"x" * (MOST_BYTES + 100), 0.0)}))
    assert got.why_not == "cut"
    assert len(got.data) == MOST_BYTES


def test_what_unpacks_to_too_much_is_cut() -> None:
    bomb = gzip.compress(b"\0" * 60_000_000)
    got, _ = fetch(Server({"/": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, bomb, 0.0)}))
    assert got.why_not == "cut"
    assert len(got.data) <= MOST_BYTES


def test_what_is_slow_ends_in_time() -> None:
    began = time.monotonic()
    got, _ = fetch(Server({"/": (200, {"Content-Type": "text/html"}, b"x" * 655360, 0.3)}), seconds=0.7)
    assert got.why_not == "timeout"
    assert time.monotonic() - began < 5


def test_packed_pages_are_read() -> None:
    got, _ = fetch(Server({"/": (200, {"Content-Encoding": "gzip"}, gzip.compress("가게".encode()), 0.0)}))
    assert got.data.decode() == "가게"


def test_robots_are_asked_unless_it_is_the_own_site() -> None:
    site = Site("whole")
    site.pages["/robots.txt"] = {"body": "User-agent: *\nDisallow: /terms\n", "headers": {"Content-Type": "text/plain"}}
    with served(site) as (url, visits):
        asked = states(looked_at_web(url, mine=False))
        assert "/terms" not in visits.paths
        own = states(looked_at_web(url, mine=True))
    assert (asked["terms"], own["terms"]) == ("unreadable", "found")


def test_no_more_pages_are_read_than_allowed() -> None:
    with served(Site("whole")) as (url, visits):
        found = looked_at_web(url, pages=3)
    assert len(visits.paths) == 3
    assert [limit.code for limit in found.limits] == ["limit.most_pages"]


def test_a_pause_stands_between_two_requests() -> None:
    with served(Site("whole")) as (url, visits):
        began = time.monotonic()
        looked_at_web(url, pages=4, pause=0.2)
    assert len(visits.paths) == 4
    assert time.monotonic() - began >= 0.6


def test_ten_pages_are_read_in_three_seconds() -> None:
    with served(Site("whole")) as (url, _):
        began = time.monotonic()
        looked_at_web(url)
    assert time.monotonic() - began < 3


def test_the_reader_says_who_it_is() -> None:
    seen: list[str] = []

    class Listening(Server):
        def answer(self, path: str) -> Answer:
            return page("<p>x</p>")

    with served(Listening({})) as (url, _):
        fetcher = Fetcher(AddressRule(private=True), pause=0)
        seen.append(fetcher._client.headers["User-Agent"])
        WebReader(url, fetcher, BOOK.site_signs, mine=True).read(url)
        fetcher.close()
    assert seen[0].startswith("portone-guide")
