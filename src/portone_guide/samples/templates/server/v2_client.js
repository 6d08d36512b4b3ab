const API = "https://api.portone.io";
const SECRET = process.env.PORTONE_API_SECRET;

async function call(method, path, body) {
  const reply = await fetch(API + path, {
    method,
    headers: {
      Authorization: `PortOne ${SECRET}`,
      "Content-Type": "application/json",
    },
    body: body && JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(await reply.text());
  return reply.json();
}
