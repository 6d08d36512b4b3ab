# pip install portone-server-sdk
import os

from portone_server_sdk import PaymentClient
from portone_server_sdk.common import (
    CardCredential,
    CustomerInput,
    CustomerNameInput,
)
from portone_server_sdk.payment.billing_key import (
    InstantBillingKeyPaymentMethodInput,
    InstantBillingKeyPaymentMethodInputCard,
)

payments = PaymentClient(
    secret=os.environ["PORTONE_API_SECRET"],
)


def issue(card: CardCredential, customer_id: str) -> str:
    # 카드 정보는 저장하거나 기록하지 마세요
    issued = payments.billing_key.issue_billing_key(
        channel_key="channel-key-00000000",
        method=InstantBillingKeyPaymentMethodInput(
            card=InstantBillingKeyPaymentMethodInputCard(
                credential=card,
            ),
        ),
        customer=CustomerInput(
            id=customer_id,
            name=CustomerNameInput(full="홍길동"),
            phone_number="010-1234-5678",
            email="buyer@example.com",
        ),
        # {% for item in extra | keywords %}
        **fill(item | indent(8)),
        # {% endfor %}
    )
    return issued.billing_key_info.billing_key
