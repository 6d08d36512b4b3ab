from datetime import datetime
# {% if call == "v1_api_billing" %}
from textwrap import wrap
# {% endif %}
from typing import Any

# {% if call == "v1_api_billing" %}
from portone import call
# {% else %}
from portone import IS_TEST, call
# {% endif %}

BUYER = {  # 우리 회원의 것으로 바꾸세요
    "buyer_name": "홍길동",
    "buyer_tel": "010-1234-5678",
    "buyer_email": "buyer@example.com",
}


# {% if call == "v1_api_billing" %}
# {% include "server/v1_card_key.py" %}
# {% else %}
# {% include "server/v1_window_key.py" %}
# {% endif %}


def charge(
    order_id: str,
    customer_uid: str,
    order_name: str,
    amount: int,
    currency: str,
) -> str:
    """지금 청구하고, 결제 번호(imp_uid)를 돌려줍니다.

    주문 번호(merchant_uid)는 결제마다 새로 만드세요.
    """
    payment = call(
        "POST",
        "/subscribe/payments/again",
        {
            "customer_uid": customer_uid,
            "merchant_uid": order_id,
            "name": order_name,
            "amount": amount,
            "currency": currency,
            **BUYER,
            # {% for item in charge | members %}
            **fill(item | indent(12)),
            # {% endfor %}
        },
    )
    imp_uid: str = payment["imp_uid"]
    return imp_uid


def schedule(
    order_id: str,
    customer_uid: str,
    order_name: str,
    amount: int,
    currency: str,
    when: datetime,
) -> None:
    """그때 청구하도록 예약합니다. 결과는 웹훅으로."""
    planned: dict[str, Any] = {
        "merchant_uid": order_id,
        "schedule_at": int(when.timestamp()),
        "name": order_name,
        "amount": amount,
        "currency": currency,
        **BUYER,
        # {% for item in charge | members %}
        **fill(item | indent(8)),
        # {% endfor %}
    }
    call(
        "POST",
        "/subscribe/payments/schedule",
        {
            "customer_uid": customer_uid,
            "schedules": [planned],
        },
    )


def stop(customer_uid: str) -> None:
    """예약을 모두 취소하고 빌링키를 지웁니다."""
    call(
        "POST",
        "/subscribe/payments/unschedule",
        {"customer_uid": customer_uid},
    )
    call("DELETE", f"/subscribe/customers/{customer_uid}")
