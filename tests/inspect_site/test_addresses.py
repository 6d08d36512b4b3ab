"""No connection is opened to where it may not be: counted, case by case."""

import itertools
import socket
from collections.abc import Iterable, Iterator

import pytest

from portone_guide.site.addresses import AddressRule, RefusedAddressError, is_open
from portone_guide.site.fetching import Fetcher, same_site

CLOSED = (
    *(
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
    ),
    *("100.64.0.1", "192.0.0.8", "192.0.0.9", "192.0.0.170", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.7"),
    *(
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
    ),
    *(
        "fc00::1",
        "fd12:3456::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::",
        "2001:10::1",
    ),
    *(
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
    ),
    *("64:ff9b::a9fe:a9fe", "100::1", "5f00::1", "not an address", ""),
)
OPEN = ("1.1.1.1", "8.8.8.8", "211.249.220.24", "2606:4700::1111", "2001:4860:4860::8888", "::ffff:8.8.8.8")


@pytest.mark.parametrize("address", CLOSED)
def test_closed_addresses(address: str) -> None:
    assert not is_open(address)


@pytest.mark.parametrize("address", OPEN)
def test_open_addresses(address: str) -> None:
    assert is_open(address)


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Count what would be connected to, and connect to nothing."""
    asked: list[object] = []

    def create(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        asked.append(address)
        raise OSError("no")

    monkeypatch.setattr(socket, "create_connection", create)
    monkeypatch.setattr(socket.socket, "connect", lambda self, address: create(address))
    return asked


def fetcher(*addresses: str) -> Fetcher:
    def resolve(host: str, port: int) -> Iterable[str]:
        return addresses

    return Fetcher(AddressRule(resolve=resolve), pause=0)


@pytest.mark.parametrize("address", CLOSED[:-2])
def test_a_name_that_leads_inside_is_not_connected_to(address: str, connections: list[object]) -> None:
    for found in ((address,), ("8.8.8.8", address), (address, "8.8.8.8")):
        got = fetcher(*found).fetch("http://shop.example.kr/")
        assert got.why_not == "refused_address"
    assert connections == []


FORMS = (
    *(
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://0/",
    ),
    *("http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::]/", "http://localhost/", "http://127.0.0.1:80/"),
    *("https://169.254.169.254/latest/meta-data/", "http://[fd00::1]/", "http://[fe80::1]/", "http://10.0.0.1./"),
)


@pytest.mark.parametrize("url", FORMS)
def test_every_way_to_write_an_inside_address(url: str, connections: list[object]) -> None:
    got = Fetcher(AddressRule(), pause=0).fetch(url)
    assert got.why_not in {"refused_address", "network"}
    assert connections == []


@pytest.mark.parametrize("port", [22, 25, 3306, 6379, 8080, 11211])
def test_other_ports_are_not_opened(port: int, connections: list[object]) -> None:
    got = fetcher("8.8.8.8").fetch(f"http://shop.example.kr:{port}/")
    assert got.why_not == "refused_address"
    assert connections == []


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://shop.example.kr/", "gopher://x/", "javascript:1", "data:,x"]
)
def test_other_schemes_are_not_opened(url: str, connections: list[object]) -> None:
    assert fetcher("8.8.8.8").fetch(url).why_not == "refused_address"
    assert connections == []


def test_the_address_that_was_looked_at_is_the_one_that_is_connected_to(connections: list[object]) -> None:
    answers: Iterator[list[str]] = itertools.chain([["8.8.8.8"]], itertools.repeat(["127.0.0.1"]))
    got = Fetcher(AddressRule(resolve=lambda host, port: next(answers)), pause=0).fetch("http://shop.example.kr/")
    assert got.why_not == "network"
    assert {str(address[0]) for address in connections} == {"8.8.8.8"}  # type: ignore[index]


def test_a_rule_says_which_port_and_address_it_refused() -> None:
    with pytest.raises(RefusedAddressError):
        AddressRule(resolve=lambda host, port: ["8.8.8.8", "::1"]).addresses("x.kr", 443)
    assert AddressRule(private=True, resolve=lambda host, port: ["::1"]).addresses("x.kr", 9000) == ["::1"]


def test_what_one_site_is() -> None:
    assert same_site("http://shop.kr/a", "https://www.shop.kr/b")
    assert not same_site("http://shop.kr/", "http://m.shop.kr/")
    assert not same_site("http://shop.kr/", "http://shop.kr.evil.example/")
    assert not same_site("http://shop.kr:8080/", "http://shop.kr/")
    assert not same_site("http://shop.kr@evil.example/", "http://shop.kr/")
