import os
from collections.abc import Mapping

from portone_server_sdk.webhook import verify

SECRET = os.environ["PORTONE_WEBHOOK_SECRET"]


def order_of(
    body: bytes, headers: Mapping[str, str]
) -> str | None:
    """서명이 맞는 웹훅의 주문 번호. 결제가 아니면 None.

    서명은 받은 그대로의 본문에서만 맞습니다. 틀리거나
    5분이 지났으면 WebhookVerificationError가 납니다.
    """
    said = verify(SECRET, body.decode(), headers)
    data = getattr(said, "data", None)
    return getattr(data, "payment_id", None)
