// {% include "browser/v1_sdk.js" %}

// 버튼이 그려질 곳:
// <div class="portone-ui-container"
//   data-portone-ui-type="...fill(ui)"></div>
export function pay({ amount, orderId }) {
  // {% include "browser/variables.js" %}
  IMP.loadUI("...fill(ui)", {
    // {% for item in given | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  }, async (response) => {
    // {% filter indent(4, first=true) %}
    // {% include "browser/v1_reply.js" %}
    // {% endfilter %}
  });
}
