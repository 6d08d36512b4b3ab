// 화면과 주소. 결제가 가는 길은 checkout.js에 있습니다.
import { timingSafeEqual } from "node:crypto";

import express from "express";

import * as checkout from "./checkout.js";
import * as orders from "./orders.js";
import { PortOneError } from "./portone.js";
// {% if portone == "v2" %}
import { orderOf, WebhookVerificationError } from "./webhook.js";
// {% else %}
import { orderOf } from "./webhook.js";
// {% endif %}

const ADMIN_TOKEN = process.env.ADMIN_TOKEN ?? "";
const page = new URL("./public/", import.meta.url).pathname;
export const app = express();

// 웹훅은 받은 그대로의 본문이 있어야 서명을 확인합니다
app.post(
  "/webhook",
  express.text({ type: "*/*" }),
  async (request, response) => {
    const body = String(request.body);
    // {% if portone == "v2" %}
    let orderId;
    try {
      const headers = /** @type {Record<string, string>} */ (
        request.headers
      );
      orderId = await orderOf(body, headers);
    } catch (error) {
      const forged = error instanceof WebhookVerificationError;
      if (!forged && !(error instanceof SyntaxError)) throw error;
      return void response.status(400).end();
    }
    const paymentNo = orderId ?? "";
    // {% else %}
    let orderId, paymentNo;
    try {
      ({ orderId, impUid: paymentNo } = orderOf(body));
    } catch {
      return void response.status(400).end();
    }
    // {% endif %}
    const order = orders.ORDERS.get(orderId ?? "");
    if (!order) return void response.json({ status: "ignored" });
    response.json(await checkout.settle(order, paymentNo));
  },
);

app.use(express.json());

/** @param {import("express").Request} request */
function kept(request) {
  return orders.ORDERS.get(String(request.body?.orderId));
}

// 주문을 만듭니다: 금액은 서버가 정합니다
app.post("/orders", (request, response) => {
  const item = orders.ITEMS.get(request.body?.item);
  if (!item) return void response.status(404).end();
  response.json(orders.forBrowser(orders.newOrder(item)));
});

// 결제창이 끝났다고 브라우저가 말할 때
app.post("/payment/complete", async (request, response) => {
  const order = kept(request);
  if (!order) return void response.status(404).end();
  const { impUid, billingKey } = request.body;
  const said = {
    impUid: String(impUid ?? ""),
    billingKey: String(billingKey ?? ""),
  };
  response.json(await checkout.complete(order, said));
});

// 휴대폰이 결제창에서 돌아오는 곳
app.get("/payment/return/:orderId", (_request, response) => {
  response.sendFile("return.html", { root: page });
});

// {% if "card_billing" in kinds or "key_in" in kinds %}
// 카드 번호를 받습니다: 기록에 남기지 마세요
app.post("/payment/card", async (request, response) => {
  const order = kept(request);
  if (!order) return void response.status(404).end();
  const { card } = request.body;
  if (!card) return void response.status(400).end();
  response.json(await checkout.byCard(order, card));
});

// {% endif %}
// {% if charged %}
// 정기결제를 그만둡니다: 로그인한 사람의 것인지 확인하세요
app.post("/subscription/stop", async (request, response) => {
  const order = kept(request);
  if (!order) return void response.status(404).end();
  response.json(await checkout.stop(order));
});

// {% endif %}
// 전액 취소: ADMIN_TOKEN을 아는 가게만
app.post("/admin/cancel", async (request, response) => {
  const right = Buffer.from(`Bearer ${ADMIN_TOKEN}`);
  const given = Buffer.from(request.get("authorization") ?? "");
  const same =
    given.length === right.length && timingSafeEqual(given, right);
  if (!ADMIN_TOKEN || !same) {
    return void response.status(403).end();
  }
  const order = kept(request);
  if (!order) return void response.status(404).end();
  const { reason = "고객 요청" } = request.body;
  response.json(await checkout.cancel(order, String(reason)));
});

app.use(express.static(page));

// 포트원이 답하지 못한 것: 결제되었다고 보지 않습니다
app.use(
  /** @type {import("express").ErrorRequestHandler} */ (
    (error, _request, response, next) => {
      if (!(error instanceof PortOneError)) return next(error);
      response.status(502).json({ status: "unknown" });
    }
  ),
);

const port = Number(process.env.PORT ?? 3000);
app.listen(port, () => console.log(`http://localhost:${port}`));
