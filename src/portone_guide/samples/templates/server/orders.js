// 우리 주문: 금액은 여기서 정하고 브라우저의 것은 믿지 않습니다.
// 메모리에만 있습니다. 쓰는 데이터베이스로 바꾸세요.
import { randomUUID } from "node:crypto";

import items from "./items.js";

export const CUSTOMER_ID = "customer1234"; // 로그인한 회원의 것으로

/**
 * 팔 것 하나. channel은 채널 키가 든 환경 변수.
 * @typedef {{
 *   id: string,
 *   kind: string,
 *   name: string,
 *   amount: number,
 *   currency: "KRW" | "USD" | "JPY",
 *   channel: string,
 * }} Item
 */

/**
 * 주문 하나. billingKey가 있으면 정기결제의 것.
 * @typedef {{
 *   id: string,
 *   item: Item,
 *   status: string,
 *   paymentNo: string,
 *   account: string,
 *   billingKey: string,
 *   planned: boolean,
 * }} Order
 */

/** @type {Map<string, Item>} */
export const ITEMS = new Map();
for (const item of items) ITEMS.set(item.id, item);

// 서버가 코드를 다시 읽어도 주문은 남게
const kept = /** @type {any} */ (globalThis);
/** @type {Map<string, Order>} */
export const ORDERS = (kept.shopOrders ??= new Map());

/**
 * 주문을 만듭니다. 번호는 글자와 숫자만 씁니다.
 * @param {Item} item
 * @returns {Order}
 */
export function newOrder(item, billingKey = "") {
  const order = {
    id: randomUUID().replaceAll("-", ""),
    item,
    status: "created",
    paymentNo: "",
    account: "",
    billingKey,
    planned: false,
  };
  ORDERS.set(order.id, order);
  return order;
}

/**
 * 이 주문을 결제할 채널의 키.
 * @param {Order} order
 */
export function channelKey(order) {
  return process.env[order.item.channel] ?? "";
}

/**
 * 결제창을 여는 데 드는 값. 비밀은 없습니다.
 * @param {Order} order
 */
export function forBrowser(order) {
  return {
    // {% if portone == "v1" %}
    impCode: process.env.PORTONE_IMP_CODE,
    // {% else %}
    storeId: process.env.PORTONE_STORE_ID,
    // {% endif %}
    channelKey: channelKey(order),
    orderId: order.id,
    orderName: order.item.name,
    amount: order.item.amount,
  };
}
