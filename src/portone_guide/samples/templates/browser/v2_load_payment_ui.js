import * as PortOne from "@portone/browser-sdk/v2";

// 버튼이 그려질 곳:
// <div class="portone-ui-container"></div>
export async function pay({ amount, orderId }) {
  // {% include "browser/variables.js" %}
  const request = {
    // {% for item in given | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  };
  await PortOne.loadPaymentUI(request, {
    onPaymentSuccess: async (response) => {
      // {% filter indent(6, first=true) %}
      // {% include "browser/v2_reply.js" %}
      // {% endfilter %}
    },
    onPaymentFail: (error) => alert(error.message),
  });
}
