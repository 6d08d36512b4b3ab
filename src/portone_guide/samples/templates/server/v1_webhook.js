/**
 * 웹훅의 주문 번호와 결제 번호(imp_uid).
 * 누구나 보낼 수 있으니 포트원에 다시 물어 확인하세요.
 * @param {string} body
 */
export function orderOf(body) {
  const said = JSON.parse(body);
  return {
    orderId: String(said.merchant_uid),
    impUid: String(said.imp_uid),
  };
}
