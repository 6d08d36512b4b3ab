/** 서버에 말하고 답을 받습니다. */
export async function post(path: string, body: object) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json();
}
