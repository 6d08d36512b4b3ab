from textwrap import wrap

from portone import call


def pay(
    order_id: str,
    card: dict[str, str],
    order_name: str,
    amount: int,
    currency: str,
    pg: str,
) -> str:
    """카드 번호로 결제하고 imp_uid를 돌려줍니다.

    pg: "**fill(v1_code or 'PG코드').상점아이디"
    카드 정보는 저장하거나 기록하지 마세요.
    """
    number = "-".join(wrap(card["number"], 4))
    year, month = card["expiryYear"], card["expiryMonth"]
    payment = call(
        "POST",
        "/subscribe/payments/onetime",
        {
            "pg": pg,
            "merchant_uid": order_id,
            "name": order_name,
            "amount": amount,
            "currency": currency,
            "card_number": number,
            "expiry": f"20{year}-{month}",
            "birth": card["birth"],
            "pwd_2digit": card["password"],
            "buyer_name": "홍길동",
            "buyer_tel": "010-1234-5678",
            "buyer_email": "buyer@example.com",
            # {% for item in extra | members %}
            **fill(item | indent(12)),
            # {% endfor %}
        },
    )
    imp_uid: str = payment["imp_uid"]
    return imp_uid
