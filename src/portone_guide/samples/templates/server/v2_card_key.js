// {% include "server/v2_credential.js" %}

/**
 * 카드로 빌링키를 발급합니다.
 * 카드 정보는 저장하거나 기록하지 마세요.
 * @param {Record<string, string>} card
 * @param {string} customerId
 * @param {string} channelKey
 * @returns {Promise<string>}
 */
export async function issue(card, customerId, channelKey) {
  const issued = await payments.billingKey.issueBillingKey({
    channelKey,
    method: { card: { credential: credential(card) } },
    customer: buyer(customerId),
    // {% for item in extra | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  });
  return issued.billingKeyInfo.billingKey;
}
