// {% include "server/v2_client.js" %}

export async function verifiedName(verificationId) {
  const id = encodeURIComponent(verificationId);
  const path = `/identity-verifications/${id}`;
  const found = await call("GET", path);
  return found.status === "VERIFIED"
    ? found.verifiedCustomer.name
    : null;
}
