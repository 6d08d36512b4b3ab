"""Fetches one address after the other: slowly, within bounds, and only from addresses that the rule allows."""

import time
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from portone_guide.site.addresses import AddressRule, RefusedAddressError
from portone_guide.site.page import WhyNot

AGENT: Final = "portone-guide-inspect/1.0 (reads the pages that a payment review looks at)"
MOST_BYTES: Final = 5_000_000
_MOST_HOPS: Final = 8
_ONE_ANSWER: Final = 15.0


class Fetched(NamedTuple):
    """What came back from an address; ``url`` is where it came from in the end."""

    url: str
    status: int | None = None
    data: bytes = b""
    content_type: str = ""
    why_not: WhyNot | None = None


class _Pinned(httpcore.NetworkBackend):
    """Opens connections only to addresses that were looked at, in the same breath."""

    def __init__(self, rule: AddressRule) -> None:
        self._rule = rule
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a name by its checked addresses, one after the other."""
        failed: Exception = OSError(host)
        try:
            addresses = self._rule.addresses(host, port)
        except RefusedAddressError:
            raise
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        for address in addresses:
            try:
                return self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        """Nothing is read from a socket of this machine."""
        raise RefusedAddressError("unix")


class Fetcher:
    """Fetches pages, one at a time with a pause between two, until the time is over."""

    def __init__(self, rule: AddressRule, *, seconds: float = 60.0, pause: float = 0.3) -> None:
        self._rule = rule
        self._pause = pause
        self._end = time.monotonic() + seconds
        self._last = 0.0
        transport = httpx.HTTPTransport(trust_env=False, http2=False)
        transport._pool = httpcore.ConnectionPool(  # httpx has no door for a network backend
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=2,
            network_backend=_Pinned(rule),
        )
        headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Accept-Language": "ko,en;q=0.5", "Accept": "*/*"}
        self._client = httpx.Client(transport=transport, trust_env=False, headers=headers, follow_redirects=False)

    @property
    def left(self) -> float:
        """How many seconds are left."""
        return self._end - time.monotonic()

    def close(self) -> None:
        """Close what is open."""
        self._client.close()

    def fetch(self, url: str, *, home: str | None = None, most: int = MOST_BYTES) -> Fetched:
        """Return what an address gives; ``home``: stop where a redirect leads to another site than this."""
        for _ in range(_MOST_HOPS):
            got, onward = self._one(url, most)
            if onward is None:
                return got
            target = urljoin(url, onward)
            if home is not None and not same_site(target, home):
                return Fetched(target, got.status, why_not="other_host")
            url = target
        return Fetched(url, why_not="too_many_redirects")

    def _one(self, url: str, most: int) -> tuple[Fetched, str | None]:
        why: WhyNot
        if self.left <= 0:
            return Fetched(url, why_not="timeout"), None
        if urlsplit(url).scheme not in {"http", "https"}:
            return Fetched(url, why_not="refused_address"), None
        time.sleep(max(0.0, min(self._pause - (time.monotonic() - self._last), self.left)))
        try:
            with self._client.stream("GET", url, timeout=max(0.1, min(_ONE_ANSWER, self.left))) as answer:
                location = answer.headers.get("location")
                if answer.status_code in {301, 302, 303, 307, 308} and location:
                    return Fetched(url, answer.status_code), location
                data, why_cut = self._body(answer, most)
                kind = answer.headers.get("content-type", "")
                return Fetched(url, answer.status_code, data, kind, why_cut), None
        except RefusedAddressError:
            why = "refused_address"
        except (httpx.TimeoutException, TimeoutError):
            why = "timeout"
        except (httpx.HTTPError, httpx.InvalidURL, httpcore.ProtocolError, OSError, UnicodeError, ValueError):
            why = "network"
        finally:
            self._last = time.monotonic()
        return Fetched(url, why_not=why), None

    def _body(self, answer: httpx.Response, most: int) -> tuple[bytes, WhyNot | None]:
        """Return what came, and why it is not all; what is packed is unpacked no further than the bound."""
        encoding = answer.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in {"identity", "", "gzip", "x-gzip", "deflate"}:
            return b"", "not_html"
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if encoding in {"gzip", "x-gzip", "deflate"} else None
        began = time.monotonic()
        data = bytearray()
        for piece in answer.iter_raw(65536):
            try:
                data += unpack.decompress(piece, most + 1 - len(data)) if unpack else piece
            except zlib.error:
                return bytes(data), "cut"
            if len(data) > most:
                return bytes(data[:most]), "cut"
            if self.left <= 0 or time.monotonic() - began > _ONE_ANSWER:
                return bytes(data), "timeout"
        return bytes(data), None


def same_site(url: str, other: str) -> bool:
    """Tell whether two addresses are of one site: the same host (``www.`` aside) and port."""
    start = _origin(other)
    if start is not None and url.startswith(start):
        return True
    one, two = _site(url), _site(other)
    return one is not None and one == two


@lru_cache(maxsize=64)
def _origin(url: str) -> str | None:
    """Return how the addresses of a site mostly begin; None: they can't be told by their beginning."""
    parts = urlsplit(url)
    plain = parts.netloc and "@" not in parts.netloc and _site(url) is not None
    return f"{parts.scheme}://{parts.netloc}/" if plain else None


@lru_cache(maxsize=1024)
def _site(url: str) -> tuple[str, int | None] | None:
    try:
        parts = urlsplit(url)
        port, host = parts.port, (parts.hostname or "").lower().removesuffix(".")
    except ValueError:
        return None
    if not host:
        return None
    return host.removeprefix("www."), None if port in {None, *(80, 443)} else port
