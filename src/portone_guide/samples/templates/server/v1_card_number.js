/**
 * 네 자리마다 빼기표: 1234-1234-1234-1234
 * @param {string} number
 */
function dashed(number) {
  return number.replace(/(.{4})(?=.)/g, "$1-");
}
