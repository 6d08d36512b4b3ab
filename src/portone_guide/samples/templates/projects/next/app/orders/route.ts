import { bodyOf, empty } from "../../lib/answers";
import { forBrowser, ITEMS, newOrder } from "../../lib/orders.js";

// 주문을 만듭니다: 금액은 서버가 정합니다
export async function POST(request: Request) {
  const { item } = await bodyOf(request);
  const sold = ITEMS.get(String(item));
  if (!sold) return empty(404);
  return Response.json(forBrowser(newOrder(sold)));
}
