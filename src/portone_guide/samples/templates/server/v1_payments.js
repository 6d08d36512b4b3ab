import { call, IS_TEST } from "./portone.js";

const PAYMENTS = "https://api.iamport.kr/payments/";

/**
 * 포트원이 말하는 결제. account는 가상계좌.
 * @typedef {{ status: string, account?: string }} Seen
 */

/**
 * impUid 밖의 값은 우리 주문의 것: 다르면 wrong.
 * @param {string} impUid
 * @param {string} orderId
 * @param {number} amount
 * @param {string} currency
 * @returns {Promise<Seen>}
 */
export async function check(
  impUid,
  orderId,
  amount,
  currency,
) {
  const id = encodeURIComponent(impUid);
  // 테스트 결제는 이렇게만 조회됩니다
  const query = IS_TEST ? "?include_sandbox=true" : "";
  const payment = await call("GET", PAYMENTS + id + query);
  if (
    payment.merchant_uid !== orderId ||
    payment.amount !== amount ||
    (payment.currency ?? "KRW") !== currency ||
    (payment.sandbox ?? false) !== IS_TEST
  ) {
    return { status: "wrong" };
  }
  if (payment.status === "cancelled") {
    return { status: "cancelled" };
  }
  if (payment.status === "paid") return { status: "paid" };
  if (payment.status === "ready" && payment.vbank_num) {
    const bank = payment.vbank_name ?? "";
    const account = `${bank} ${payment.vbank_num}`;
    return { status: "account_issued", account };
  }
  return { status: "not_paid" };
}

/**
 * 전액 취소. 가상계좌는 refund_holder 등도 넘기세요.
 * checksum은 남은 금액: 다르면 포트원이 거절합니다.
 * @param {string} impUid
 * @param {string} reason
 * @param {number} amount
 */
export async function cancel(impUid, reason, amount) {
  await call("POST", "/payments/cancel", {
    imp_uid: impUid,
    reason,
    checksum: amount,
  });
}
