def issue(
    card: dict[str, str],
    customer_uid: str,
    channel_key: str,
) -> str:
    """카드로 빌링키를 발급합니다.

    카드 정보는 저장하거나 기록하지 마세요.
    """
    number = "-".join(wrap(card["number"], 4))
    year, month = card["expiryYear"], card["expiryMonth"]
    call(
        "POST",
        f"/subscribe/customers/{customer_uid}",
        {
            "channel_key": channel_key,
            "card_number": number,
            "expiry": f"20{year}-{month}",
            "birth": card["birth"],
            "pwd_2digit": card["password"],
            "customer_name": "홍길동",
            "customer_tel": "010-1234-5678",
            "customer_email": "buyer@example.com",
            # {% for item in extra | members %}
            **fill(item | indent(12)),
            # {% endfor %}
        },
    )
    return customer_uid
