"""The shops that tests look at: made of YAML, served on loopback."""

import contextlib
import threading
import time
from collections.abc import Iterator, Mapping
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import yaml

HERE = Path(__file__).parent
# A site says what is different from the whole shop of base.yaml.
NAMES = sorted(path.stem for path in (HERE / "sites").glob("*.yaml"))


@cache
def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


class Site:
    """One shop: its pages, and what a reviewer sees of it."""

    def __init__(self, name: str) -> None:
        base, own = _yaml(HERE / "base.yaml"), _yaml(HERE / "sites" / f"{name}.yaml")
        self.name = name
        self.danger: str = own["danger"]
        self.parts: dict[str, str] = {**base["parts"], **own.get("parts", {})}
        self.pages: dict[str, Any] = {**base["pages"], **own.get("pages", {})}
        for path in own.get("without", ()):
            self.pages.pop(path)
        self.truth: dict[str, str] = {**base["signs"], **own.get("signs", {})}
        self.every = own.get("every_sign")
        if self.every:
            self.truth = dict.fromkeys(self.truth, self.every) | own.get("signs", {})
        self.static: dict[str, str] = self.truth | own.get("static", {})
        if own.get("static_every"):
            self.static = dict.fromkeys(self.truth, own["static_every"]) | own.get("static", {})
        self.verdicts: dict[str, str] = own.get("verdicts", {})
        self.front: dict[str, Any] = own.get("front", {})

    def answer(self, path: str) -> tuple[int, dict[str, str], bytes, float]:
        """Return what the shop's server says at an address."""
        page = self.pages.get(path, self.pages.get(path.partition("?")[0]))
        if page is None:
            return 404, {"Content-Type": "text/html; charset=utf-8"}, b"<h1>404 Not Found</h1>", 0.0
        told = page if isinstance(page, dict) else {"body": page}
        text = self.filled(told.get("body", "")) + " " * int(told.get("padding", 0))
        data = text.encode(told.get("encoding", "utf-8")) + bytes.fromhex(told.get("bytes", ""))
        headers = {"Content-Type": "text/html; charset=utf-8", **told.get("headers", {})}
        return int(told.get("status", 200)), headers, data, float(told.get("slow", 0))

    def filled(self, text: str) -> str:
        """Put the parts where they are named."""
        for _ in range(3):
            for part, content in self.parts.items():
                text = text.replace("{" + part + "}", content)
        return text


class Visits:
    """What was asked of a server."""

    def __init__(self) -> None:
        self.paths: list[str] = []


@contextlib.contextmanager
def served(site: Any) -> Iterator[tuple[str, Visits]]:
    """Serve a shop on loopback, and yield its address and what is asked of it."""
    visits = Visits()

    class Handler(BaseHTTPRequestHandler):
        shop: ClassVar[Any] = site
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            visits.paths.append(self.path)
            status, headers, data, slow = self.shop.answer(self.path)
            with contextlib.suppress(OSError):
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value.replace("{port}", str(self.server.server_address[1])))
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                for at in range(0, len(data), 65536):
                    self.wfile.write(data[at : at + 65536])
                    time.sleep(slow)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", visits
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def texts(site: Site) -> Mapping[str, str]:
    """Return the pages of a shop as files."""
    return {path: site.filled(page) for path, page in site.pages.items() if isinstance(page, str)}
