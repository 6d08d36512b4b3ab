// {% if portone == "v1" %}
/* global IMP */
// {% endif %}
// {% include page %}

export default function PayButton({ amount, orderId }) {
  const start = () => pay({ amount, orderId });
  // {% if call in ["v1_certification", "v2_identity"] %}
  return <button onClick={start}>본인인증하기</button>;
  // {% elif call in ["v1_request_billing", "v2_issue_billing_key"] %}
  return <button onClick={start}>결제수단 등록하기</button>;
  // {% else %}
  return <button onClick={start}>결제하기</button>;
  // {% endif %}
}
