if (response.error_code) {
  return resolve({
    status: "failed",
    message: response.error_msg,
  });
}
// 여기서 끝내지 말고 서버가 다시 확인하게 하세요
const answer = await fetch("/payment/complete", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({
    orderId,
    impUid: response.imp_uid,
  }),
});
resolve(await answer.json());
