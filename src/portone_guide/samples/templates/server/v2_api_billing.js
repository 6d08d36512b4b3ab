// {% include "server/v2_client.js" %}

// 카드 정보는 저장하거나 기록하지 마세요
export async function issue(card, customerId) {
  const issued = await call("POST", "/billing-keys", {
    channelKey: "channel-key-00000000",
    method: { card: { credential: card } },
    customer: {
      id: customerId,
      name: { full: "홍길동" },
      phoneNumber: "010-1234-5678",
      email: "buyer@example.com",
    },
    // {% for item in extra | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  });
  return issued.billingKeyInfo.billingKey;
}
