def is_issued(
    billing_key: str, order_id: str, channel_key: str
) -> bool:
    """브라우저가 보낸 빌링키가 이 주문의 것인지."""
    found = payments.billing_key.get_billing_key_info(
        billing_key=billing_key,
    )
    return (
        isinstance(found, IssuedBillingKeyInfo)
        # {% if extra.issueId is defined %}
        and found.issue_id == order_id
        # {% endif %}
        and any(
            channel.key in (None, channel_key)
            and channel.type == CHANNEL_TYPE
            for channel in found.channels
        )
    )
