// {% include "server/v1_client.js" %}

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
