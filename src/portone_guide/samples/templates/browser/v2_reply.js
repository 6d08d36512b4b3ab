// 여기서 끝내지 말고 서버가 다시 확인하게 하세요
await fetch("/payment/complete", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({
    // {% if call == "v2_identity" %}
    identityVerificationId: verificationId,
    // {% else %}
    // {% if call in ["v2_issue_billing_key", "v2_issue_billing_key_and_pay", "v2_load_billing_ui"] %}
    billingKey: response.billingKey,
    // {% endif %}
    // {% if "$paymentId" in variables %}
    paymentId,
    // {% endif %}
    orderId,
    // {% endif %}
  }),
});
