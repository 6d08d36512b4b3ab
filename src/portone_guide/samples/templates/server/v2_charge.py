from datetime import datetime

# {% if call == "v2_api_billing" %}
from portone import payments
# {% else %}
from portone import CHANNEL_TYPE, payments
# {% endif %}
from portone_server_sdk.common import (
    # {% if call == "v2_api_billing" %}
    CardCredential,
    # {% endif %}
    CustomerInput,
    CustomerNameInput,
    PaymentAmountInput,
)
from portone_server_sdk.payment.billing_key import (
    # {% if call == "v2_api_billing" %}
    InstantBillingKeyPaymentMethodInput,
    InstantBillingKeyPaymentMethodInputCard,
    # {% else %}
    IssuedBillingKeyInfo,
    # {% endif %}
)
from portone_server_sdk.payment.payment_schedule import (
    BillingKeyPaymentScheduleInput,
)


# {% if call == "v2_api_billing" %}
# {% include "server/v2_credential.py" %}


# {% include "server/v2_card_key.py" %}
# {% else %}
# {% include "server/v2_window_key.py" %}
# {% endif %}


def buyer(customer_id: str) -> CustomerInput:
    """우리 회원의 것으로 바꾸세요."""
    return CustomerInput(
        id=customer_id,
        name=CustomerNameInput(full="홍길동"),
        phone_number="010-1234-5678",
        email="buyer@example.com",
    )


def charge(
    order_id: str,
    billing_key: str,
    customer_id: str,
    order_name: str,
    amount: int,
    currency: str,
) -> str:
    """지금 청구하고, 결제 번호를 돌려줍니다.

    같은 주문 번호로 다시 해도 두 번 결제되지 않습니다.
    """
    payments.pay_with_billing_key(
        payment_id=order_id,
        billing_key=billing_key,
        order_name=order_name,
        amount=PaymentAmountInput(total=amount),
        currency=currency,
        customer=buyer(customer_id),
        # {% for item in charge | keywords %}
        **fill(item | indent(8)),
        # {% endfor %}
    )
    return order_id


def schedule(
    order_id: str,
    billing_key: str,
    customer_id: str,
    order_name: str,
    amount: int,
    currency: str,
    when: datetime,
) -> None:
    """그때 청구하도록 예약합니다. 결과는 웹훅으로."""
    payments.payment_schedule.create_payment_schedule(
        payment_id=order_id,
        payment=BillingKeyPaymentScheduleInput(
            billing_key=billing_key,
            order_name=order_name,
            amount=PaymentAmountInput(total=amount),
            currency=currency,
            customer=buyer(customer_id),
            # {% for item in charge | keywords %}
            **fill(item | indent(12)),
            # {% endfor %}
        ),
        time_to_pay=when.isoformat(),
    )


def stop(billing_key: str) -> None:
    """예약을 모두 취소하고 빌링키를 지웁니다."""
    payments.payment_schedule.revoke_payment_schedules(
        billing_key=billing_key,
    )
    payments.billing_key.delete_billing_key(
        billing_key=billing_key,
    )
