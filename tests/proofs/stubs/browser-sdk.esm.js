// PortOne's browser SDK of V2 as the documents say that it answers; what the payer does is in window.payer.
async function window_(call, request) {
  const { does, fake, phone } = globalThis.payer;
  let answer;
  if (does === "closes") answer = { code: "FAILURE_TYPE_PG", message: "사용자가 결제를 취소하였습니다" };
  else if (does === "fails") answer = { code: "FAILURE_TYPE_PG", message: "한도 초과", pgCode: "8037" };
  else {
    const given = does === "tampers" ? { ...request, totalAmount: 1 } : request;
    const body = JSON.stringify({ version: "v2", call, request: given });
    answer = await (await fetch(`${fake}/stub`, { method: "POST", body })).json();
  }
  if (phone && request.redirectUrl) {
    location.href = `${request.redirectUrl}?${new URLSearchParams(answer)}`;
    return new Promise(() => {});
  }
  return answer;
}

async function drawn(call, request, replies, done, fail) {
  const place = document.querySelector(".portone-ui-container");
  const button = document.createElement("button");
  button.textContent = "SDK";
  button.onclick = async () => {
    const answer = await window_(call, request);
    replies[answer.code === undefined ? done : fail](answer);
  };
  place.append(button);
}

export const requestPayment = (request) => window_("requestPayment", request);
export const requestIssueBillingKey = (request) => window_("requestIssueBillingKey", request);
export const requestIssueBillingKeyAndPay = (request) => window_("requestIssueBillingKeyAndPay", request);
export const requestIdentityVerification = (request) => window_("requestIdentityVerification", request);
export const loadPaymentUI = (request, replies) =>
  drawn("loadPaymentUI", request, replies, "onPaymentSuccess", "onPaymentFail");
export const loadIssueBillingKeyUI = (request, replies) =>
  drawn("loadIssueBillingKeyUI", request, replies, "onIssueBillingKeySuccess", "onIssueBillingKeyFail");
