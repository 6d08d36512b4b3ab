# pip install portone-server-sdk
import os

from portone_server_sdk import PaymentClient
from portone_server_sdk.payment import PaidPayment

payments = PaymentClient(
    secret=os.environ["PORTONE_API_SECRET"],
)


def is_paid(
    payment_id: str, amount: int, currency: str = "KRW"
) -> bool:
    # amount: 브라우저가 아니라 우리 주문에 적힌 금액
    payment = payments.get_payment(payment_id=payment_id)
    return (
        isinstance(payment, PaidPayment)
        and payment.amount.total == amount
        and payment.currency == currency
        # 실제로 열 때는 "LIVE"와 비교하세요
        and payment.channel.type == "TEST"
    )
