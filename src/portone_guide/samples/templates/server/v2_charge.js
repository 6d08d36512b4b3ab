// {% include "server/v2_client.js" %}

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
    // {% for item in charge | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  });
  const payment = await call("GET", path);
  return (
    payment.status === "PAID" &&
    payment.amount.total === amount
  );
}
