const WORDS = {
  paid: "결제되었습니다.",
  account_issued: "이 계좌로 입금하세요:",
  verified: "본인인증을 마쳤습니다:",
  cancelled: "취소되었습니다.",
  stopped: "정기결제를 그만두었습니다.",
  failed: "결제하지 못했습니다:",
  wrong: "주문과 다른 결제입니다. 완료하지 않았습니다.",
  not_paid: "아직 결제되지 않았습니다.",
  not_registered: "결제수단이 등록되지 않았습니다.",
  not_verified: "본인인증을 마치지 못했습니다.",
};

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
