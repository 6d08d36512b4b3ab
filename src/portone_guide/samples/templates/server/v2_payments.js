import { CHANNEL_TYPE, payments } from "./portone.js";

/**
 * 포트원이 말하는 결제. account는 가상계좌.
 * @typedef {{ status: string, account?: string }} Seen
 */

/**
 * 넘기는 값은 모두 우리 주문의 것: 다르면 wrong.
 * @param {string} orderId
 * @param {number} amount
 * @param {string} currency
 * @param {string} channelKey
 * @returns {Promise<Seen>}
 */
export async function check(
  orderId,
  amount,
  currency,
  channelKey,
) {
  const payment = await payments.getPayment({
    paymentId: orderId,
  });
  if (payment.status === "CANCELLED") {
    return { status: "cancelled" };
  }
  if (
    payment.status !== "PAID" &&
    payment.status !== "VIRTUAL_ACCOUNT_ISSUED"
  ) {
    return { status: "not_paid" };
  }
  const { channel, method } = payment;
  if (
    payment.amount.total !== amount ||
    payment.currency !== currency ||
    (channel.key ?? channelKey) !== channelKey ||
    channel.type !== CHANNEL_TYPE
  ) {
    return { status: "wrong" };
  }
  if (payment.status === "PAID") return { status: "paid" };
  const account =
    method?.type === "PaymentMethodVirtualAccount"
      ? `${method.bank} ${method.accountNumber}`
      : "";
  return { status: "account_issued", account };
}

/**
 * 전액 취소. 가상계좌는 refundAccount도 넘기세요.
 * @param {string} orderId
 * @param {string} reason
 */
export async function cancel(orderId, reason) {
  await payments.cancelPayment({
    paymentId: orderId,
    reason,
  });
}
