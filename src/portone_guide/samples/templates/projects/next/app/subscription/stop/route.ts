// {% if charged %}
import { answer, bodyOf, empty, kept } from "../../../lib/answers";
import { stop } from "../../../lib/checkout.js";

// 정기결제를 그만둡니다: 로그인한 사람의 것인지 확인하세요
export async function POST(request: Request) {
  const order = kept(await bodyOf(request));
  if (!order) return empty(404);
  return answer(stop(order));
}
// {% endif %}
