  // {# What the order gives is what the server kept. Numbers are letters and digits only: some gateways take no more. #}
  // {% if "$paymentId" in variables %}
  const paymentId = orderId;
  // {% endif %}
  // {% if "$issueId" in variables %}
  const issueId = orderId;
  // {% endif %}
  // {% if "$verificationId" in variables %}
  const verificationId = orderId;
  // {% endif %}
  // {% if "$customerUid" in variables %}
  // 카드 하나마다 다른 값: 서버도 이 값으로 청구합니다
  const customerUid = `card${orderId}`;
  // {% endif %}
  // {% if "$redirectUrl" in variables %}
  const redirectUrl =
    `${location.origin}/payment/return/${orderId}`;
  // {% endif %}
  // {% if "$dueDate" in variables or "$dueDay" in variables %}
  const threeDays = new Date(Date.now() + 3 * 86400000);
  // {% endif %}
  // {% if "$dueDate" in variables %}
  const dueDate = threeDays.toISOString();
  // {% endif %}
  // {% if "$dueDay" in variables %}
  const dueDay = threeDays.toISOString().slice(0, 10);
  // {% endif %}
  // {% if "$dueSeconds" in variables %}
  const dueSeconds = Math.floor(Date.now() / 1000) + 259200;
  // {% endif %}
