"""What is tried with each item of a shop: an item is paid only when it was paid, for what it costs."""

from collections.abc import Iterator
from typing import Any

from shop import ADMIN, Shop

Scene = tuple[str, bool, str]
"""What was tried, whether it came out right, and what was seen."""


def scenes(shop: Shop, item: dict[str, Any]) -> Iterator[Scene]:
    """Yield what came of everything that is tried with an item."""
    match item["kind"]:
        case "payment":
            yield from _window(shop, item)
            yield from _webhooks(shop, item)
        case "key_in":
            yield _is("paid", shop.pay(item, "pays"), "paid by card number")
        case "billing" | "billing_paid" | "card_billing":
            yield from _billing(shop, item)
        case "identity":
            state, words, _ = shop.pay(item, "pays")
            yield "paid", state == "verified" and "홍길동" in words, f"{state} {words}"
            yield _is("failed", shop.pay(item, "closes"), "closed")


def _is(wanted: str, seen: tuple[str, str, str], what: str) -> Scene:
    return what, seen[0] == wanted, f"{seen[0]} {seen[1]}"


def _window(shop: Shop, item: dict[str, Any]) -> Iterator[Scene]:
    account = item["account"]
    wanted = "account_issued" if account else "paid"
    state, words, order = shop.pay(item, "pays")
    yield "paid", state == wanted and (not account or "56211105948400" in words), f"{state} {words}"
    if account:
        shop.fake.deposited(order)
        answer = shop.webhook(order, shop.number_of(order)).json()
        yield "deposited", answer["status"] == "paid", str(answer)
    yield _is("failed", shop.pay(item, "fails"), "failure")
    yield _is("failed", shop.pay(item, "closes"), "closed")
    yield _is("wrong", shop.pay(item, "tampers"), "tampered")
    if item["returns"]:
        yield _is(wanted, shop.pay(item, "pays", phone=True), "phone")
        yield _is("failed", shop.pay(item, "closes", phone=True), "phone closed")
        yield _is("wrong", shop.pay(item, "tampers", phone=True), "phone tampered")
    yield from _cancel(shop, order)


def _cancel(shop: Shop, order: str) -> Iterator[Scene]:
    body = {"orderId": order, "reason": "시험"}
    refused = shop.post("/admin/cancel", body).status_code
    forged = shop.post("/admin/cancel", body, Authorization="Bearer no").status_code
    yield "cancel refused", (refused, forged) == (403, 403), f"{refused} {forged}"
    answer = shop.post("/admin/cancel", body, Authorization=f"Bearer {ADMIN}").json()
    yield "cancelled", answer["status"] == "cancelled", str(answer)
    again = shop.post("/admin/cancel", body, Authorization=f"Bearer {ADMIN}").json()
    yield "cancelled once", again["status"] == "failed", str(again)


def _webhooks(shop: Shop, item: dict[str, Any]) -> Iterator[Scene]:
    order = shop.ordered(item["id"])
    number = order["orderId"]
    unpaid = shop.webhook(number, "imp_000000000000")
    yield "webhook of nothing", unpaid.status_code != 200 or unpaid.json()["status"] != "paid", unpaid.text[:80]
    _pay_elsewhere(shop, item, order)
    paid_as = shop.number_of(number)
    if shop.version == "v2":
        before = len(shop.fake.asked)
        codes = [
            shop.webhook(number, paid_as, forged=True).status_code,
            shop.webhook(number, paid_as, age=3600).status_code,
            shop.post("/webhook", {"type": "Transaction.Paid", "data": {"paymentId": number}}).status_code,
        ]
        yield "webhook forged, late, unsigned", codes == [400] * 3 and len(shop.fake.asked) == before, str(codes)
    else:
        stranger = shop.ordered(item["id"])["orderId"]
        answer = shop.webhook(stranger, paid_as).json()
        yield "webhook of another payment", answer["status"] == "wrong", str(answer)
        answer = shop.post("/payment/complete", {"orderId": stranger, "impUid": paid_as}).json()
        yield "another's payment", answer["status"] == "wrong", str(answer)
    wanted = "account_issued" if item["account"] else "paid"
    answers = [shop.webhook(number, paid_as, again="msg_1").json()["status"] for _ in range(2)]
    yield "webhook, and replayed", answers == [wanted, wanted], str(answers)
    unknown = shop.webhook("nobody", paid_as)
    yield "webhook of no order", unknown.status_code == 200, unknown.text[:80]
    cheap = shop.ordered(item["id"])
    _pay_elsewhere(shop, item, {**cheap, "amount": 1})
    answer = shop.webhook(cheap["orderId"], shop.number_of(cheap["orderId"])).json()
    yield "webhook, tampered", answer["status"] == "wrong", str(answer)


def _pay_elsewhere(shop: Shop, item: dict[str, Any], order: dict[str, Any]) -> None:
    """Pay an order in a browser that then is closed before it says so."""
    number, amount, currency = order["orderId"], order["amount"], item["currency"]
    if shop.version == "v2":
        method = "VIRTUAL_ACCOUNT" if item["account"] else "CARD"
        request = {"paymentId": number, "totalAmount": amount, "currency": currency, "payMethod": method}
        shop.fake.paid("v2", {"call": "requestPayment", "request": request})
    else:
        method = "vbank" if item["account"] else "card"
        request = {"merchant_uid": number, "amount": amount, "currency": currency, "pay_method": method}
        shop.fake.paid("v1", {"call": "request_pay", "request": request})


def _billing(shop: Shop, item: dict[str, Any]) -> Iterator[Scene]:
    shop.fake.schedules.clear()
    state, words, order = shop.pay(item, "pays")
    yield "paid", state == "paid" and len(shop.fake.schedules) == 1, f"{state} {words} {len(shop.fake.schedules)}"
    for _ in range(2):
        for number, paid_as in shop.fake.came_due(shop.version):
            answers = [shop.webhook(number, paid_as).json()["status"] for _ in range(2)]
            right = answers == ["paid", "paid"] and len(shop.fake.schedules) == 1
            yield "scheduled", right, f"{answers} {len(shop.fake.schedules)}"
    keys = len(shop.fake.keys)
    answer = shop.post("/subscription/stop", {"orderId": order}).json()
    right = answer["status"] == "stopped" and not shop.fake.schedules and len(shop.fake.keys) == keys - 1
    yield "stopped", right, f"{answer} {len(shop.fake.schedules)}"
    if item["kind"] == "card_billing":
        return
    yield _is("failed", shop.pay(item, "closes"), "closed")
    if item["kind"] == "billing":
        forged = shop.ordered(item["id"])["orderId"]
        answer = shop.post("/payment/complete", {"orderId": forged, "billingKey": "billing-key-none"}).json()
        yield "tampered", answer["status"] == "not_registered", str(answer)
    else:
        yield _is("wrong", shop.pay(item, "tampers"), "tampered")
    if item["returns"]:
        yield _is("paid", shop.pay(item, "pays", phone=True), "phone")
