"use client";
// {% if portone == "v1" %}
/* global IMP */
// {% endif %}
// {% include page %}

// order: 서버에서 주문을 받아 오는 함수
export default function PayButton({ order, onDone }) {
  const start = async () => {
    onDone(await pay(await order()));
  };
  // {% if call in ["v1_certification", "v2_identity"] %}
  return <button onClick={start}>본인인증하기</button>;
  // {% elif call in ["v1_request_billing", "v2_issue_billing_key"] %}
  return <button onClick={start}>결제수단 등록하기</button>;
  // {% else %}
  return <button onClick={start}>결제하기</button>;
  // {% endif %}
}
