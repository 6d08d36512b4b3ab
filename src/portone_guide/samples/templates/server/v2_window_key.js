/**
 * 브라우저가 보낸 빌링키가 이 주문의 것인지.
 * @param {string} billingKey
 * @param {string} orderId
 * @param {string} channelKey
 * @returns {Promise<boolean>}
 */
export async function isIssued(
  billingKey,
  orderId,
  channelKey,
) {
  const { billingKey: keys } = payments;
  const found = await keys.getBillingKeyInfo({
    billingKey,
  });
  return (
    found.status === "ISSUED" &&
    // {% if extra.issueId is defined %}
    found.issueId === orderId &&
    // {% endif %}
    found.channels.some(
      ({ key, type }) =>
        (key ?? channelKey) === channelKey &&
        type === CHANNEL_TYPE,
    )
  );
}
