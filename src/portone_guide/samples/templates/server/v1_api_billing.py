# {% include "server/v1_client.py" %}


def issue(customer_uid: str, card: dict) -> None:
    # 카드 정보는 저장하거나 기록하지 마세요
    call(
        "POST",
        f"/subscribe/customers/{customer_uid}",
        {
            "pg": "**fill(v1_code or 'PG코드').상점아이디",
            "card_number": card["number"],
            "expiry": card["expiry"],  # YYYY-MM
            "birth": card["birth"],  # YYMMDD
            "pwd_2digit": card["pwd_2digit"],
            "customer_name": "홍길동",
            "customer_tel": "010-1234-5678",
            "customer_email": "buyer@example.com",
            # {% for item in extra | members %}
            **fill(item | indent(12)),
            # {% endfor %}
        },
    )


# {% include "server/v1_charge.py" %}
