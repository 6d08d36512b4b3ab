"""The same shops in a real browser: what a program fills in is seen, nothing is paid, and every door stays shut."""

import socket
from collections.abc import Iterator

import pytest
from in_browser import Lent, Score, browser_of, one_browser, seen
from looked import states
from shop import Site, served

from browser import needs_chromium
from portone_guide.site.addresses import AddressRule, RefusedAddressError
from portone_guide.site.proxy import FilteringProxy

pytestmark = pytest.mark.loopback


class OnlyPort(AddressRule):
    """Lets pass one port of this machine, and nothing else."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.port = port

    def addresses(self, host: str, port: int) -> list[str]:
        if host == "127.0.0.1" and port == self.port:
            return ["127.0.0.1"]
        raise RefusedAddressError(host)


REACHING = """<html><body><p>나무 가게입니다. 여러 가지를 팝니다.</p>
<img src="{inside}img"><iframe src="{inside}frame"></iframe><link rel="stylesheet" href="{inside}style">
<a href="/x" ping="{inside}ping">x</a><img src="/away">
<script>fetch("{inside}fetch").catch(() => 0); navigator.sendBeacon("{inside}beacon", "x");
try { new WebSocket("{inside}".replace("http", "ws") + "socket") } catch (e) {}
try { new EventSource("{inside}events") } catch (e) {}
new RTCPeerConnection({iceServers: [{urls: "stun:127.0.0.1:3478"}]}).createDataChannel("x");
document.createElement("script").src = "{inside}script"; import("{inside}module").catch(() => 0);</script>
<script src="{inside}tag"></script></body></html>"""


@needs_chromium
def test_a_page_reaches_nothing_inside() -> None:
    class Reaching:
        def answer(self, path: str) -> tuple[int, dict[str, str], bytes, float]:
            if path == "/away":
                return 302, {"Location": f"{inside}redirected"}, b"", 0.0
            text = REACHING.replace("{inside}", inside)
            return 200, {"Content-Type": "text/html; charset=utf-8"}, text.encode(), 0.0

    with served(Site("whole")) as (inside, visits), served(Reaching()) as (url, own):
        browser = browser_of(url, OnlyPort(int(url.rsplit(":", 1)[1].strip("/"))))
        page = browser.read(url)
        browser.close()
    assert page.read
    assert "/" in own.paths
    assert visits.paths == []


@needs_chromium
@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/", "http://localhost:1/", "http://[::1]/", "http://10.0.0.1/"]
)
def test_a_redirect_to_inside_is_refused(target: str) -> None:
    class Sending:
        def answer(self, path: str) -> tuple[int, dict[str, str], bytes, float]:
            return 302, {"Location": target}, b"", 0.0

    with served(Sending()) as (url, _):
        browser = browser_of(url, OnlyPort(int(url.rsplit(":", 1)[1].strip("/"))))
        page = browser.read(url)
        browser.close()
    assert page.why_not in {"refused_address", "network", "other_host"}
    assert not page.read


@pytest.fixture
def proxy() -> Iterator[FilteringProxy]:
    with FilteringProxy(AddressRule()) as made:
        yield made


REQUESTS = (
    *("CONNECT 127.0.0.1:443", "CONNECT [::1]:443", "CONNECT localhost:80", "CONNECT 169.254.169.254:80"),
    *("GET http://127.0.0.1/", "GET http://2130706433/", "GET http://[::ffff:10.0.0.1]/", "GET http://0x7f.1/"),
    *("POST http://192.168.0.1/", "GET ws://127.0.0.1/socket", "CONNECT 8.8.8.8:22", "CONNECT 8.8.8.8:6379"),
)


@pytest.mark.parametrize("request_", REQUESTS)
def test_the_proxy_passes_nothing_inside(request_: str, proxy: FilteringProxy) -> None:
    method, target = request_.split(" ", 1)
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=5) as asking:
        asking.sendall(f"{method} {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        answer = asking.recv(200)
    assert answer.startswith(b"HTTP/1.1 403")
    assert proxy.passed == []


def test_the_proxy_passes_what_is_allowed() -> None:
    with (
        served(Site("whole")) as (url, visits),
        FilteringProxy(AddressRule(private=True)) as proxy,
        socket.create_connection(("127.0.0.1", proxy.port), timeout=5) as asking,
    ):
        asking.sendall(f"GET {url}terms HTTP/1.1\r\nHost: x\r\nProxy-Connection: keep-alive\r\n\r\n".encode())
        answer = asking.recv(2000)
    assert answer.startswith(b"HTTP/1.1 200")
    assert visits.paths == ["/terms"]


# Last, for there can be one browser at a time. The dangers that only a browser can tell; every shop is read in one by
# tests/proofs/shops_in_chromium.py.
DEEP = ("footer_by_fetch", "foreign_frame_footer", "lazy_footer", "frameset", "hidden_text")


@pytest.fixture(scope="module")
def lent() -> Iterator[Lent]:
    with one_browser() as made:
        yield made


@needs_chromium
@pytest.mark.parametrize("name", DEEP)
def test_a_shop_is_told_as_a_browser_shows_it(name: str, lent: Lent) -> None:
    found, paths = seen(name, lent)
    score = Score()
    score.count(name, Site(name).truth, dict(states(found)))
    print(f"browser, {name}: {score}")
    assert (score.false_missing, score.false_found) == ([], [])
    assert score.right / score.all >= 0.9, score.wrong
    assert "/paid" not in paths


@needs_chromium
def test_the_payment_button_is_pressed_only_when_asked_and_then_stopped(lent: Lent) -> None:
    found, paths = seen("pressed_order", lent, pay=True)
    assert states(found)["payment_call"] == "found"
    assert "/paid" not in paths


@needs_chromium
def test_a_button_leads_to_no_page_that_programs_are_asked_not_to_read(lent: Lent) -> None:
    found, paths = seen("pressed_order", lent, robots="User-agent: *\nDisallow: /order\n")
    assert "/product/1" in paths
    assert "/order" not in paths
    assert states(found)["order_page"] == "unreadable"
