import { Webhook } from "@portone/server-sdk";

const SECRET = process.env.PORTONE_WEBHOOK_SECRET ?? "";

export const { WebhookVerificationError } = Webhook;

/**
 * 서명이 맞는 웹훅의 주문 번호. 결제의 것이 아니면 null.
 * 서명은 받은 그대로의 본문에서만 맞습니다. 틀리거나
 * 5분이 지났으면 WebhookVerificationError가 납니다.
 * @param {string} body
 * @param {Record<string, string>} headers
 * @returns {Promise<string | null>}
 */
export async function orderOf(body, headers) {
  const said = await Webhook.verify(SECRET, body, headers);
  return "data" in said && "paymentId" in said.data
    ? said.data.paymentId
    : null;
}
