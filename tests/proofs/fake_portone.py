"""PortOne on this machine, for a whole shop: payments, billing keys, schedules and identities of both versions.

Whatever it is asked and answers keeps to the official schemas; what does not is kept in ``wrong``. The stub of the
browser's SDK tells it what the payer did (``/stub``), as a gateway would.
"""

import json
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import jsonschema

SHAPES = json.loads((Path(__file__).parent / "api" / "shapes.json").read_text("utf-8"))
SECRET, KEY, TOKEN = "secret-of-the-proof", "key-of-the-proof", "token-of-the-proof"
CHANNEL = "channel-of-the-proof"
NOW = "2026-11-29T01:00:00Z"


@cache
def _validator(version: str, name: str) -> Any:
    return jsonschema.Draft202012Validator({"$defs": SHAPES[version], "$ref": f"#/$defs/{name}"})


class Fake:
    """What happened at PortOne. Payments of V1 are by ``imp_uid``, of V2 by the shop's number."""

    def __init__(self) -> None:
        self.v2: dict[str, dict[str, Any]] = {}
        self.v1: dict[str, dict[str, Any]] = {}
        self.keys: dict[str, dict[str, Any]] = {}
        self.identities: dict[str, dict[str, Any]] = {}
        self.schedules: dict[str, dict[str, Any]] = {}
        self.asked: list[str] = []
        self.wrong: list[str] = []

    def keeps(self, version: str, name: str, value: Any) -> None:
        """Note where a value does not keep to its official shape."""
        for error in _validator(version, name).iter_errors(value):
            self.wrong.append(f"{version} {name}: {error.message[:200]}")

    # What a payer does, told by the stub of the SDK.

    def paid(self, version: str, said: dict[str, Any]) -> dict[str, Any]:
        """Take a payment, register a key or verify a person, as a window does; return what the SDK answers."""
        return (self._paid_v2 if version == "v2" else self._paid_v1)(said["call"], said["request"])

    def _paid_v2(self, call: str, request: dict[str, Any]) -> dict[str, Any]:
        if call == "requestIdentityVerification":
            number = request["identityVerificationId"]
            self.identities[number] = _identity(number)
            return {"identityVerificationId": number}
        answer: dict[str, Any] = {}
        if "BillingKey" in call:
            key = f"billing-key-{uuid.uuid4()}"
            self.keys[key] = _key(key, request.get("issueId"))
            answer["billingKey"] = key
        if call in {"requestPayment", "requestIssueBillingKeyAndPay", "loadPaymentUI"}:
            number = request["paymentId"]
            account = request.get("payMethod") == "VIRTUAL_ACCOUNT"
            self.v2[number] = payment_v2(number, request["totalAmount"], request["currency"], account=account)
            answer["paymentId"] = number
        return answer

    def _paid_v1(self, call: str, request: dict[str, Any]) -> dict[str, Any]:
        number = f"imp_{uuid.uuid4().int % 10**12:012}"
        if call == "certification":
            self.identities[number] = {
                **{"imp_uid": number, "merchant_uid": request["merchant_uid"], "pg_provider": "danal"},
                **{"name": "홍길동", "certified": True, "foreigner": False},
            }
        else:
            account = request.get("pay_method") == "vbank"
            currency = request.get("currency", "KRW")
            self.v1[number] = payment_v1(
                number, request["merchant_uid"], request.get("amount", 0), currency, account=account
            )
            if customer := request.get("customer_uid"):
                self.keys[customer] = _customer(customer)
        return {"imp_uid": number, "merchant_uid": request["merchant_uid"]}

    def deposited(self, number: str) -> None:
        """Pay into the account that was issued."""
        if number in self.v2:
            amount = self.v2[number]["amount"]["total"]
            self.v2[number] = payment_v2(number, amount, self.v2[number]["currency"])
        for payment in self.v1.values():
            if payment["merchant_uid"] == number:
                payment["status"] = "paid"

    def came_due(self, version: str) -> list[tuple[str, str]]:
        """Charge what is scheduled; return the shop's number and PortOne's of each payment."""
        done = []
        for number, plan in list(self.schedules.items()):
            del self.schedules[number]
            if version == "v2":
                self.v2[number] = payment_v2(number, plan["amount"]["total"], plan["currency"])
                done.append((number, number))
            else:
                imp_uid = f"imp_{uuid.uuid4().int % 10**12:012}"
                self.v1[imp_uid] = payment_v1(imp_uid, number, plan["amount"], plan.get("currency", "KRW"))
                done.append((number, imp_uid))
        return done

    # What the shop's server asks.

    def answer(self, method: str, path: str, body: Any, query: dict[str, list[str]]) -> tuple[int, Any]:
        """Return the status and the answer to a request whose path begins with the version."""
        _, version, *parts = path.split("/")
        self.asked.append(f"{method} {path}")
        name, status, answer = (self._v2 if version == "v2" else self._v1)(method, parts, body, query)
        if name:
            self.keeps(version, name, answer)
        return status, answer

    def _v2(self, method: str, parts: list[str], body: Any, query: dict[str, list[str]]) -> tuple[str, int, Any]:
        match method, *parts:
            case "GET", "payments", number:
                found = self.v2.get(number)
                if found is None:
                    return "GetPaymentError", 404, {"type": "PAYMENT_NOT_FOUND", "message": "none"}
                return "Payment", 200, found
            case "POST", "payments", number, "cancel":
                self.keeps("v2", "CancelPaymentBody", body)
                return self._cancel_v2(number, body)
            case "POST", "payments", number, "billing-key":
                self.keeps("v2", "BillingKeyPaymentInput", body)
                if body["billingKey"] not in self.keys:
                    return "", 404, {"type": "BILLING_KEY_NOT_FOUND", "message": "none"}
                self.v2[number] = payment_v2(number, body["amount"]["total"], body["currency"])
                return "PayWithBillingKeyResponse", 200, {"payment": {"pgTxId": "t", "paidAt": NOW}}
            case "POST", "payments", number, "instant":
                self.keeps("v2", "InstantPaymentInput", body)
                self.v2[number] = payment_v2(number, body["amount"]["total"], body["currency"])
                return "PayInstantlyResponse", 200, {"payment": {"pgTxId": "t", "paidAt": NOW}}
            case "POST", "payments", number, "schedule":
                self.keeps("v2", "CreatePaymentScheduleBody", body)
                self.schedules[number] = body["payment"]
                return "CreatePaymentScheduleResponse", 200, {"schedule": {"id": f"s-{number}"}}
            case "DELETE", "payment-schedules":
                body = body or json.loads(query["requestBody"][0])
                self.keeps("v2", "RevokePaymentSchedulesBody", body)
                gone = [name for name, plan in self.schedules.items() if plan["billingKey"] == body["billingKey"]]
                for name in gone:
                    del self.schedules[name]
                return "RevokePaymentSchedulesResponse", 200, {"revokedScheduleIds": gone, "revokedAt": NOW}
            case "POST", "billing-keys":
                self.keeps("v2", "IssueBillingKeyBody", body)
                key = f"billing-key-{uuid.uuid4()}"
                self.keys[key] = _key(key, None)
                return "IssueBillingKeyResponse", 200, {"billingKeyInfo": {"billingKey": key, "issuedAt": NOW}}
            case "GET", "billing-keys", key if key in self.keys:
                return "BillingKeyInfo", 200, self.keys[key]
            case "DELETE", "billing-keys", key if key in self.keys:
                del self.keys[key]
                return "DeleteBillingKeyResponse", 200, {"deletedAt": NOW}
            case "GET", "identity-verifications", number if number in self.identities:
                return "IdentityVerification", 200, self.identities[number]
        return "", 404, {"type": "BILLING_KEY_NOT_FOUND", "message": "none"}

    def _cancel_v2(self, number: str, body: Any) -> tuple[str, int, Any]:
        found = self.v2[number]
        if found["status"] != "PAID":
            return "CancelPaymentError", 409, {"type": "PAYMENT_ALREADY_CANCELLED", "message": "none"}
        total = found["amount"]["total"]
        self.v2[number] = {
            **{name: value for name, value in found.items() if name != "disputes"},
            **{"status": "CANCELLED", "cancelledAt": NOW, "cancellations": []},
            "amount": {**found["amount"], "cancelled": total},
        }
        held = {"status": "SUCCEEDED", "id": "c-1", "totalAmount": total, "taxFreeAmount": 0, "vatAmount": 0}
        held |= {"reason": body["reason"], "requestedAt": NOW, "cancelledAt": NOW}
        return "CancelPaymentResponse", 200, {"cancellation": held}

    def _v1(self, method: str, parts: list[str], body: Any, query: dict[str, list[str]]) -> tuple[str, int, Any]:
        match method, *parts:
            case "POST", "users", "getToken":
                self.keeps("v1", "getToken", body)
                return "AuthResponse", 200, _v1({"access_token": TOKEN, "expired_at": 1, "now": 1})
            case "GET", "payments", number:
                # help/notice-v1-api-2025-11-25: a test payment is found with include_sandbox alone
                if number in self.v1 and query.get("include_sandbox") == ["true"]:
                    return "PaymentResponse", 200, _v1(self.v1[number])
                return "", 404, {"code": -1, "message": "none", "response": None}
            case "POST", "payments", "cancel":
                self.keeps("v1", "cancel", body)
                found = self.v1[body["imp_uid"]]
                if found["status"] != "paid" or body.get("checksum") != found["amount"]:
                    return "", 200, {"code": 1, "message": "none", "response": None}
                found |= {"status": "cancelled", "cancel_amount": found["amount"]}
                return "PaymentResponse", 200, _v1(found)
            case "POST", "subscribe", "payments", ("again" | "onetime") as what:
                self.keeps("v1", what, body)
                if what == "again" and body["customer_uid"] not in self.keys:
                    return "", 200, {"code": 1, "message": "none", "response": None}
                imp_uid = f"imp_{uuid.uuid4().int % 10**12:012}"
                currency = body.get("currency", "KRW")
                self.v1[imp_uid] = payment_v1(imp_uid, body["merchant_uid"], body["amount"], currency)
                return "PaymentResponse", 200, _v1(self.v1[imp_uid])
            case "POST", "subscribe", "payments", "schedule":
                self.keeps("v1", "schedule", body)
                for plan in body["schedules"]:
                    self.schedules[plan["merchant_uid"]] = {**plan, "customer_uid": body["customer_uid"]}
                return "ScheduleResponse", 200, _v1([])
            case "POST", "subscribe", "payments", "unschedule":
                self.keeps("v1", "unschedule", body)
                customer = body["customer_uid"]
                self.schedules = {n: p for n, p in self.schedules.items() if p["customer_uid"] != customer}
                return "ScheduleResponse", 200, _v1([])
            case "POST", "subscribe", "customers", customer:
                self.keeps("v1", "customer", body)
                self.keys[customer] = _customer(customer)
                return "CustomerResponse", 200, _v1(self.keys[customer])
            case "GET", "subscribe", "customers", customer if customer in self.keys:
                return "CustomerResponse", 200, _v1(self.keys[customer])
            case "DELETE", "subscribe", "customers", customer if customer in self.keys:
                return "CustomerResponse", 200, _v1(self.keys.pop(customer))
            case "GET", "certifications", number if number in self.identities:
                return "CertificationResponse", 200, _v1(self.identities[number])
        return "", 404, {"code": -1, "message": "none", "response": None}


def payment_v2(number: str, amount: int, currency: str, *, account: bool = False, **changes: Any) -> dict[str, Any]:
    """Return a payment of V2: paid, or with an account to pay into."""
    said = {
        **{"id": number, "transactionId": "t-1", "merchantId": "m-1", "storeId": "store-1", "version": "V2"},
        **{"requestedAt": NOW, "updatedAt": NOW, "statusChangedAt": NOW, "orderName": "상품"},
        "channel": {"type": "TEST", "key": CHANNEL, "pgProvider": "KCP_V2", "pgMerchantId": "A1"},
        "amount": {"total": amount, "taxFree": 0, "discount": 0, "paid": amount, "cancelled": 0, "cancelledTaxFree": 0},
        **{"currency": currency, "customer": {}, "origin": {"platformType": "PC", "ipAddress": "203.0.113.7"}},
    }
    if account:
        method = {"type": "PaymentMethodVirtualAccount", "bank": "SHINHAN", "accountNumber": "56211105948400"}
        return {**said, "status": "VIRTUAL_ACCOUNT_ISSUED", "method": method, **changes}
    return {**said, "status": "PAID", "paidAt": NOW, "disputes": [], **changes}


def payment_v1(number: str, order: str, amount: float, currency: str, *, account: bool = False) -> dict[str, Any]:
    """Return a payment of V1: paid, or with an account to pay into."""
    said = {
        **{"imp_uid": number, "merchant_uid": order, "pg_provider": "kcp", "pg_id": "A1", "sandbox": True},
        **{"amount": amount, "cancel_amount": 0, "currency": currency, "status": "paid"},
    }
    return {**said, "status": "ready", "vbank_num": "56211105948400", "vbank_name": "신한은행"} if account else said


def _identity(number: str) -> dict[str, Any]:
    return {
        **{"status": "VERIFIED", "id": number, "verifiedCustomer": {"name": "홍길동"}, "pgTxId": "t"},
        **{"requestedAt": NOW, "updatedAt": NOW, "statusChangedAt": NOW, "verifiedAt": NOW},
        **{"pgRawResponse": "", "version": "V2"},
        "channel": {"type": "TEST", "key": CHANNEL, "pgProvider": "DANAL", "pgMerchantId": "A1"},
    }


def _key(key: str, issue: str | None) -> dict[str, Any]:
    channel = {"type": "TEST", "key": CHANNEL, "pgProvider": "KCP_V2", "pgMerchantId": "A1"}
    said = {"status": "ISSUED", "billingKey": key, "merchantId": "m-1", "storeId": "store-1", "channels": [channel]}
    return {**said, "customer": {}, "issuedAt": NOW, **({"issueId": issue} if issue else {})}


def _customer(customer: str) -> dict[str, Any]:
    said = {"customer_uid": customer, "pg_provider": "kcp", "pg_id": "A1", "card_name": "신한카드", "sandbox": True}
    return {**said, "inserted": int(time.time()), "updated": int(time.time())}


def _v1(held: Any) -> dict[str, Any]:
    return {"code": 0, "message": "", "response": held}


class _Handler(BaseHTTPRequestHandler):
    fake: Fake
    protocol_version = "HTTP/1.1"

    def _do(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        url = urlsplit(self.path)
        if url.path == "/stub":
            self._give(200, self.fake.paid(body["version"], body))
            return
        right = {"v2": f"PortOne {SECRET}", "v1": f"Bearer {TOKEN}"}[url.path.split("/")[1]]
        if self.headers["Authorization"] != right and not url.path.endswith("getToken"):
            self._give(401, {"type": "UNAUTHORIZED", "message": "none", "code": -1, "response": None})
            return
        self._give(*self.fake.answer(self.command, unquote(url.path), body, parse_qs(url.query)))

    do_GET = do_POST = do_DELETE = _do  # noqa: N815

    def do_OPTIONS(self) -> None:
        self._give(200, {})

    def _give(self, status: int, answer: Any) -> None:
        data = json.dumps(answer).encode()
        self.send_response(status)
        for name, value in (
            ("Content-Type", "application/json"),
            ("Content-Length", str(len(data))),
            ("Access-Control-Allow-Origin", "*"),
            ("Access-Control-Allow-Headers", "*"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def running() -> Iterator[tuple[Fake, str]]:
    """Run it; yield it and its address."""
    fake = Fake()
    handler = type("Handler", (_Handler,), {"fake": fake})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield fake, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
