"""Server samples in JavaScript (Node 18 and later), over PortOne's REST APIs."""

_V1_TOKEN_JS = """\
const API = "https://api.iamport.kr";

async function token() {
  const reply = await fetch(`${API}/users/getToken`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      imp_key: process.env.PORTONE_V1_KEY,
      imp_secret: process.env.PORTONE_V1_SECRET,
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
const SECRET = process.env.PORTONE_API_SECRET;

async function call(method, path, body) {
  const reply = await fetch(API + path, {
    method,
    headers: {
      Authorization: `PortOne ${SECRET}`,
      "Content-Type": "application/json",
    },
    body: body && JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(await reply.text());
  return reply.json();
}
"""


JAVASCRIPT: dict[str, str] = {
    "v2_verify": _V2_CALL_JS
    + """
// amount: 브라우저가 아니라 우리 주문에 적힌 금액
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
// 같은 paymentId로 다시 하면 두 번 결제되지 않습니다
export async function charge(
  paymentId,
  billingKey,
  customerId,
  amount,
  currency = "KRW",
) {
  const path = `/payments/${encodeURIComponent(paymentId)}`;
  await call("POST", `${path}/billing-key`, {
    billingKey,
    orderName: "정기결제 상품 이름",
    amount: { total: amount },
    currency,
    customer: {
      id: customerId,
      name: { full: "홍길동" },
      phoneNumber: "010-1234-5678",
      email: "buyer@example.com",
    },
    CHARGE
  });
  const payment = await call("GET", path);
  return (
    payment.status === "PAID" &&
    payment.amount.total === amount
  );
}
""",
    "v2_verify_identity": _V2_CALL_JS
    + """
export async function verifiedName(verificationId) {
  const id = encodeURIComponent(verificationId);
  const path = `/identity-verifications/${id}`;
  const found = await call("GET", path);
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
    payment.status === "PAID" &&
    payment.amount.total === amount
  );
}
""",
    "v1_verify": _V1_TOKEN_JS
    + """
// amount: 브라우저가 아니라 우리 주문에 적힌 금액
export async function isPaid(impUid, merchantUid, amount) {
  // 테스트 결제까지 조회: 실제로 열 때는 빼세요
  const path = `/payments/${impUid}?include_sandbox=true`;
  const payment = await call("GET", path);
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
  const path = "/subscribe/payments/again";
  const payment = await call("POST", path, {
    customer_uid: customerUid,
    merchant_uid: orderId,
    amount,
    name: "정기결제 상품 이름",
    buyer_name: "홍길동",
    buyer_tel: "010-1234-5678",
    buyer_email: "buyer@example.com",
    CHARGE
  });
  return payment.status === "paid";
}
""",
    "v1_verify_identity": _V1_TOKEN_JS
    + """
export async function verifiedName(impUid) {
  const path = `/certifications/${impUid}`;
  const found = await call("GET", path);
  return found.certified ? found.name : null;
}
""",
    "v1_api_billing": _V1_TOKEN_JS
    + """
// 카드 정보는 저장하거나 기록하지 마세요
export async function issue(customerUid, card) {
  const path = `/subscribe/customers/${customerUid}`;
  await call("POST", path, {
    pg: "V1_CODE.상점아이디",
    card_number: card.number,
    expiry: card.expiry, // YYYY-MM
    birth: card.birth, // YYMMDD
    pwd_2digit: card.pwd2digit,
    customer_name: "홍길동",
    customer_tel: "010-1234-5678",
    customer_email: "buyer@example.com",
    EXTRA
  });
}

export async function charge(customerUid, orderId, amount) {
  const path = "/subscribe/payments/again";
  const payment = await call("POST", path, {
    customer_uid: customerUid,
    merchant_uid: orderId,
    amount,
    name: "정기결제 상품 이름",
    buyer_name: "홍길동",
    buyer_tel: "010-1234-5678",
    buyer_email: "buyer@example.com",
    CHARGE
  });
  return payment.status === "paid";
}
""",
    "v1_api_key_in": _V1_TOKEN_JS
    + """
// 카드 정보는 저장하거나 기록하지 마세요
export async function pay(orderId, amount, card) {
  const path = "/subscribe/payments/onetime";
  const payment = await call("POST", path, {
    pg: "V1_CODE.상점아이디",
    merchant_uid: orderId,
    amount,
    name: "주문 상품 이름",
    card_number: card.number,
    expiry: card.expiry, // YYYY-MM
    birth: card.birth, // YYMMDD
    pwd_2digit: card.pwd2digit,
    buyer_name: "홍길동",
    buyer_tel: "010-1234-5678",
    buyer_email: "buyer@example.com",
    EXTRA
  });
  return payment.status === "paid";
}
""",
}
