// {% if call == "v2_api_billing" %}
import { payments } from "./portone.js";
// {% else %}
import { CHANNEL_TYPE, payments } from "./portone.js";
// {% endif %}

// {% if call == "v2_api_billing" %}
// {% include "server/v2_card_key.js" %}
// {% else %}
// {% include "server/v2_window_key.js" %}
// {% endif %}

/**
 * 우리 회원의 것으로 바꾸세요.
 * @param {string} id
 */
function buyer(id) {
  return {
    id,
    name: { full: "홍길동" },
    phoneNumber: "010-1234-5678",
    email: "buyer@example.com",
  };
}

/**
 * @typedef {{
 *   orderId: string,
 *   billingKey: string,
 *   customerId: string,
 *   orderName: string,
 *   amount: number,
 *   currency: "KRW" | "USD" | "JPY",
 * }} Charge
 */

/** @param {Charge} charge */
function payment(charge) {
  return {
    billingKey: charge.billingKey,
    orderName: charge.orderName,
    amount: { total: charge.amount },
    currency: charge.currency,
    customer: buyer(charge.customerId),
  };
}

/**
 * 지금 청구하고, 결제 번호를 돌려줍니다.
 * 같은 주문 번호로 다시 해도 두 번 결제되지 않습니다.
 * @param {Charge} charge
 * @returns {Promise<string>}
 */
export async function charge(charge) {
  await payments.payWithBillingKey({
    paymentId: charge.orderId,
    ...payment(charge),
    // {% for item in charge | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  });
  return charge.orderId;
}

/**
 * 그때 청구하도록 예약합니다. 결과는 웹훅으로.
 * @param {Charge} charge
 * @param {Date} when
 */
export async function schedule(charge, when) {
  await payments.paymentSchedule.createPaymentSchedule({
    paymentId: charge.orderId,
    payment: {
      ...payment(charge),
      // {% for item in charge | members %}
      ...fill(item | indent(6)),
      // {% endfor %}
    },
    timeToPay: when.toISOString(),
  });
}

/**
 * 예약을 모두 취소하고 빌링키를 지웁니다.
 * @param {string} billingKey
 */
export async function stop(billingKey) {
  await payments.paymentSchedule.revokePaymentSchedules({
    billingKey,
  });
  const { billingKey: keys } = payments;
  await keys.deleteBillingKey({ billingKey });
}
