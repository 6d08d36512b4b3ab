// PortOne's browser SDK of V1 as the documents say that it answers; what the payer does is in window.payer.
(() => {
  let begun = false;
  async function open(call, request, reply) {
    if (!begun) throw new Error("IMP.init");
    const { does, fake, phone } = globalThis.payer;
    let answer = { error_code: "F400", error_msg: "한도 초과", merchant_uid: request.merchant_uid };
    if (does === "closes") answer = { ...answer, error_msg: "사용자가 결제를 취소하였습니다" };
    else if (does !== "fails") {
      const given = does === "tampers" ? { ...request, amount: 1 } : request;
      const body = JSON.stringify({ version: "v1", call, request: given });
      answer = await (await fetch(`${fake}/stub`, { method: "POST", body })).json();
    }
    if (phone && request.m_redirect_url) {
      location.href = `${request.m_redirect_url}?${new URLSearchParams(answer)}`;
      return;
    }
    reply(answer);
  }
  globalThis.IMP = {
    init() {
      if (begun) throw new Error("IMP.init twice");
      begun = true;
    },
    request_pay: (request, reply) => open("request_pay", request, reply),
    certification: (request, reply) => open("certification", request, reply),
    loadUI(_name, request, reply) {
      const button = document.createElement("button");
      button.textContent = "SDK";
      button.onclick = () => open("request_pay", request, reply);
      document.querySelector(".portone-ui-container").append(button);
    },
  };
})();
