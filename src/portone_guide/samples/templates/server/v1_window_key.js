/**
 * 결제창에서 등록한 카드인지. 없으면 오류.
 * @param {string} customerUid
 * @returns {Promise<boolean>}
 */
export async function isIssued(customerUid) {
  const path = `/subscribe/customers/${customerUid}`;
  const found = await call("GET", path);
  return (
    found.customer_uid === customerUid &&
    (found.sandbox ?? false) === IS_TEST
  );
}
