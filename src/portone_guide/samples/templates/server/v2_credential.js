/**
 * 브라우저의 입력란을 API의 이름으로.
 * @param {Record<string, string>} card
 */
function credential(card) {
  return {
    number: card.number,
    expiryYear: card.expiryYear,
    expiryMonth: card.expiryMonth,
    birthOrBusinessRegistrationNumber: card.birth,
    passwordTwoDigits: card.password,
  };
}
