// 주문이 가는 길: 포트원에 물어 확인한 것만 믿습니다.
// {% if "identity" in kinds %}
import { verifiedName } from "./identity.js";
// {% endif %}
// {% filter each(modules) %}
import * as NAME from "./NAME.js";
// {% endfilter %}
import * as orders from "./orders.js";
import * as payments from "./payments.js";
import { PortOneError } from "./portone.js";

/** @typedef {import("./orders.js").Order} Order */
/** @typedef {Record<string, string>} Reply */

/** @type {Record<string, any>} */
const MODULES = {
  // {% filter each(modules) %}
  NAME,
  // {% endfilter %}
};

/**
 * 포트원이 말하는 대로 주문을 바꿉니다. 몇 번 해도 같습니다.
 * @param {Order} order
 * @param {string} paymentNo
 * @returns {Promise<Reply>}
 */
export async function settle(order, paymentNo) {
  const { amount, currency } = order.item;
  // {% if portone == "v1" %}
  const { status, account = "" } = await payments.check(
    paymentNo,
    order.id,
    amount,
    currency,
  );
  // {% else %}
  const { status, account = "" } = await payments.check(
    order.id,
    amount,
    currency,
    orders.channelKey(order),
  );
  // {% endif %}
  if (status === "not_paid" || status === "wrong") {
    return { status };
  }
  if (order.status !== "cancelled") {
    Object.assign(order, { status, account, paymentNo });
  }
  // {% if charged %}
  if (order.status === "paid" && order.billingKey) {
    await planNext(order);
  }
  // {% endif %}
  return { status: order.status, account: order.account };
}

/**
 * 결제창이 끝난 뒤: 브라우저가 말한 것을 확인합니다.
 * @param {Order} order
 * @param {{ impUid?: string, billingKey?: string }} said
 * @returns {Promise<Reply>}
 */
export async function complete(order, said) {
  // {% if portone == "v2" %}
  const paymentNo = order.id;
  // {% else %}
  const paymentNo = said.impUid ?? "";
  // {% endif %}
  // {% if "identity" in kinds %}
  if (order.item.kind === "identity") {
    return identify(order, said.impUid ?? "");
  }
  // {% endif %}
  // {% if charged %}
  // {% if portone == "v2" %}
  const billingKey = said.billingKey ?? "";
  // {% else %}
  const billingKey = `card${order.id}`;
  // {% endif %}
  // {% endif %}
  // {% if "billing" in kinds %}
  if (order.item.kind === "billing") {
    return register(order, billingKey);
  }
  // {% endif %}
  // {% if "billing_paid" in kinds %}
  const reply = await settle(order, paymentNo);
  if (order.item.kind === "billing_paid") {
    if (
      order.status === "paid" &&
      (await isKey(order, billingKey))
    ) {
      order.billingKey = billingKey;
      await planNext(order);
    }
  }
  return reply;
  // {% else %}
  return settle(order, paymentNo);
  // {% endif %}
}

// {% if "identity" in kinds %}
/**
 * @param {Order} order
 * @param {string} impUid
 * @returns {Promise<Reply>}
 */
async function identify(order, impUid) {
  // {% if portone == "v2" %}
  const name = await verifiedName(order.id);
  // {% else %}
  const name = await verifiedName(impUid, order.id);
  // {% endif %}
  if (name === null) return { status: "not_verified" };
  order.status = "verified";
  return { status: "verified", name };
}

// {% endif %}
// {% if window_keys %}
/**
 * @param {Order} order
 * @param {string} billingKey
 * @returns {Promise<boolean>}
 */
async function isKey(order, billingKey) {
  const billing = MODULES[order.item.id];
  try {
    // {% if portone == "v2" %}
    const channel = orders.channelKey(order);
    return await billing.isIssued(billingKey, order.id, channel);
    // {% else %}
    return await billing.isIssued(billingKey);
    // {% endif %}
  } catch (error) {
    if (error instanceof PortOneError) return false;
    throw error;
  }
}

// {% endif %}
// {% if "billing" in kinds %}
/**
 * @param {Order} order
 * @param {string} billingKey
 * @returns {Promise<Reply>}
 */
async function register(order, billingKey) {
  if (!(await isKey(order, billingKey))) {
    return { status: "not_registered" };
  }
  return subscribe(order, billingKey);
}

// {% endif %}
// {% if "billing" in kinds or "card_billing" in kinds %}
/**
 * 첫 달을 청구합니다. 두 번 불러도 한 번만 합니다.
 * @param {Order} order
 * @param {string} billingKey
 * @returns {Promise<Reply>}
 */
async function subscribe(order, billingKey) {
  if (order.billingKey) return { status: order.status };
  order.billingKey = billingKey;
  order.planned = true; // 예약은 청구한 주문에서 이어집니다
  const first = orders.newOrder(order.item, billingKey);
  const reply = await charge(first);
  order.status = reply.status;
  return { ...reply, charged: first.id };
}

/**
 * @param {Order} order
 * @returns {Promise<Reply>}
 */
async function charge(order) {
  try {
    const paymentNo = await MODULES[order.item.id].charge(
      charged(order),
    );
    return await settle(order, paymentNo);
  } catch (error) {
    return failed(error);
  }
}

// {% endif %}
// {% if charged %}
/** @param {Order} order */
function charged(order) {
  return {
    orderId: order.id,
    billingKey: order.billingKey,
    customerId: orders.CUSTOMER_ID,
    orderName: order.item.name,
    amount: order.item.amount,
    currency: order.item.currency,
  };
}

/**
 * 다음 달의 청구를 한 번만 예약합니다.
 * @param {Order} order
 */
async function planNext(order) {
  if (order.planned) return;
  order.planned = true;
  const next = orders.newOrder(order.item, order.billingKey);
  const when = new Date();
  when.setDate(when.getDate() + 30);
  try {
    await MODULES[order.item.id].schedule(charged(next), when);
  } catch (error) {
    order.planned = false; // 다음 웹훅에서 다시 합니다
    throw error;
  }
}

/**
 * 정기결제를 그만둡니다: 예약 취소와 빌링키 삭제.
 * @param {Order} order
 * @returns {Promise<Reply>}
 */
export async function stop(order) {
  if (!order.billingKey) return { status: order.status };
  await MODULES[order.item.id].stop(order.billingKey);
  order.billingKey = "";
  order.status = "stopped";
  return { status: order.status };
}

// {% endif %}
// {% if "card_billing" in kinds or "key_in" in kinds %}
/**
 * 카드 번호로: 한 번 결제하거나, 등록하고 청구합니다.
 * @param {Order} order
 * @param {Record<string, string>} card
 * @returns {Promise<Reply>}
 */
export async function byCard(order, card) {
  const { id, kind, name, amount, currency } = order.item;
  const channel = orders.channelKey(order);
  try {
    // {% if "card_billing" in kinds %}
    if (kind === "card_billing") {
      if (order.billingKey) return { status: order.status };
      // {% if portone == "v2" %}
      const customer = orders.CUSTOMER_ID;
      // {% else %}
      const customer = `card${order.id}`;
      // {% endif %}
      const key = await MODULES[id].issue(card, customer, channel);
      return await subscribe(order, key);
    }
    // {% endif %}
    // {% if "key_in" in kinds %}
    if (kind === "key_in") {
      const paymentNo = await MODULES[id].pay(
        order.id,
        card,
        name,
        amount,
        currency,
        channel,
      );
      return await settle(order, paymentNo);
    }
    // {% endif %}
  } catch (error) {
    return failed(error);
  }
  return { status: order.status };
}

// {% endif %}
/**
 * 전액 취소합니다. 가게만 부를 수 있어야 합니다.
 * @param {Order} order
 * @param {string} reason
 * @returns {Promise<Reply>}
 */
export async function cancel(order, reason) {
  try {
    // {% if portone == "v2" %}
    await payments.cancel(order.id, reason);
    // {% else %}
    const { amount } = order.item;
    await payments.cancel(order.paymentNo, reason, amount);
    // {% endif %}
    return await settle(order, order.paymentNo);
  } catch (error) {
    return failed(error);
  }
}

/**
 * 포트원이 거절한 것만 실패로 돌려줍니다.
 * @param {unknown} error
 * @returns {Reply}
 */
function failed(error) {
  if (!(error instanceof PortOneError)) throw error;
  return { status: "failed", message: error.message };
}
