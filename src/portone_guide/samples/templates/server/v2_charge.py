# pip install portone-server-sdk
import os

from portone_server_sdk import PaymentClient
from portone_server_sdk.common import (
    CustomerInput,
    CustomerNameInput,
    PaymentAmountInput,
)
from portone_server_sdk.payment import PaidPayment

payments = PaymentClient(
    secret=os.environ["PORTONE_API_SECRET"],
)


def charge(
    payment_id: str,
    billing_key: str,
    customer_id: str,
    amount: int,
    currency: str = "KRW",
) -> bool:
    # 같은 payment_id로 다시 하면 두 번 결제되지 않습니다
    payments.pay_with_billing_key(
        payment_id=payment_id,
        billing_key=billing_key,
        order_name="정기결제 상품 이름",
        amount=PaymentAmountInput(total=amount),
        currency=currency,
        customer=CustomerInput(
            id=customer_id,
            name=CustomerNameInput(full="홍길동"),
            phone_number="010-1234-5678",
            email="buyer@example.com",
        ),
        # {% for item in charge | keywords %}
        **fill(item | indent(8)),
        # {% endfor %}
    )
    payment = payments.get_payment(payment_id=payment_id)
    return (
        isinstance(payment, PaidPayment)
        and payment.amount.total == amount
    )
