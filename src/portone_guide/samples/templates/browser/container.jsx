"use client";
import { useEffect, useRef } from "react";
// {% if portone == "v1" %}
/* global IMP */
// {% endif %}
// {% include page %}

// order: 서버에서 주문을 받아 오는 함수
export default function PayButton({ order, onDone }) {
  const drawn = useRef(false);
  useEffect(() => {
    if (drawn.current) return;
    drawn.current = true; // 버튼은 한 번만 그립니다
    order().then(pay).then(onDone);
  }, []);
  // {% if call == "v1_load_ui" %}
  return (
    <div
      className="portone-ui-container"
      data-portone-ui-type="...fill(ui)"
    />
  );
  // {% else %}
  return <div className="portone-ui-container" />;
  // {% endif %}
}
