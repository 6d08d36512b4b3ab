// {% include "server/v1_card_number.js" %}

/**
 * 카드로 빌링키를 발급합니다.
 * 카드 정보는 저장하거나 기록하지 마세요.
 * @param {Record<string, string>} card
 * @param {string} customerUid
 * @param {string} channelKey
 * @returns {Promise<string>}
 */
export async function issue(card, customerUid, channelKey) {
  const path = `/subscribe/customers/${customerUid}`;
  await call("POST", path, {
    channel_key: channelKey,
    card_number: dashed(card.number),
    expiry: `20${card.expiryYear}-${card.expiryMonth}`,
    birth: card.birth,
    pwd_2digit: card.password,
    customer_name: "홍길동",
    customer_tel: "010-1234-5678",
    customer_email: "buyer@example.com",
    // {% for item in extra | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  });
  return customerUid;
}
