// {% include "browser/v1_sdk.js" %}

// 서버가 만든 주문을 받습니다: 금액을 여기 적지 마세요
export function pay({
  // {% filter each(takes) %}
  NAME,
  // {% endfilter %}
}) {
  init(impCode);
  // {% include "browser/variables.js" %}
  return new Promise((resolve) => IMP.request_pay({
    // {% for item in given | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  }, async (response) => {
    // {% filter indent(4, first=true) %}
    // {% include "browser/v1_reply.js" %}
    // {% endfilter %}
  }));
}
