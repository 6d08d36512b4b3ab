"""화면과 주소. 결제가 가는 길은 checkout.py에 있습니다."""

import hmac
import os
from pathlib import Path
from typing import Annotated

import checkout
import orders
import webhook
from fastapi import FastAPI, Header, HTTPException, Request
from fastapi.responses import FileResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from portone import PortOneError
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

# {% if portone == "v2" %}
from portone_server_sdk.webhook import WebhookVerificationError

# {% endif %}

PUBLIC = Path(__file__).with_name("public")
ADMIN_TOKEN = os.environ.get("ADMIN_TOKEN", "")
app = FastAPI()


class Wanted(BaseModel):
    item: str


class Done(BaseModel):
    orderId: str  # noqa: N815
    impUid: str = ""  # noqa: N815
    billingKey: str = ""  # noqa: N815


class Card(BaseModel):
    orderId: str  # noqa: N815
    card: dict[str, str]


class Cancelled(BaseModel):
    orderId: str  # noqa: N815
    reason: str = "고객 요청"


def kept(order_id: str) -> orders.Order:
    """우리 주문. 없으면 404."""
    order = orders.ORDERS.get(order_id)
    if order is None:
        raise HTTPException(404)
    return order


@app.exception_handler(PortOneError)
def refused(request: Request, error: Exception) -> JSONResponse:
    """포트원이 답하지 못한 것: 결제되었다고 보지 않습니다."""
    return JSONResponse({"status": "unknown"}, 502)


@app.post("/orders")
def order(wanted: Wanted) -> dict[str, str | int]:
    """주문을 만듭니다: 금액은 서버가 정합니다."""
    if wanted.item not in orders.ITEMS:
        raise HTTPException(404)
    made = orders.new_order(orders.ITEMS[wanted.item])
    return orders.for_browser(made)


@app.post("/payment/complete")
def complete(done: Done) -> checkout.Reply:
    """결제창이 끝났다고 브라우저가 말할 때."""
    order = kept(done.orderId)
    return checkout.complete(order, done.impUid, done.billingKey)


@app.get("/payment/return/{order_id}")
def returned(order_id: str) -> FileResponse:
    """휴대폰이 결제창에서 돌아오는 곳."""
    return FileResponse(PUBLIC / "return.html")


# {% if "card_billing" in kinds or "key_in" in kinds %}
@app.post("/payment/card")
def by_card(typed: Card) -> checkout.Reply:
    """카드 번호를 받습니다: 기록에 남기지 마세요."""
    order = kept(typed.orderId)
    if order.item["kind"] not in {"card_billing", "key_in"}:
        raise HTTPException(400)
    return checkout.by_card(order, typed.card)


# {% endif %}
# {% if charged %}
@app.post("/subscription/stop")
def stop(done: Done) -> checkout.Reply:
    """정기결제를 그만둡니다: 로그인한 사람의 것인지 확인하세요."""
    return checkout.stop(kept(done.orderId))


# {% endif %}
@app.post("/webhook")
async def receive(request: Request) -> checkout.Reply:
    """포트원이 알릴 때: 본문은 받은 그대로 확인합니다."""
    body = await request.body()
    # {% if portone == "v2" %}
    try:
        order_id = webhook.order_of(body, request.headers)
    except (WebhookVerificationError, ValueError):
        raise HTTPException(400) from None
    payment_no = order_id or ""
    # {% else %}
    try:
        order_id, payment_no = webhook.order_of(body)
    except (KeyError, TypeError, ValueError):
        raise HTTPException(400) from None
    # {% endif %}
    order = orders.ORDERS.get(order_id or "")
    if order is None:
        return {"status": "ignored"}
    return await run_in_threadpool(
        checkout.settle, order, payment_no
    )


@app.post("/admin/cancel")
def cancel(
    wanted: Cancelled,
    authorization: Annotated[str, Header()] = "",
) -> checkout.Reply:
    """전액 취소: ADMIN_TOKEN을 아는 가게만."""
    right = f"Bearer {ADMIN_TOKEN}".encode()
    given = authorization.encode()
    if not ADMIN_TOKEN or not hmac.compare_digest(given, right):
        raise HTTPException(403)
    return checkout.cancel(kept(wanted.orderId), wanted.reason)


app.mount("/", StaticFiles(directory=PUBLIC, html=True))
