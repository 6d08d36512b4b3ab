"""Server samples in Python for PortOne V1, which has no SDK for servers, over its REST API."""

_V1_TOKEN_PY = """\
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
"""

PYTHON_V1: dict[str, str] = {
    "v1_verify": _V1_TOKEN_PY
    + """

def is_paid(
    imp_uid: str, merchant_uid: str, amount: int
) -> bool:
    # amount: 브라우저가 아니라 우리 주문에 적힌 금액
    # 테스트 결제까지 조회: 실제로 열 때는 빼세요
    path = f"/payments/{imp_uid}?include_sandbox=true"
    payment = call("GET", path)
    return (
        payment["status"] == "paid"
        and payment["merchant_uid"] == merchant_uid
        and payment["amount"] == amount
    )
""",
    "v1_charge": """\
def charge(
    customer_uid: str, order_id: str, amount: int
) -> bool:
    # order_id(merchant_uid)는 결제마다 새로 만드세요
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
            CHARGE {name}
        },
    )
    return payment["status"] == "paid"
""",
    "v1_verify_identity": _V1_TOKEN_PY
    + """

def verified_name(imp_uid: str) -> str | None:
    found = call("GET", f"/certifications/{imp_uid}")
    return found["name"] if found["certified"] else None
""",
    "v1_api_billing": _V1_TOKEN_PY
    + """

def issue(customer_uid: str, card: dict) -> None:
    # 카드 정보는 저장하거나 기록하지 마세요
    call(
        "POST",
        f"/subscribe/customers/{customer_uid}",
        {
            "pg": "V1_CODE.상점아이디",
            "card_number": card["number"],
            "expiry": card["expiry"],  # YYYY-MM
            "birth": card["birth"],  # YYMMDD
            "pwd_2digit": card["pwd_2digit"],
            "customer_name": "홍길동",
            "customer_tel": "010-1234-5678",
            "customer_email": "buyer@example.com",
            EXTRA {name}
        },
    )


def charge(
    customer_uid: str, order_id: str, amount: int
) -> bool:
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
            CHARGE {name}
        },
    )
    return payment["status"] == "paid"
""",
    "v1_api_key_in": _V1_TOKEN_PY
    + """

def pay(order_id: str, amount: int, card: dict) -> bool:
    # 카드 정보는 저장하거나 기록하지 마세요
    payment = call(
        "POST",
        "/subscribe/payments/onetime",
        {
            "pg": "V1_CODE.상점아이디",
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
            EXTRA {name}
        },
    )
    return payment["status"] == "paid"
""",
}
