// {% include "browser/words.js" %}
const told = new Map(Object.entries(WORDS));

/** 서버가 확인한 것. */
export type Reply = {
  status: string;
  message?: string;
  account?: string;
  name?: string;
};

type Shown = { reply?: Reply; orderId: string; waiting?: string };

/** 서버가 확인한 결과를 보입니다. */
export function Result({ reply, orderId, waiting = "" }: Shown) {
  if (!reply) {
    return <p id="result" role="status">{waiting}</p>;
  }
  const { status, message, account, name } = reply;
  const word = told.get(status) ?? "결과를 알 수 없습니다.";
  const detail = message || account || name || "";
  return (
    <p
      id="result"
      role="status"
      data-status={status}
      data-order={orderId}
    >
      {word} {detail}
    </p>
  );
}
