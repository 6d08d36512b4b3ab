  // {# Made anew for each payment. Order numbers are letters and digits only: some gateways take nothing else. #}
  // {% if "$paymentId" in variables %}
  const paymentId = crypto.randomUUID().replaceAll("-", "");
  // {% endif %}
  // {% if "$issueId" in variables %}
  const issueId = crypto.randomUUID().replaceAll("-", "");
  // {% endif %}
  // {% if "$verificationId" in variables %}
  const verificationId = `identity-${crypto.randomUUID()}`;
  // {% endif %}
  // {% if "$customerUid" in variables %}
  // 카드 하나마다 다른 값: 서버에도 저장하세요
  const customerUid = `card-${crypto.randomUUID()}`;
  // {% endif %}
  // {% if "$redirectUrl" in variables %}
  const redirectUrl = `${location.origin}/payment/return`;
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
