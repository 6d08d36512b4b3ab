# {% include "server/v1_client.py" %}


def issue(customer_uid: str, card: dict) -> None:
    # 카드 정보는 저장하거나 기록하지 마세요
    call(
        "POST",
        f"/subscribe/customers/{customer_uid}",
        {
            "channel_key": "channel-key-00000000",
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
