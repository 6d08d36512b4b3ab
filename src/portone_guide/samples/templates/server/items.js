// 파는 것과 값. 우리 것으로 바꾸세요.
/** @type {import("./orders.js").Item[]} */
const items = [
  // {% for item in items | listed %}
  ...fill(item | indent(2)),
  // {% endfor %}
];
export default items;
