import { call } from "./portone.js";

// {% include "server/v1_card_number.js" %}

/**
 * 카드 번호로 결제하고 imp_uid를 돌려줍니다.
 * pg: "...fill(v1_code or 'PG코드').상점아이디"
 * 카드 정보는 저장하거나 기록하지 마세요.
 * @param {string} orderId
 * @param {Record<string, string>} card
 * @param {string} orderName
 * @param {number} amount
 * @param {string} currency
 * @param {string} pg
 * @returns {Promise<string>}
 */
export async function pay(
  orderId,
  card,
  orderName,
  amount,
  currency,
  pg,
) {
  const path = "/subscribe/payments/onetime";
  const payment = await call("POST", path, {
    pg,
    merchant_uid: orderId,
    name: orderName,
    amount,
    currency,
    card_number: dashed(card.number),
    expiry: `20${card.expiryYear}-${card.expiryMonth}`,
    birth: card.birth,
    pwd_2digit: card.password,
    buyer_name: "홍길동",
    buyer_tel: "010-1234-5678",
    buyer_email: "buyer@example.com",
    // {% for item in extra | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  });
  return payment.imp_uid;
}
