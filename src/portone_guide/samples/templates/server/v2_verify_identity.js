import { CHANNEL_TYPE, identities } from "./portone.js";

/**
 * 본인인증을 마친 사람의 이름. 마치지 않았으면 null.
 * @param {string} identityVerificationId
 * @returns {Promise<string | null>}
 */
export async function verifiedName(identityVerificationId) {
  const found = await identities.getIdentityVerification({
    identityVerificationId,
  });
  if (found.status !== "VERIFIED") return null;
  const type = found.channel?.type ?? CHANNEL_TYPE;
  if (type !== CHANNEL_TYPE) return null;
  return found.verifiedCustomer.name;
}
