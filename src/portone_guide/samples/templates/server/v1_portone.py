# pip install httpx
import os
from typing import Any

import httpx

API = "https://api.iamport.kr"
# 테스트는 TEST, 실제로 열 때는 LIVE
CHANNEL_TYPE = os.environ["PORTONE_CHANNEL_TYPE"]
IS_TEST = CHANNEL_TYPE == "TEST"


class PortOneError(Exception):
    """포트원이 거절한 요청."""


def _token() -> str:
    reply = httpx.post(
        f"{API}/users/getToken",
        json={
            "imp_key": os.environ["PORTONE_V1_KEY"],
            "imp_secret": os.environ["PORTONE_V1_SECRET"],
        },
        timeout=30,
    )
    reply.raise_for_status()
    token: str = reply.json()["response"]["access_token"]
    return token


def call(method: str, path: str, body: Any = None) -> Any:
    """API를 부르고 response를 돌려줍니다."""
    reply = httpx.request(
        method,
        API + path,
        json=body,
        headers={"Authorization": f"Bearer {_token()}"},
        timeout=60,
    )
    answer = reply.json()
    if reply.is_error or answer["code"] != 0:
        raise PortOneError(answer.get("message"))
    return answer["response"]
