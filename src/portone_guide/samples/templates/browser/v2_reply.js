// 여기서 끝내지 말고 서버가 다시 확인하게 하세요
const answer = await fetch("/payment/complete", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({
    orderId,
    // {% if call in ["v2_issue_billing_key", "v2_issue_billing_key_and_pay", "v2_load_billing_ui"] %}
    billingKey: response.billingKey,
    // {% endif %}
  }),
});
// {% if page.startswith("browser/v2_load") %}
resolve(await answer.json());
// {% else %}
return answer.json();
// {% endif %}
