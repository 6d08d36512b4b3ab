// {% if call == "v1_api_billing" %}
import { call } from "./portone.js";
// {% else %}
import { call, IS_TEST } from "./portone.js";
// {% endif %}

// 우리 회원의 것으로 바꾸세요
const BUYER = {
  buyer_name: "홍길동",
  buyer_tel: "010-1234-5678",
  buyer_email: "buyer@example.com",
};

// {% if call == "v1_api_billing" %}
// {% include "server/v1_card_key.js" %}
// {% else %}
// {% include "server/v1_window_key.js" %}
// {% endif %}

/**
 * @typedef {{
 *   orderId: string,
 *   billingKey: string,
 *   orderName: string,
 *   amount: number,
 *   currency: string,
 * }} Charge
 */

/**
 * 지금 청구하고, 결제 번호(imp_uid)를 돌려줍니다.
 * 주문 번호(merchant_uid)는 결제마다 새로 만드세요.
 * @param {Charge} charge
 * @returns {Promise<string>}
 */
export async function charge(charge) {
  const path = "/subscribe/payments/again";
  const payment = await call("POST", path, {
    customer_uid: charge.billingKey,
    merchant_uid: charge.orderId,
    name: charge.orderName,
    amount: charge.amount,
    currency: charge.currency,
    ...BUYER,
    // {% for item in charge | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  });
  return payment.imp_uid;
}

/**
 * 그때 청구하도록 예약합니다. 결과는 웹훅으로.
 * @param {Charge} charge
 * @param {Date} when
 */
export async function schedule(charge, when) {
  await call("POST", "/subscribe/payments/schedule", {
    customer_uid: charge.billingKey,
    schedules: [
      {
        merchant_uid: charge.orderId,
        schedule_at: Math.floor(when.getTime() / 1000),
        name: charge.orderName,
        amount: charge.amount,
        currency: charge.currency,
        ...BUYER,
        // {% for item in charge | members %}
        ...fill(item | indent(8)),
        // {% endfor %}
      },
    ],
  });
}

/**
 * 예약을 모두 취소하고 빌링키를 지웁니다.
 * @param {string} customerUid
 */
export async function stop(customerUid) {
  await call("POST", "/subscribe/payments/unschedule", {
    customer_uid: customerUid,
  });
  const path = `/subscribe/customers/${customerUid}`;
  await call("DELETE", path);
}
