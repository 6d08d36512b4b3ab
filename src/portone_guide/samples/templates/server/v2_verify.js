// {% include "server/v2_client.js" %}

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
