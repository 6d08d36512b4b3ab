"""PortOne's API on this machine: whatever it is asked and answers keeps to the shapes of the official schemas."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import jsonschema

SHAPES = json.loads((Path(__file__).parent / "api" / "shapes.json").read_text("utf-8"))
SECRET = "canary7Qx0Zt4Lr9Wb2Ns6Vd8Ke1Jm5Hg3Pf"
KEY = "canary1348092175630284"
TOKEN = "canarytoken5bd0c3a7e9f24d18"
BUYER = "canarybuyer-김구매-01012345678"
PAYMENT = "order-20261129-0001"
IMP_UID = "imp_448280090638"
NOW = "2026-11-29T01:00:00Z"


@cache
def _validator(version: str, name: str) -> Any:
    return jsonschema.Draft202012Validator({"$defs": SHAPES[version], "$ref": f"#/$defs/{name}"})


def keeps(version: str, name: str, value: Any) -> None:
    """Hold a value to the official shape of that name."""
    _validator(version, name).validate(value)


class Asked(NamedTuple):
    """One request."""

    what: str
    body: Any
    authorization: str | None


Odd = Callable[["_Handler"], None]


class Fake:
    """One payment, as both versions tell it; ``odd`` answers for a request in place of what is right."""

    def __init__(self) -> None:
        self.v2: dict[str, Any] = v2_payment()
        self.v1: dict[str, Any] = v1_payment()
        self.asked: list[Asked] = []
        self.odd: dict[str, Odd] = {}
        self.cancellation = "SUCCEEDED"
        self.wrong: list[str] = []
        self.over = threading.Event()

    def counted(self, what: str) -> int:
        """Return how often something was asked for."""
        return sum(one.what == what for one in self.asked)

    def answer(self, what: str, body: Any, rest: str) -> tuple[int, str, Any]:
        """Return the status, the shape's name and the answer to a request."""
        match what:
            case "v2 read":
                return (
                    (200, "Payment", self.v2)
                    if rest == PAYMENT
                    else (404, "GetPaymentError", _error("PAYMENT_NOT_FOUND"))
                )
            case "v2 cancel":
                keeps("v2", "CancelPaymentBody", body)
                return self._cancel_v2(body)
            case "v1 token":
                keeps("v1", "getToken", body)
                if body != {"imp_key": KEY, "imp_secret": SECRET}:
                    return 401, "", {}
                return 200, "AuthResponse", _v1({"access_token": TOKEN, "expired_at": 1, "now": 1})
            case "v1 read":
                return (200, "PaymentResponse", _v1(self.v1)) if rest == IMP_UID else (404, "", {})
            case "v1 cancel":
                keeps("v1", "cancel", body)
                return self._cancel_v1(body)
        raise AssertionError(what)

    def _cancel_v2(self, body: Any) -> tuple[int, str, Any]:
        amount = self.v2["amount"]
        left = amount["paid"] - amount["cancelled"]
        if body.get("currentCancellableAmount", left) != left:
            return 409, "CancelPaymentError", _error("CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN")
        if self.cancellation == "SUCCEEDED":
            self.v2 = v2_payment("CANCELLED", amount={**amount, "cancelled": amount["cancelled"] + body["amount"]})
        held = {"status": self.cancellation, "id": "c-1", "totalAmount": body["amount"], "taxFreeAmount": 0}
        held |= {"vatAmount": 0, "reason": body["reason"], "requestedAt": NOW}
        return 200, "CancelPaymentResponse", {"cancellation": held}

    def _cancel_v1(self, body: Any) -> tuple[int, str, Any]:
        left = self.v1["amount"] - self.v1["cancel_amount"]
        if body["imp_uid"] != IMP_UID or body.get("checksum", left) != left:
            return 200, "PaymentResponse", {"code": 1, "message": f"안 됨 {BUYER}"}
        self.v1 = {**self.v1, "status": "cancelled", "cancel_amount": self.v1["cancel_amount"] + body["amount"]}
        return 200, "PaymentResponse", _v1(self.v1)


def v2_payment(status: str = "PAID", **changes: Any) -> dict[str, Any]:
    """Return a payment of V2 in one status, right in every point, some of it changed."""
    webhook = {
        "id": "w-1",
        "url": "https://shop.kr/hooks?key=canaryhook",
        "status": "SUCCEEDED",
        "paymentStatus": "PAID",
    }
    said = {
        **{"status": status, "id": PAYMENT, "transactionId": "t-1", "merchantId": "m-1", "storeId": "store-1"},
        **{"version": "V2", "requestedAt": NOW, "updatedAt": NOW, "statusChangedAt": NOW, "orderName": BUYER},
        "channel": {"type": "LIVE", "pgProvider": "KCP_V2", "pgMerchantId": "A1234"},
        "amount": {"total": 1000, "taxFree": 0, "discount": 0, "paid": 1000, "cancelled": 0, "cancelledTaxFree": 0},
        **{
            "currency": "KRW",
            "customer": {"name": BUYER},
            "origin": {"platformType": "PC", "ipAddress": "203.0.113.7"},
        },
        "webhooks": [webhook],
    }
    more: dict[str, dict[str, Any]] = {
        "PAID": {"paidAt": NOW, "disputes": []},
        "PARTIAL_CANCELLED": {"paidAt": NOW, "cancelledAt": NOW, "cancellations": []},
        "CANCELLED": {"paidAt": NOW, "cancelledAt": NOW, "cancellations": []},
        "FAILED": {"failedAt": NOW, "failure": {"reason": BUYER}},
    }
    return {**said, **more.get(status, {}), **changes}


def v1_payment(**changes: Any) -> dict[str, Any]:
    """Return a payment of V1, right in every point, some of it changed."""
    said = {
        **{"imp_uid": IMP_UID, "merchant_uid": PAYMENT, "pg_provider": "kcp", "pg_id": "A1234", "sandbox": False},
        **{"amount": 1000, "cancel_amount": 0, "currency": "KRW", "status": "paid", "paid_at": 1764378000},
        **{"buyer_name": BUYER, "buyer_tel": "010-1234-5678", "name": BUYER},
    }
    return {**said, **changes}


def _v1(held: Any) -> dict[str, Any]:
    return {"code": 0, "message": "", "response": held}


def _error(kind: str) -> dict[str, Any]:
    return {"type": kind, "message": f"{kind} {SECRET} {BUYER}"}


class _Handler(BaseHTTPRequestHandler):
    fake: Fake
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer("read", unquote(urlsplit(self.path).path.rpartition("/")[2]), None)

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        what = "token" if self.path == "/users/getToken" else "cancel"
        self._answer(what, self.path, body)

    def _answer(self, what: str, rest: str, body: Any) -> None:
        signed = self.headers["Authorization"]
        version = "v2" if (signed or "").startswith("PortOne ") else "v1"
        what = f"{version} {what}"
        self.fake.asked.append(Asked(what, body, signed))
        try:
            right = {"v2": f"PortOne {SECRET}", "v1": f"Bearer {TOKEN}"}[version]
            if what in self.fake.odd:
                self.fake.odd[what](self)
            elif signed != right and what != "v1 token":
                self.give(401, _error("UNAUTHORIZED"))
            else:
                status, name, answer = self.fake.answer(what, body, rest)
                if name:
                    keeps(version, name, answer)
                self.give(status, answer)
        except jsonschema.ValidationError as error:
            self.fake.wrong.append(f"{what}: {error.message}")
            self.give(500, {})
        except OSError:
            self.close_connection = True  # whoever asked has gone

    def give(self, status: int, answer: Any) -> None:
        """Answer with a JSON value, or with bytes as they are."""
        data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def gives(status: int, answer: Any) -> Odd:
    """Answer with something else."""
    return lambda handler: handler.give(status, answer)


def errs(status: int, kind: str, name: str) -> Odd:
    """Answer with an error of V2 that the schema of a request tells."""
    keeps("v2", name, _error(kind))
    return gives(status, _error(kind))


def slow(handler: _Handler) -> None:
    """Answer when the test is over."""
    handler.fake.over.wait(30)
    handler.close_connection = True


def drips(handler: _Handler) -> None:
    """Send a byte now and then until the test is over: no single wait is long."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    while not handler.fake.over.wait(0.02):
        handler.wfile.write(b" ")
        handler.wfile.flush()
    handler.close_connection = True


def cut(handler: _Handler) -> None:
    """Send half an answer and go away."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b'{"id": "' + SECRET.encode())
    handler.close_connection = True


def does_and_cuts(handler: _Handler) -> None:
    """Cancel, and go away without an answer."""
    handler.fake.v2 = v2_payment("CANCELLED", amount={**handler.fake.v2["amount"], "cancelled": 1000})
    handler.fake.v1 = v1_payment(status="cancelled", cancel_amount=1000)
    handler.close_connection = True


@contextmanager
def running() -> Iterator[tuple[Fake, str]]:
    """Run the API; yield it and its address."""
    fake = Fake()
    handler = type("Handler", (_Handler,), {"fake": fake})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.block_on_close = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield fake, f"http://127.0.0.1:{server.server_port}"
    finally:
        fake.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
