import os

import requests

API = "https://api.iamport.kr"


def token() -> str:
    reply = requests.post(
        f"{API}/users/getToken",
        json={
            "imp_key": os.environ["PORTONE_V1_KEY"],
            "imp_secret": os.environ["PORTONE_V1_SECRET"],
        },
        timeout=30,
    )
    reply.raise_for_status()
    return reply.json()["response"]["access_token"]


def call(method: str, path: str, body=None) -> dict:
    reply = requests.request(
        method,
        API + path,
        json=body,
        headers={"Authorization": token()},
        timeout=60,
    )
    reply.raise_for_status()
    answer = reply.json()
    if answer["code"] != 0:
        raise RuntimeError(answer["message"])
    return answer["response"]
