import { call } from "./portone.js";

/**
 * 본인인증을 마친 사람의 이름. 마치지 않았으면 null.
 * @param {string} impUid
 * @param {string} orderId
 * @returns {Promise<string | null>}
 */
export async function verifiedName(impUid, orderId) {
  const id = encodeURIComponent(impUid);
  const found = await call("GET", `/certifications/${id}`);
  return found.certified && found.merchant_uid === orderId
    ? found.name
    : null;
}
