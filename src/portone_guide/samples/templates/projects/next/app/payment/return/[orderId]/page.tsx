"use client";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";

import { post } from "../../../post";
import { type Reply, Result } from "../../../result";

// 결제창이 주소에 붙여 준 결과: 믿지 않고 서버가 확인합니다
async function confirmed(orderId: string): Promise<Reply> {
  const said = new URLSearchParams(location.search);
  if (said.get("code") ?? said.get("error_code")) {
    const message = said.get("message") ?? said.get("error_msg");
    return { status: "failed", message: message ?? "" };
  }
  return post("/payment/complete", {
    orderId,
    impUid: said.get("imp_uid") ?? "",
    billingKey: said.get("billingKey") ?? "",
  }).catch(() => ({ status: "unknown" }));
}

// 휴대폰이 결제창에서 돌아오는 곳
export default function Returned() {
  const { orderId } = useParams<{ orderId: string }>();
  const asked = useRef(false);
  const [reply, setReply] = useState<Reply>();
  useEffect(() => {
    if (asked.current) return;
    asked.current = true; // 서버에는 한 번만 묻습니다
    confirmed(orderId).then(setReply);
  }, [orderId]);
  return (
    <main>
      <h1>결제 결과</h1>
      <Result
        reply={reply}
        orderId={orderId}
        waiting="확인하고 있습니다."
      />
      <p><Link href="/">처음으로</Link></p>
    </main>
  );
}
