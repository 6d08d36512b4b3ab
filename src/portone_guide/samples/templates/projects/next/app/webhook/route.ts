import { answer, empty } from "../../lib/answers";
import { settle } from "../../lib/checkout.js";
import { ORDERS } from "../../lib/orders.js";
// {% if portone == "v2" %}
import {
  orderOf,
  WebhookVerificationError,
} from "../../lib/webhook.js";
// {% else %}
import { orderOf } from "../../lib/webhook.js";
// {% endif %}

// 웹훅은 받은 그대로의 본문이 있어야 서명을 확인합니다
export async function POST(request: Request) {
  const body = await request.text();
  // {% if portone == "v2" %}
  let paymentId;
  try {
    const headers = Object.fromEntries(request.headers);
    paymentId = await orderOf(body, headers);
  } catch (error) {
    const forged = error instanceof WebhookVerificationError;
    if (!forged && !(error instanceof SyntaxError)) throw error;
    return empty(400);
  }
  const orderId = paymentId ?? ""; // 결제 번호가 주문 번호
  const paymentNo = orderId;
  // {% else %}
  let orderId, paymentNo;
  try {
    ({ orderId, impUid: paymentNo } = orderOf(body));
  } catch {
    return empty(400);
  }
  // {% endif %}
  const order = ORDERS.get(orderId);
  if (!order) return Response.json({ status: "ignored" });
  return answer(settle(order, paymentNo));
}
