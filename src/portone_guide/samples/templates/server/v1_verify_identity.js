// {% include "server/v1_client.js" %}

export async function verifiedName(impUid) {
  const path = `/certifications/${impUid}`;
  const found = await call("GET", path);
  return found.certified ? found.name : null;
}
