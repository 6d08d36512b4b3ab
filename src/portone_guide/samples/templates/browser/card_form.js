// 카드 정보는 저장하거나 기록하지 마세요
export async function pay({ orderId }, card) {
  const answer = await fetch("/payment/card", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ orderId, card }),
  });
  return answer.json();
}
