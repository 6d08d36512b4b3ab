import * as PortOne from "@portone/browser-sdk/v2";

export async function pay({ amount, orderId }) {
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
    return alert(response.message);
  }
  // {% filter indent(2, first=true) %}
  // {% include "browser/v2_reply.js" %}
  // {% endfilter %}
}
