"""The only door of the browser: a proxy on this machine that holds the same rule of addresses.

A browser's redirects and web sockets don't pass what looks at single requests; everything passes here.
"""

import contextlib
import selectors
import socket
import threading
import time
from types import TracebackType
from typing import Final
from urllib.parse import urlsplit

from portone_guide.site.addresses import AddressRule

_PIECE: Final = 65536
_MOST_HEAD: Final = 65536
_PATIENCE: Final = 20.0
_MOST_AT_ONCE: Final = 64


class FilteringProxy:
    """Passes on what goes to allowed addresses, and refuses the rest; ``refused`` are the hosts it refused."""

    def __init__(self, rule: AddressRule, *, most_bytes: int = 60_000_000) -> None:
        self._rule = rule
        self._left = most_bytes
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._listener.settimeout(0.2)
        self._open = True
        self._places = threading.Semaphore(_MOST_AT_ONCE)
        self.refused: list[str] = []
        self.passed: list[str] = []
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> "FilteringProxy":
        """Begin to listen."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self._open = False
        self._thread.join(2)
        self._listener.close()

    def _serve(self) -> None:
        while self._open:
            try:
                client, _ = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            if not self._places.acquire(blocking=False):
                client.close()
                continue
            threading.Thread(target=self._answer, args=(client,), daemon=True).start()

    def _answer(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), client:
            client.settimeout(_PATIENCE)
            self._pass_on(client)
        self._places.release()

    def _pass_on(self, client: socket.socket) -> None:
        head, rest = self._head(client)
        method, target, version = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
        if method == "CONNECT":
            host, _, port_text = target.rpartition(":")
            host, port = host.strip("[]"), int(port_text)
        else:
            parts = urlsplit(target)
            if parts.scheme not in {"http", "ws"}:
                raise ValueError(target)
            host, port = parts.hostname or "", parts.port or 80
        upstream = self._connect(client, host, port)
        with upstream:
            if method == "CONNECT":
                client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            else:
                upstream.sendall(_for_origin(head, method, target, version) + rest)
            self._both_ways(client, upstream)

    def _head(self, client: socket.socket) -> tuple[bytes, bytes]:
        data = b""
        while b"\r\n\r\n" not in data:
            piece = client.recv(_PIECE)
            if not piece or len(data) > _MOST_HEAD:
                raise ValueError("head")
            data += piece
        head, _, rest = data.partition(b"\r\n\r\n")
        return head, rest

    def _connect(self, client: socket.socket, host: str, port: int) -> socket.socket:
        try:
            addresses = self._rule.addresses(host, port)
        except OSError:
            self.refused.append(host)
            client.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            raise
        self.passed.append(host)
        failed: OSError = OSError(host)
        for address in addresses:
            try:
                return socket.create_connection((address, port), timeout=_PATIENCE)
            except OSError as error:
                failed = error
        client.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        raise failed

    def _both_ways(self, client: socket.socket, upstream: socket.socket) -> None:
        last = time.monotonic()
        with selectors.DefaultSelector() as ready:
            ready.register(client, selectors.EVENT_READ, upstream)
            ready.register(upstream, selectors.EVENT_READ, client)
            while self._open and time.monotonic() - last < _PATIENCE and self._left > 0:
                for key, _ in ready.select(0.5):
                    source: socket.socket = key.fileobj  # type: ignore[assignment]
                    piece = source.recv(_PIECE)
                    if not piece:
                        return
                    self._left -= len(piece)
                    key.data.sendall(piece)
                    last = time.monotonic()


def _for_origin(head: bytes, method: str, target: str, version: str) -> bytes:
    """Return the head of a request as the server itself wants it: one request, then the connection ends."""
    parts = urlsplit(target)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    kept = [
        line
        for line in head.split(b"\r\n")[1:]
        if line.partition(b":")[0].strip().lower() not in {b"proxy-connection", b"proxy-authorization", b"connection"}
    ]
    upgrades = any(line.lower().startswith(b"upgrade:") for line in kept)
    kept.append(b"Connection: Upgrade" if upgrades else b"Connection: close")
    return b"\r\n".join([f"{method} {path} {version}".encode("latin-1"), *kept]) + b"\r\n\r\n"
