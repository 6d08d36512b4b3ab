import * as PortOne from "@portone/browser-sdk/v2";

// 버튼이 그려질 곳:
// <div class="portone-ui-container"></div>
// 서버가 만든 주문을 받습니다: 금액을 여기 적지 마세요
export function pay({
  // {% filter each(takes) %}
  NAME,
  // {% endfilter %}
}) {
  // {% include "browser/variables.js" %}
  const request = {
    // {% for item in given | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  };
  const load = PortOne.loadPaymentUI;
  return new Promise((resolve) => load(request, {
    onPaymentSuccess: async (response) => {
      // {% filter indent(6, first=true) %}
      // {% include "browser/v2_reply.js" %}
      // {% endfilter %}
    },
    onPaymentFail: ({ message }) =>
      resolve({ status: "failed", message }),
  }));
}
