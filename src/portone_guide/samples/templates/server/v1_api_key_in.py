# {% include "server/v1_client.py" %}


def pay(order_id: str, amount: int, card: dict) -> bool:
    # 카드 정보는 저장하거나 기록하지 마세요
    payment = call(
        "POST",
        "/subscribe/payments/onetime",
        {
            "pg": "**fill(v1_code or 'PG코드').상점아이디",
            "merchant_uid": order_id,
            "amount": amount,
            "name": "주문 상품 이름",
            "card_number": card["number"],
            "expiry": card["expiry"],  # YYYY-MM
            "birth": card["birth"],  # YYMMDD
            "pwd_2digit": card["pwd_2digit"],
            "buyer_name": "홍길동",
            "buyer_tel": "010-1234-5678",
            "buyer_email": "buyer@example.com",
            # {% for item in extra | members %}
            **fill(item | indent(12)),
            # {% endfor %}
        },
    )
    return payment["status"] == "paid"
