from typing import NamedTuple
from urllib.parse import quote

from portone import IS_TEST, call


class Seen(NamedTuple):
    """포트원이 말하는 결제. account는 가상계좌."""

    status: str
    account: str = ""


def check(
    imp_uid: str,
    order_id: str,
    amount: int,
    currency: str,
) -> Seen:
    """imp_uid 밖의 값은 우리 주문의 것: 다르면 wrong."""
    path = f"/payments/{quote(imp_uid, safe='')}"
    if IS_TEST:  # 테스트 결제는 이렇게만 조회됩니다
        path += "?include_sandbox=true"
    payment = call("GET", path)
    if (
        payment["merchant_uid"] != order_id
        or payment["amount"] != amount
        or payment.get("currency", "KRW") != currency
        or payment.get("sandbox", False) != IS_TEST
    ):
        return Seen("wrong")
    if payment["status"] == "cancelled":
        return Seen("cancelled")
    if payment["status"] == "paid":
        return Seen("paid")
    number = payment.get("vbank_num")
    if payment["status"] == "ready" and number:
        bank = payment.get("vbank_name") or ""
        return Seen("account_issued", f"{bank} {number}")
    return Seen("not_paid")


def cancel(imp_uid: str, reason: str, amount: int) -> None:
    """전액 취소. 가상계좌는 refund_holder 등도 넘기세요.

    checksum은 남은 금액: 다르면 포트원이 거절합니다.
    """
    call(
        "POST",
        "/payments/cancel",
        {
            "imp_uid": imp_uid,
            "reason": reason,
            "checksum": amount,
        },
    )
