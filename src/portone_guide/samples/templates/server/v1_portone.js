const API = "https://api.iamport.kr";
// 테스트는 TEST, 실제로 열 때는 LIVE
const CHANNEL_TYPE = process.env.PORTONE_CHANNEL_TYPE;
export const IS_TEST = CHANNEL_TYPE === "TEST";

/** 포트원이 거절한 요청. */
export class PortOneError extends Error {}

async function token() {
  const reply = await fetch(`${API}/users/getToken`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      imp_key: process.env.PORTONE_V1_KEY,
      imp_secret: process.env.PORTONE_V1_SECRET,
    }),
  });
  const { response } = await reply.json();
  return response.access_token;
}

/**
 * API를 부르고 response를 돌려줍니다.
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>}
 */
export async function call(method, path, body) {
  const reply = await fetch(new URL(path, API), {
    method,
    headers: {
      Authorization: `Bearer ${await token()}`,
      "Content-Type": "application/json",
    },
    body: body && JSON.stringify(body),
  });
  const { code, message, response } = await reply.json();
  if (!reply.ok || code !== 0) {
    throw new PortOneError(message);
  }
  return response;
}
