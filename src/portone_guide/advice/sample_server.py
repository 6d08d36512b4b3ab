"""Server code: check what the browser says was paid, charge a billing key, or take a card number."""

from typing import Any

from portone_guide.advice.code_text import javascript, merged, nested, python
from portone_guide.rules.sample_models import CodeSample, SampleCall

_BILLING: tuple[SampleCall, ...] = ("v2_issue_billing_key", "v2_load_billing_ui")


def server_code(row: CodeSample, method: str, *, language: str) -> str:
    """Return a server source file (``python`` or ``js``) that belongs to a call."""
    texts = _PYTHON if language == "python" else _JAVASCRIPT
    if row.call in {"v1_api_billing", "v1_api_key_in", "v2_api_billing", "v2_api_key_in"}:
        extra = merged(nested(row.params), nested(row.method_params.get(method, {})))
        return _with_extra(texts[row.call], extra, language)
    if row.call in _BILLING:
        return texts["v2_charge"]
    if row.call == "v1_request_billing":
        return texts["v1_verify"] + "\n\n" + texts["v1_charge"]
    if row.call == "v2_identity":
        return texts["v2_verify_identity"]
    if row.call == "v1_certification":
        return texts["v1_verify_identity"]
    return texts["v1_verify" if row.portone == "v1" else "v2_verify"]


def _with_extra(text: str, extra: dict[str, Any], language: str) -> str:
    """Put a module's own parameters where the text says EXTRA, one a line, in its indentation."""
    lines = []
    for line in text.split("\n"):
        if "EXTRA" not in line:
            lines.append(line)
            continue
        space = line[: len(line) - len(line.lstrip())]
        for name, value in extra.items():
            if language == "js":
                written = f"{name}: {javascript(value, len(space) // 2)},"
            elif "{name}" in line:
                written = f'"{name}": {python(value, len(space) // 4)},'
            else:
                written = f"{name}={python(value, len(space) // 4)},"
            lines.append(space + written)
    return "\n".join(lines)


_V1_TOKEN_PY = """\
import os

import requests

API = "https://api.iamport.kr"


def token() -> str:
    reply = requests.post(
        f"{API}/users/getToken",
        json={
            "imp_key": os.environ["PORTONE_V1_API_KEY"],
            "imp_secret": os.environ["PORTONE_V1_API_SECRET"],
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
_V1_TOKEN_JS = """\
const API = "https://api.iamport.kr";

async function token() {
  const reply = await fetch(`${API}/users/getToken`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      imp_key: process.env.PORTONE_V1_API_KEY,
      imp_secret: process.env.PORTONE_V1_API_SECRET,
    }),
  });
  const { response } = await reply.json();
  return response.access_token;
}

async function call(method, path, body) {
  const reply = await fetch(API + path, {
    method,
    headers: {
      Authorization: await token(),
      "Content-Type": "application/json",
    },
    body: body && JSON.stringify(body),
  });
  const { code, message, response } = await reply.json();
  if (code !== 0) throw new Error(message);
  return response;
}
"""
_V2_CALL_JS = """\
const API = "https://api.portone.io";

async function call(method, path, body) {
  const reply = await fetch(API + path, {
    method,
    headers: {
      Authorization: `PortOne ${process.env.PORTONE_API_SECRET}`,
      "Content-Type": "application/json",
    },
    body: body && JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(await reply.text());
  return reply.json();
}
"""

_PYTHON: dict[str, str] = {
    "v2_verify": """\
# pip install portone-server-sdk
import os

from portone_server_sdk import PaymentClient
from portone_server_sdk.payment import PaidPayment

payments = PaymentClient(
    secret=os.environ["PORTONE_API_SECRET"],
)


def is_paid(
    payment_id: str, amount: int, currency: str = "KRW"
) -> bool:
    # amount: 우리 주문에 적힌 금액 (브라우저가 보낸 값이 아님)
    payment = payments.get_payment(payment_id=payment_id)
    return (
        isinstance(payment, PaidPayment)
        and payment.amount.total == amount
        and payment.currency == currency
        # 실제로 열 때는 "LIVE"와 비교하세요
        and payment.channel.type == "TEST"
    )
""",
    "v2_charge": """\
# pip install portone-server-sdk
import os

from portone_server_sdk import PaymentClient
from portone_server_sdk.common import PaymentAmountInput
from portone_server_sdk.payment import PaidPayment

payments = PaymentClient(
    secret=os.environ["PORTONE_API_SECRET"],
)


def charge(
    payment_id: str,
    billing_key: str,
    amount: int,
    currency: str = "KRW",
) -> bool:
    # 다시 시도할 때 같은 payment_id를 쓰면 두 번 결제되지 않습니다
    payments.pay_with_billing_key(
        payment_id=payment_id,
        billing_key=billing_key,
        order_name="정기결제 상품 이름",
        amount=PaymentAmountInput(total=amount),
        currency=currency,
    )
    payment = payments.get_payment(payment_id=payment_id)
    return (
        isinstance(payment, PaidPayment)
        and payment.amount.total == amount
    )
""",
    "v2_verify_identity": """\
# pip install portone-server-sdk
import os

from portone_server_sdk import IdentityVerificationClient
from portone_server_sdk.identity_verification import (
    VerifiedIdentityVerification,
)

verifications = IdentityVerificationClient(
    secret=os.environ["PORTONE_API_SECRET"],
)


def verified_name(verification_id: str) -> str | None:
    found = verifications.get_identity_verification(
        identity_verification_id=verification_id,
    )
    if not isinstance(found, VerifiedIdentityVerification):
        return None
    return found.verified_customer.name
""",
    "v2_api_billing": """\
# pip install portone-server-sdk
import os

from portone_server_sdk import PaymentClient
from portone_server_sdk.common import (
    CardCredential,
    CustomerInput,
    CustomerNameInput,
)
from portone_server_sdk.payment.billing_key import (
    InstantBillingKeyPaymentMethodInput,
    InstantBillingKeyPaymentMethodInputCard,
)

payments = PaymentClient(
    secret=os.environ["PORTONE_API_SECRET"],
)


def issue(card: CardCredential, customer_id: str) -> str:
    # 카드 정보는 저장하거나 기록하지 마세요
    issued = payments.billing_key.issue_billing_key(
        channel_key="channel-key-00000000",
        method=InstantBillingKeyPaymentMethodInput(
            card=InstantBillingKeyPaymentMethodInputCard(
                credential=card,
            ),
        ),
        customer=CustomerInput(
            id=customer_id,
            name=CustomerNameInput(full="홍길동"),
            phone_number="010-1234-5678",
            email="buyer@example.com",
        ),
        EXTRA
    )
    return issued.billing_key_info.billing_key
""",
    "v2_api_key_in": """\
# pip install portone-server-sdk
import os

from portone_server_sdk import PaymentClient
from portone_server_sdk.common import (
    CardCredential,
    CustomerInput,
    CustomerNameInput,
    PaymentAmountInput,
)
from portone_server_sdk.payment import (
    InstantPaymentMethodInput,
    InstantPaymentMethodInputCard,
    PaidPayment,
)

payments = PaymentClient(
    secret=os.environ["PORTONE_API_SECRET"],
)


def pay(
    payment_id: str, card: CardCredential, amount: int
) -> bool:
    # 카드 정보는 저장하거나 기록하지 마세요
    payments.pay_instantly(
        payment_id=payment_id,
        channel_key="channel-key-00000000",
        order_name="주문 상품 이름",
        amount=PaymentAmountInput(total=amount),
        currency="KRW",
        method=InstantPaymentMethodInput(
            card=InstantPaymentMethodInputCard(credential=card),
        ),
        customer=CustomerInput(
            name=CustomerNameInput(full="홍길동"),
            phone_number="010-1234-5678",
            email="buyer@example.com",
        ),
        EXTRA
    )
    payment = payments.get_payment(payment_id=payment_id)
    return (
        isinstance(payment, PaidPayment)
        and payment.amount.total == amount
    )
""",
    "v1_verify": _V1_TOKEN_PY
    + """

def is_paid(imp_uid: str, merchant_uid: str, amount: int) -> bool:
    # amount: 우리 주문에 적힌 금액 (브라우저가 보낸 값이 아님)
    payment = call("GET", f"/payments/{imp_uid}")
    return (
        payment["status"] == "paid"
        and payment["merchant_uid"] == merchant_uid
        and payment["amount"] == amount
    )
""",
    "v1_charge": """\
def charge(customer_uid: str, order_id: str, amount: int) -> bool:
    # order_id(merchant_uid)는 결제마다 새로 만드세요
    payment = call(
        "POST",
        "/subscribe/payments/again",
        {
            "customer_uid": customer_uid,
            "merchant_uid": order_id,
            "amount": amount,
            "name": "정기결제 상품 이름",
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
            EXTRA {name}
        },
    )


def charge(customer_uid: str, order_id: str, amount: int) -> bool:
    payment = call(
        "POST",
        "/subscribe/payments/again",
        {
            "customer_uid": customer_uid,
            "merchant_uid": order_id,
            "amount": amount,
            "name": "정기결제 상품 이름",
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
            EXTRA {name}
        },
    )
    return payment["status"] == "paid"
""",
}

_JAVASCRIPT: dict[str, str] = {
    "v2_verify": _V2_CALL_JS
    + """
// amount: 우리 주문에 적힌 금액 (브라우저가 보낸 값이 아님)
export async function isPaid(
  paymentId,
  amount,
  currency = "KRW",
) {
  const id = encodeURIComponent(paymentId);
  const payment = await call("GET", `/payments/${id}`);
  return (
    payment.status === "PAID" &&
    payment.amount.total === amount &&
    payment.currency === currency &&
    // 실제로 열 때는 "LIVE"와 비교하세요
    payment.channel.type === "TEST"
  );
}
""",
    "v2_charge": _V2_CALL_JS
    + """
// 다시 시도할 때 같은 paymentId를 쓰면 두 번 결제되지 않습니다
export async function charge(
  paymentId,
  billingKey,
  amount,
  currency = "KRW",
) {
  const path = `/payments/${encodeURIComponent(paymentId)}`;
  await call("POST", `${path}/billing-key`, {
    billingKey,
    orderName: "정기결제 상품 이름",
    amount: { total: amount },
    currency,
  });
  const payment = await call("GET", path);
  return (
    payment.status === "PAID" && payment.amount.total === amount
  );
}
""",
    "v2_verify_identity": _V2_CALL_JS
    + """
export async function verifiedName(verificationId) {
  const id = encodeURIComponent(verificationId);
  const found = await call("GET", `/identity-verifications/${id}`);
  return found.status === "VERIFIED"
    ? found.verifiedCustomer.name
    : null;
}
""",
    "v2_api_billing": _V2_CALL_JS
    + """
// 카드 정보는 저장하거나 기록하지 마세요
export async function issue(card, customerId) {
  const issued = await call("POST", "/billing-keys", {
    channelKey: "channel-key-00000000",
    method: { card: { credential: card } },
    customer: {
      id: customerId,
      name: { full: "홍길동" },
      phoneNumber: "010-1234-5678",
      email: "buyer@example.com",
    },
    EXTRA
  });
  return issued.billingKeyInfo.billingKey;
}
""",
    "v2_api_key_in": _V2_CALL_JS
    + """
// 카드 정보는 저장하거나 기록하지 마세요
export async function pay(paymentId, card, amount) {
  const path = `/payments/${encodeURIComponent(paymentId)}`;
  await call("POST", `${path}/instant`, {
    channelKey: "channel-key-00000000",
    orderName: "주문 상품 이름",
    amount: { total: amount },
    currency: "KRW",
    method: { card: { credential: card } },
    customer: {
      name: { full: "홍길동" },
      phoneNumber: "010-1234-5678",
      email: "buyer@example.com",
    },
    EXTRA
  });
  const payment = await call("GET", path);
  return (
    payment.status === "PAID" && payment.amount.total === amount
  );
}
""",
    "v1_verify": _V1_TOKEN_JS
    + """
// amount: 우리 주문에 적힌 금액 (브라우저가 보낸 값이 아님)
export async function isPaid(impUid, merchantUid, amount) {
  const payment = await call("GET", `/payments/${impUid}`);
  return (
    payment.status === "paid" &&
    payment.merchant_uid === merchantUid &&
    payment.amount === amount
  );
}
""",
    "v1_charge": """\
// orderId(merchant_uid)는 결제마다 새로 만드세요
export async function charge(customerUid, orderId, amount) {
  const payment = await call("POST", "/subscribe/payments/again", {
    customer_uid: customerUid,
    merchant_uid: orderId,
    amount,
    name: "정기결제 상품 이름",
  });
  return payment.status === "paid";
}
""",
    "v1_verify_identity": _V1_TOKEN_JS
    + """
export async function verifiedName(impUid) {
  const found = await call("GET", `/certifications/${impUid}`);
  return found.certified ? found.name : null;
}
""",
    "v1_api_billing": _V1_TOKEN_JS
    + """
// 카드 정보는 저장하거나 기록하지 마세요
export async function issue(customerUid, card) {
  await call("POST", `/subscribe/customers/${customerUid}`, {
    pg: "V1_CODE.상점아이디",
    card_number: card.number,
    expiry: card.expiry, // YYYY-MM
    birth: card.birth, // YYMMDD
    pwd_2digit: card.pwd2digit,
    EXTRA
  });
}

export async function charge(customerUid, orderId, amount) {
  const payment = await call("POST", "/subscribe/payments/again", {
    customer_uid: customerUid,
    merchant_uid: orderId,
    amount,
    name: "정기결제 상품 이름",
  });
  return payment.status === "paid";
}
""",
    "v1_api_key_in": _V1_TOKEN_JS
    + """
// 카드 정보는 저장하거나 기록하지 마세요
export async function pay(orderId, amount, card) {
  const payment = await call("POST", "/subscribe/payments/onetime", {
    pg: "V1_CODE.상점아이디",
    merchant_uid: orderId,
    amount,
    name: "주문 상품 이름",
    card_number: card.number,
    expiry: card.expiry, // YYYY-MM
    birth: card.birth, // YYMMDD
    pwd_2digit: card.pwd2digit,
    EXTRA
  });
  return payment.status === "paid";
}
""",
}
