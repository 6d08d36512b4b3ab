import * as PortOne from "@portone/browser-sdk/v2";

// 서버가 만든 주문을 받습니다: 금액을 여기 적지 마세요
export async function pay({
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
  const response =
    // {% if call == "v2_request_payment" %}
    await PortOne.requestPayment(request);
    // {% elif call == "v2_issue_billing_key" %}
    await PortOne.requestIssueBillingKey(request);
    // {% elif call == "v2_issue_billing_key_and_pay" %}
    await PortOne.requestIssueBillingKeyAndPay(request);
    // {% elif call == "v2_identity" %}
    await PortOne.requestIdentityVerification(request);
    // {% endif %}
  if (response?.code !== undefined) {
    return { status: "failed", message: response.message };
  }
  // {% filter indent(2, first=true) %}
  // {% include "browser/v2_reply.js" %}
  // {% endfilter %}
}
