// 서버의 주소들이 함께 쓰는 것.
import { ORDERS } from "./orders.js";
import { PortOneError } from "./portone.js";

/** 브라우저가 보낸 것. 읽지 못하면 빈 것. */
export async function bodyOf(request: Request) {
  const body = await request.json().catch(() => null);
  return (body ?? {}) as Record<string, unknown>;
}

/** 브라우저가 말하는 주문. */
export function kept(body: Record<string, unknown>) {
  return ORDERS.get(String(body.orderId));
}

/** 본문 없는 답. */
export function empty(status: number) {
  return new Response(null, { status });
}

/** 포트원이 답하지 못한 것은 결제되었다고 보지 않습니다. */
export async function answer(reply: Promise<object>) {
  try {
    return Response.json(await reply);
  } catch (error) {
    if (!(error instanceof PortOneError)) throw error;
    return Response.json({ status: "unknown" }, { status: 502 });
  }
}
