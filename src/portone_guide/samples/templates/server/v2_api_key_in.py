# pip install portone-server-sdk
import os

from portone_server_sdk import PaymentClient
from portone_server_sdk.common import (
    CardCredential,
    CustomerInput,
    CustomerNameInput,
    PaymentAmountInput,
)
from portone_server_sdk.payment import (
    InstantPaymentMethodInput,
    InstantPaymentMethodInputCard,
    PaidPayment,
)

payments = PaymentClient(
    secret=os.environ["PORTONE_API_SECRET"],
)


def pay(
    payment_id: str, card: CardCredential, amount: int
) -> bool:
    # 카드 정보는 저장하거나 기록하지 마세요
    payments.pay_instantly(
        payment_id=payment_id,
        channel_key="channel-key-00000000",
        order_name="주문 상품 이름",
        amount=PaymentAmountInput(total=amount),
        currency="KRW",
        method=InstantPaymentMethodInput(
            card=InstantPaymentMethodInputCard(
                credential=card,
            ),
        ),
        customer=CustomerInput(
            name=CustomerNameInput(full="홍길동"),
            phone_number="010-1234-5678",
            email="buyer@example.com",
        ),
        # {% for item in extra | keywords %}
        **fill(item | indent(8)),
        # {% endfor %}
    )
    payment = payments.get_payment(payment_id=payment_id)
    return (
        isinstance(payment, PaidPayment)
        and payment.amount.total == amount
    )
