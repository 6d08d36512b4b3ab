import { timingSafeEqual } from "node:crypto";

import { answer, bodyOf, empty, kept } from "../../../lib/answers";
import { cancel } from "../../../lib/checkout.js";

const ADMIN_TOKEN = process.env.ADMIN_TOKEN ?? "";

// 전액 취소: ADMIN_TOKEN을 아는 가게만
export async function POST(request: Request) {
  const right = Buffer.from(`Bearer ${ADMIN_TOKEN}`);
  const given = Buffer.from(
    request.headers.get("authorization") ?? "",
  );
  const same =
    given.length === right.length && timingSafeEqual(given, right);
  if (!ADMIN_TOKEN || !same) return empty(403);
  const body = await bodyOf(request);
  const order = kept(body);
  if (!order) return empty(404);
  const { reason = "고객 요청" } = body;
  return answer(cancel(order, String(reason)));
}
