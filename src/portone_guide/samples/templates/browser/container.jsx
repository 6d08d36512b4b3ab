// {% if portone == "v1" %}
/* global IMP */
// {% endif %}
// {% include page %}

export default function PayButton({ amount, orderId }) {
  const start = (element) => {
    if (element) pay({ amount, orderId });
  };
  // {% if call == "v1_load_ui" %}
  return (
    <div
      className="portone-ui-container"
      data-portone-ui-type="...fill(ui)"
      ref={start}
    />
  );
  // {% else %}
  return (
    <div className="portone-ui-container" ref={start} />
  );
  // {% endif %}
}
