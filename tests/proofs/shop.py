"""One project that runs: started, with PortOne on this machine, and a payer in a real browser."""

import base64
import hashlib
import hmac
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from fake_portone import CHANNEL, KEY, SECRET, Fake

STUBS = Path(__file__).parent / "stubs"
SPRING = Path(__file__).parent / "spring"
"""As much of Spring as a project uses: no registry that can be reached has the real one."""
JACKSON = ":".join(f"/usr/share/java/jackson-{part}.jar" for part in ("core", "databind", "annotations"))
"""Debian's libjackson2-databind-java."""
NEXT = "node_modules/next/dist/bin/next"
WEBHOOK = "whsec_" + base64.b64encode(b"a webhook secret of the proof 32").decode()
ADMIN = "admin-token-of-the-proof"
_MODULE = (STUBS / "browser-sdk.esm.js").read_text("utf-8")
CDN = {
    "https://cdn.portone.io/v2/browser-sdk.esm.js": _MODULE,
    "https://cdn.portone.io/v2/browser-sdk.js": f"PortOne = {{}};\n{_MODULE.replace('export const ', 'PortOne.')}",
    "https://cdn.iamport.kr/v1/iamport.js": (STUBS / "iamport.js").read_text("utf-8"),
}
"""What stands in for PortOne's SDKs; the second is the first as PortOne's npm package loads it."""
_VALUES = {
    "PORTONE_API_SECRET": SECRET,
    "PORTONE_WEBHOOK_SECRET": WEBHOOK,
    "PORTONE_V1_KEY": KEY,
    "PORTONE_V1_SECRET": SECRET,
    "PORTONE_CHANNEL_TYPE": "TEST",
    "ADMIN_TOKEN": ADMIN,
}


def fill_settings(folder: Path) -> None:
    """Copy ``.env.example`` to ``.env`` as the project says, with values."""
    lines = []
    for line in (folder / ".env.example").read_text("utf-8").splitlines():
        name, equals, _ = line.partition("=")
        value = _VALUES.get(name, CHANNEL if "CHANNEL" in name else f"value-of-{name.lower()}")
        lines.append(f"{name}={value}" if equals and re.fullmatch("[A-Z0-9_]+", name) else line)
    (folder / ".env").write_text("\n".join(lines) + "\n", "utf-8")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


def build_spring(folder: Path) -> str:
    """Compile a Spring project with what stands in for Spring; return what the compiler says."""
    files = [str(path) for root in (folder / "src", SPRING) for path in sorted(root.rglob("*.java"))]
    strict = ["--release", "17", "-Xlint:all,-serial", "-Werror"]
    command = ["javac", *strict, "-cp", JACKSON, "-d", str(folder / "built"), *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stderr[-600:]


def ask_here(folder: Path, fake: str) -> None:
    """Let the server of a language that nothing can be put before ask PortOne on this machine."""
    for path in (*folder.glob("*.php"), *folder.rglob("*.java")):
        text = path.read_text("utf-8")
        text = text.replace("https://api.portone.io", f"{fake}/v2").replace("https://api.iamport.kr", f"{fake}/v1")
        path.write_text(text, "utf-8")


@contextmanager
def started(stack: str, folder: Path, fake: str) -> Iterator[str]:
    """Start a project as its README says, but on a free port; yield its address."""
    fill_settings(folder)
    ask_here(folder, fake)
    if stack == "spring":
        build_spring(folder)
    port = free_port()
    env = {**os.environ, "FAKE_PORTONE": fake, "PORT": str(port), "PYTHONPATH": f"{STUBS}", "PYTHONUNBUFFERED": "1"}
    env |= {"NODE_OPTIONS": f"--import {STUBS / 'here.mjs'}", "NEXT_TELEMETRY_DISABLED": "1"}
    java = ":".join((str(folder / "built"), str(folder / "src/main/resources"), JACKSON))
    commands = {
        "fastapi": [sys.executable, "-m", "uvicorn", "main:app", "--env-file", ".env", "--port", str(port)],
        "php": ["php", "-S", f"127.0.0.1:{port}", "-t", "public", "server.php"],
        "spring": ["java", "-cp", java, "shop.ShopApplication"],
        "express": ["node", "--env-file=.env", "server.js"],
        "next": ["node", str(folder.parent / NEXT), "dev", "--hostname", "127.0.0.1", "--port", str(port)],
    }
    log = (folder / "log.txt").open("wb")
    process = subprocess.Popen(commands[stack], cwd=folder, env=env, stdout=log, stderr=subprocess.STDOUT)
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(600):
            try:
                httpx.get(address, timeout=5)
                break
            except httpx.HTTPError:
                if process.poll() is not None:
                    break
                time.sleep(0.1)
        if process.poll() is not None:
            raise RuntimeError((folder / "log.txt").read_text("utf-8", "replace")[-2000:])
        yield address
    finally:
        process.terminate()
        process.wait(20)
        log.close()


class Shop:
    """A started project, and what its payer and PortOne do."""

    def __init__(self, address: str, version: str, fake: Fake, fake_address: str, browser: Any) -> None:
        self.address, self.version, self.fake, self.fake_address = address, version, fake, fake_address
        self._browser = browser

    def post(self, path: str, body: Any, **headers: str) -> httpx.Response:
        """Say something to the shop's server."""
        return httpx.post(self.address + path, json=body, headers=headers, timeout=30)

    def ordered(self, item: str) -> dict[str, Any]:
        """Make an order without a browser."""
        answer = self.post("/orders", {"item": item})
        answer.raise_for_status()
        return dict(answer.json())

    def pay(self, item: dict[str, Any], does: str, *, phone: bool = False) -> tuple[str, str, str]:
        """Let a payer click an item; return the state, the words and the order's number that the page shows then."""
        size = {"width": 390, "height": 800} if phone else {"width": 1100, "height": 800}
        context = self._browser.new_context(viewport=size, is_mobile=phone)
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("requestfailed", lambda request: errors.append(f"{request.url}: {request.failure}"))
        for url, stub in CDN.items():
            page.route(url, lambda route, _, stub=stub: route.fulfill(body=stub, content_type="text/javascript"))
        payer = json.dumps({"does": does, "fake": self.fake_address, "phone": phone})
        page.add_init_script(f"window.payer = {payer}")
        try:
            page.goto(self.address)
            self._click(page, item)
            try:
                page.wait_for_selector("#result[data-status]", state="attached", timeout=20000)
            except Exception as error:
                raise RuntimeError(f"{item['id']} {does}: {errors or error}") from None
            result = page.locator("#result")
            state, order = result.get_attribute("data-status"), result.get_attribute("data-order")
            if errors:
                raise RuntimeError("; ".join(errors))
            return str(state), str(result.text_content()), str(order)
        finally:
            context.close()

    @staticmethod
    def _click(page: Any, item: dict[str, Any]) -> None:
        own = f'[data-item="{item["id"]}"]'
        if item["kind"] in {"key_in", "card_billing"}:
            form = page.locator(f"form{own}, {own} form")
            typed = {"number": "4111111111111111", "expiryYear": "30", "expiryMonth": "12", "birth": "900101"}
            for name, value in {**typed, "password": "12"}.items():
                form.locator(f'[name="{name}"]').fill(value)
            form.locator("button").click()
        elif item["draws"]:
            page.locator(".portone-ui-container button").first.click()
        else:
            page.locator(f"button{own}, {own} button").click()

    def webhook(self, order: str, number: str, *, age: int = 0, forged: bool = False, again: str = "") -> Any:
        """Send a webhook about a payment, signed where PortOne signs; return the answer."""
        if self.version == "v1":
            body = {"imp_uid": number, "merchant_uid": order, "status": "paid"}
            return self.post("/webhook", body)
        said = {"type": "Transaction.Paid", "timestamp": "2026-11-29T01:00:00Z"}
        data = {"storeId": "store-1", "paymentId": order, "transactionId": "t-1"}
        text = json.dumps({**said, "data": data}, separators=(",", ": "))
        when, name = str(int(time.time()) - age), again or f"msg_{order}"
        key = b"somebody else's secret" if forged else base64.b64decode(WEBHOOK.removeprefix("whsec_"))
        signed = hmac.new(key, f"{name}.{when}.{text}".encode(), hashlib.sha256).digest()
        headers = {
            "Content-Type": "application/json",
            "webhook-id": name,
            "webhook-timestamp": when,
            "webhook-signature": f"v1,{base64.b64encode(signed).decode()}",
        }
        return httpx.post(f"{self.address}/webhook", content=text.encode(), headers=headers, timeout=30)

    def number_of(self, order: str) -> str:
        """Return PortOne's number of the payment of an order."""
        if self.version == "v2":
            return order
        return next((number for number, paid in self.fake.v1.items() if paid["merchant_uid"] == order), "")
