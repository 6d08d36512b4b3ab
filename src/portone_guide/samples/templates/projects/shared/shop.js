// {% include "browser/words.js" %}

/** 서버에 말하고 답을 받습니다. */
export async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json();
}

/** 주문을 만듭니다: 금액은 서버가 정합니다. */
export function newOrder(item) {
  return post("/orders", { item });
}

/** 서버의 답을 읽지 못한 것: 결제되었는지 모릅니다. */
export function unknown(error) {
  console.error(error);
  return { status: "unknown" };
}

/** 서버가 확인한 결과를 보입니다. */
export function show({ status, message, account, name }, orderId) {
  const place = document.querySelector("#result");
  const word = WORDS[status] ?? "결과를 알 수 없습니다.";
  const detail = message || account || name || "";
  place.textContent = `${word} ${detail}`;
  place.dataset.status = status;
  place.dataset.order = orderId;
}
