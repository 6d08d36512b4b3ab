// {% filter each(pages) %}
import * as NAME from "./NAME.js";
// {% endfilter %}
import { newOrder, show, unknown } from "./shop.js";

const PAGES = {
  // {% filter each(pages) %}
  NAME,
  // {% endfilter %}
};

/** 주문을 만들고 결제창을 연 뒤, 서버가 확인한 것을 보입니다. */
async function pay(item, card) {
  const order = await newOrder(item);
  const result = PAGES[item].pay(order, card);
  show(await result.catch(unknown), order.orderId);
}

for (const button of document.querySelectorAll("button[data-item]")) {
  button.addEventListener("click", () => pay(button.dataset.item));
}
for (const form of document.querySelectorAll("form[data-item]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const card = Object.fromEntries(new FormData(form));
    form.reset();
    pay(form.dataset.item, card);
  });
}
// SDK가 버튼을 그리는 것은 열자마자
for (const place of document.querySelectorAll("div[data-item]")) {
  pay(place.dataset.item);
}
