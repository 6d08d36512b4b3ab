import { answer, bodyOf, empty, kept } from "../../../lib/answers";
import { complete } from "../../../lib/checkout.js";

// 결제창이 끝났다고 브라우저가 말할 때
export async function POST(request: Request) {
  const body = await bodyOf(request);
  const order = kept(body);
  if (!order) return empty(404);
  const said = {
    impUid: String(body.impUid ?? ""),
    billingKey: String(body.billingKey ?? ""),
  };
  return answer(complete(order, said));
}
