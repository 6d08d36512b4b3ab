// {% if "card_billing" in kinds or "key_in" in kinds %}
import { answer, bodyOf, empty, kept } from "../../../lib/answers";
import { byCard } from "../../../lib/checkout.js";

// 카드 번호를 받습니다: 기록에 남기지 마세요
export async function POST(request: Request) {
  const body = await bodyOf(request);
  const order = kept(body);
  if (!order) return empty(404);
  if (!body.card) return empty(400);
  const card = body.card as Record<string, string>;
  return answer(byCard(order, card));
}
// {% endif %}
