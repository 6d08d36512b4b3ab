const API = "https://api.iamport.kr";

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

async function call(method, path, body) {
  const reply = await fetch(API + path, {
    method,
    headers: {
      Authorization: await token(),
      "Content-Type": "application/json",
    },
    body: body && JSON.stringify(body),
  });
  const { code, message, response } = await reply.json();
  if (code !== 0) throw new Error(message);
  return response;
}
