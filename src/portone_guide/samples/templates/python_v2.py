"""Server samples in Python for PortOne V2, with its own SDK."""

PYTHON_V2: dict[str, str] = {
    "v2_verify": """\
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
""",
    "v2_charge": """\
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
        CHARGE
    )
    payment = payments.get_payment(payment_id=payment_id)
    return (
        isinstance(payment, PaidPayment)
        and payment.amount.total == amount
    )
""",
    "v2_verify_identity": """\
# pip install portone-server-sdk
import os

from portone_server_sdk import IdentityVerificationClient
from portone_server_sdk.identity_verification import (
    VerifiedIdentityVerification,
)

verifications = IdentityVerificationClient(
    secret=os.environ["PORTONE_API_SECRET"],
)


def verified_name(verification_id: str) -> str | None:
    found = verifications.get_identity_verification(
        identity_verification_id=verification_id,
    )
    if not isinstance(found, VerifiedIdentityVerification):
        return None
    return found.verified_customer.name
""",
    "v2_api_billing": """\
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
        EXTRA
    )
    return issued.billing_key_info.billing_key
""",
    "v2_api_key_in": """\
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
        EXTRA
    )
    payment = payments.get_payment(payment_id=payment_id)
    return (
        isinstance(payment, PaidPayment)
        and payment.amount.total == amount
    )
""",
}
