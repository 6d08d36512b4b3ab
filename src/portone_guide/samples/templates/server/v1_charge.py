def charge(
    customer_uid: str, order_id: str, amount: int
) -> bool:
    # {% if call != "v1_api_billing" %}
    # order_id(merchant_uid)는 결제마다 새로 만드세요
    # {% endif %}
    payment = call(
        "POST",
        "/subscribe/payments/again",
        {
            "customer_uid": customer_uid,
            "merchant_uid": order_id,
            "amount": amount,
            "name": "정기결제 상품 이름",
            "buyer_name": "홍길동",
            "buyer_tel": "010-1234-5678",
            "buyer_email": "buyer@example.com",
            # {% for item in charge | members %}
            **fill(item | indent(12)),
            # {% endfor %}
        },
    )
    return payment["status"] == "paid"
