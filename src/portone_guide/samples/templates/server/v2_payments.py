from typing import NamedTuple

from portone import CHANNEL_TYPE, payments
from portone_server_sdk.payment import (
    CancelledPayment,
    PaidPayment,
    PaymentMethodVirtualAccount,
    VirtualAccountIssuedPayment,
)


class Seen(NamedTuple):
    """포트원이 말하는 결제. account는 가상계좌."""

    status: str
    account: str = ""


def check(
    order_id: str,
    amount: int,
    currency: str,
    channel_key: str,
) -> Seen:
    """넘기는 값은 모두 우리 주문의 것: 다르면 wrong."""
    payment = payments.get_payment(payment_id=order_id)
    if isinstance(payment, CancelledPayment):
        return Seen("cancelled")
    if not isinstance(
        payment, PaidPayment | VirtualAccountIssuedPayment
    ):
        return Seen("not_paid")
    if (
        payment.amount.total != amount
        or payment.currency != currency
        or payment.channel.key not in (None, channel_key)
        or payment.channel.type != CHANNEL_TYPE
    ):
        return Seen("wrong")
    if isinstance(payment, PaidPayment):
        return Seen("paid")
    method = payment.method
    if not isinstance(method, PaymentMethodVirtualAccount):
        return Seen("account_issued")
    account = f"{method.bank} {method.account_number}"
    return Seen("account_issued", account)


def cancel(order_id: str, reason: str) -> None:
    """전액 취소. 가상계좌는 refund_account도 넘기세요."""
    payments.cancel_payment(
        payment_id=order_id,
        reason=reason,
    )
