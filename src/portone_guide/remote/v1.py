"""PortOne V1, over its REST API."""

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from portone_guide.remote.asking import asked, client_of_one_request, problem_of, refunded
from portone_guide.remote.payment import Payment, Problem, Refunded, Secret, Status
from portone_guide.remote.reading import at, flag_at, less, text_at, whole_at

if TYPE_CHECKING:
    import httpx

HOST: Final = "https://api.iamport.kr"
_STATUS: Final[dict[str, Status]] = {
    "ready": "ready",
    "paid": "paid",
    "cancelled": "cancelled",
    "failed": "failed",
    "pending": "pending",
}


class V1:
    """The API of V1; ``base_url`` is another only in tests."""

    def __init__(self, key: Secret, secret: Secret, base_url: str | None = None) -> None:
        self._key = key
        self._secret = secret
        self._base_url = base_url or HOST

    def read(self, payment_id: str) -> Payment | Problem:
        """Return a payment, or why it can't be known."""
        return asked(lambda: self._read(payment_id))

    def refund(self, payment_id: str, payment: Payment, why: str) -> Refunded:
        """Cancel all that is left of a payment, once: if it is still what was read."""
        return refunded(asked(lambda: self._refund(payment_id, payment, why)))

    async def _read(self, payment_id: str) -> Payment | Problem:
        async with client_of_one_request() as client:
            token = await self._token(client)
            if not isinstance(token, Secret):
                return token
            response = await client.get(
                f"{self._base_url}/payments/{quote(payment_id, safe='')}",
                params={"include_sandbox": "true"},
                headers=_signed(token),
            )
        answer = _answer(response)
        return answer if isinstance(answer, str) else _payment(answer, payment_id)

    async def _refund(self, payment_id: str, payment: Payment, why: str) -> Refunded:
        async with client_of_one_request() as client:
            try:
                token = await self._token(client)
            except Exception:
                return "not_sent"
            if not isinstance(token, Secret):
                return "not_sent"
            order = {"imp_uid": payment_id, "amount": payment.cancellable, "checksum": payment.cancellable}
            response = await client.post(
                f"{self._base_url}/payments/cancel", json={**order, "reason": why}, headers=_signed(token)
            )
        if response.status_code in {400, 401, 403, 404}:
            return "refused"
        code = whole_at(response.json(), "code")
        if response.status_code != 200 or code is None:
            return "unknown"
        return "done" if code == 0 else "refused"

    async def _token(self, client: "httpx.AsyncClient") -> Secret | Problem:
        response = await client.post(
            f"{self._base_url}/users/getToken",
            json={"imp_key": self._key.reveal(), "imp_secret": self._secret.reveal()},
        )
        answer = _answer(response)
        if isinstance(answer, str):
            return answer
        token = text_at(answer, "access_token")
        return Secret(token) if token and token.isascii() and token.isprintable() else "odd"


def _signed(token: Secret) -> dict[str, str]:
    return {"Authorization": f"Bearer {token.reveal()}"}


def _answer(response: "httpx.Response") -> dict[str, Any] | Problem:
    """Return what an answer holds: a code of 0 and the response."""
    if response.status_code != 200:
        return problem_of(response.status_code)
    body = response.json()
    code, held = whole_at(body, "code"), at(body, "response")
    if code is None or (code == 0 and not isinstance(held, dict)):
        return "odd"
    return held if code == 0 else "refused"


def _payment(answer: dict[str, Any], payment_id: str) -> Payment | Problem:
    if text_at(answer, "imp_uid") != payment_id:
        return "odd"
    status = _STATUS.get(text_at(answer, "status") or "")
    total, cancelled = whole_at(answer, "amount"), whole_at(answer, "cancel_amount")
    if status == "paid" and cancelled:
        status = "part_cancelled"
    sandbox = flag_at(answer, "sandbox")
    return Payment(
        status=status,
        live=None if sandbox is None else not sandbox,
        provider=text_at(answer, "pg_provider"),
        merchant_id=text_at(answer, "pg_id"),
        was_paid=status in {"paid", "part_cancelled"} or bool(whole_at(answer, "paid_at")),
        total=total,
        cancellable=less(total, cancelled),
        tax_free=None,
        cancelled=cancelled,
        currency=text_at(answer, "currency"),
        webhooks=None,
    )
