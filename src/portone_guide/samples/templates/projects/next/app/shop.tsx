"use client";
import { type ReactNode, useEffect, useState } from "react";

// {% filter each(pages) %}
import NAME from "../components/NAME.jsx";
// {% endfilter %}
import { post } from "./post";
import { type Reply, Result } from "./result";

type Button = (given: {
  order: () => Promise<object>;
  onDone: (reply: Reply) => void;
}) => ReactNode;

const BUTTONS: Record<string, Button> = {
  // {% filter each(pages) %}
  NAME,
  // {% endfilter %}
};
const LABELS: Record<string, string> = {
  // {% for item in shown %}
  "...fill(item.id)": "...fill(item.label)",
  // {% endfor %}
};

/** 주문을 만들고 결제창을 연 뒤, 서버가 확인한 것을 보입니다. */
export function Shop() {
  const [orderId, setOrderId] = useState("");
  const [reply, setReply] = useState<Reply>();

  // 서버의 답을 읽지 못한 것: 결제되었는지 모릅니다
  useEffect(() => {
    const unknown = () => setReply({ status: "unknown" });
    addEventListener("unhandledrejection", unknown);
    return () => removeEventListener("unhandledrejection", unknown);
  }, []);

  const order = async (item: string) => {
    const made = await post("/orders", { item });
    setOrderId(made.orderId);
    return made;
  };
  return (
    <>
      {Object.entries(BUTTONS).map(([item, Button]) => (
        <section key={item} data-item={item}>
          <h2>{LABELS[item]}</h2>
          <Button order={() => order(item)} onDone={setReply} />
        </section>
      ))}
      <Result reply={reply} orderId={orderId} />
    </>
  );
}
