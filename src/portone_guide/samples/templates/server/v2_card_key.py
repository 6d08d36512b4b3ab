def issue(
    card: dict[str, str],
    customer_id: str,
    channel_key: str,
) -> str:
    """카드로 빌링키를 발급합니다.

    카드 정보는 저장하거나 기록하지 마세요.
    """
    issued = payments.billing_key.issue_billing_key(
        channel_key=channel_key,
        method=InstantBillingKeyPaymentMethodInput(
            card=InstantBillingKeyPaymentMethodInputCard(
                credential=credential(card),
            ),
        ),
        customer=buyer(customer_id),
        # {% for item in extra | keywords %}
        **fill(item | indent(8)),
        # {% endfor %}
    )
    return issued.billing_key_info.billing_key
