import { post, show, unknown } from "./shop.js";

// 결제창이 주소에 붙여 준 결과: 믿지 않고 서버가 확인합니다
const said = new URLSearchParams(location.search);
const orderId = location.pathname.split("/").pop();
if (said.get("code") ?? said.get("error_code")) {
  const message = said.get("message") ?? said.get("error_msg");
  show({ status: "failed", message }, orderId);
} else {
  const answer = await post("/payment/complete", {
    orderId,
    impUid: said.get("imp_uid") ?? "",
    billingKey: said.get("billingKey") ?? "",
  }).catch(unknown);
  show(answer, orderId);
}
