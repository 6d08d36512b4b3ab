import { payments } from "./portone.js";

// {% include "server/v2_credential.js" %}

/**
 * 카드 번호로 결제하고, 결제 번호를 돌려줍니다.
 * 카드 정보는 저장하거나 기록하지 마세요.
 * @param {string} orderId
 * @param {Record<string, string>} card
 * @param {string} orderName
 * @param {number} amount
 * @param {"KRW" | "USD" | "JPY"} currency
 * @param {string} channelKey
 * @returns {Promise<string>}
 */
export async function pay(
  orderId,
  card,
  orderName,
  amount,
  currency,
  channelKey,
) {
  await payments.payInstantly({
    paymentId: orderId,
    channelKey,
    orderName,
    amount: { total: amount },
    currency,
    method: { card: { credential: credential(card) } },
    customer: {
      name: { full: "홍길동" },
      phoneNumber: "010-1234-5678",
      email: "buyer@example.com",
    },
    // {% for item in extra | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  });
  return orderId;
}
