// {% if call != "v1_api_billing" %}
// orderId(merchant_uid)는 결제마다 새로 만드세요
// {% endif %}
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
    // {% for item in charge | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  });
  return payment.status === "paid";
}
