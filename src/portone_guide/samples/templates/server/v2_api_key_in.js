// {% include "server/v2_client.js" %}

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
    // {% for item in extra | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  });
  const payment = await call("GET", path);
  return (
    payment.status === "PAID" &&
    payment.amount.total === amount
  );
}
