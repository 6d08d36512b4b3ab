from portone import payments
from portone_server_sdk.common import (
    CardCredential,
    CustomerInput,
    CustomerNameInput,
    PaymentAmountInput,
)
from portone_server_sdk.payment import (
    InstantPaymentMethodInput,
    InstantPaymentMethodInputCard,
)


# {% include "server/v2_credential.py" %}


def pay(
    order_id: str,
    card: dict[str, str],
    order_name: str,
    amount: int,
    currency: str,
    channel_key: str,
) -> str:
    """카드 번호로 결제하고, 결제 번호를 돌려줍니다.

    카드 정보는 저장하거나 기록하지 마세요.
    """
    payments.pay_instantly(
        payment_id=order_id,
        channel_key=channel_key,
        order_name=order_name,
        amount=PaymentAmountInput(total=amount),
        currency=currency,
        method=InstantPaymentMethodInput(
            card=InstantPaymentMethodInputCard(
                credential=credential(card),
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
    return order_id
