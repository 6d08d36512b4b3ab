if (response.error_code) {
  return alert(response.error_msg);
}
// 여기서 끝내지 말고 서버가 다시 확인하게 하세요
await fetch("/payment/complete", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({
    merchant_uid: orderId,
    imp_uid: response.imp_uid,
    // {% if "$customerUid" in variables %}
    customer_uid: customerUid,
    // {% endif %}
  }),
});
