// {% include "browser/v1_sdk.js" %}

export function pay({ amount, orderId }) {
  // {% include "browser/variables.js" %}
  IMP.certification({
    // {% for item in given | members %}
    ...fill(item | indent(4)),
    // {% endfor %}
  }, async (response) => {
    // {% filter indent(4, first=true) %}
    // {% include "browser/v1_reply.js" %}
    // {% endfilter %}
  });
}
