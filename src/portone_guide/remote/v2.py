"""PortOne V2, by its official SDK."""

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from portone_guide.remote.asking import asked, client_of_one_request, problem_of, refunded
from portone_guide.remote.payment import Payment, Problem, Refunded, Secret, Status, Webhook
from portone_guide.remote.reading import at, less, list_at, text_at, whole_at

if TYPE_CHECKING:
    from portone_server_sdk import PaymentClient

HOST: Final = "https://api.portone.io"
_STATUS: Final[dict[str, Status]] = {
    "READY": "ready",
    "PAY_PENDING": "pending",
    "VIRTUAL_ACCOUNT_ISSUED": "virtual_account",
    "PAID": "paid",
    "PARTIAL_CANCELLED": "part_cancelled",
    "CANCELLED": "cancelled",
    "FAILED": "failed",
}
_LIVE: Final = {"LIVE": True, "TEST": False}
_ANSWERED: Final = {"SUCCEEDED": True, "FAILED_NOT_OK_RESPONSE": False, "FAILED_UNEXPECTED_ERROR": False}
_REFUNDED: Final[dict[str, Refunded]] = {
    "SucceededPaymentCancellation": "done",
    "RequestedPaymentCancellation": "requested",
    "FailedPaymentCancellation": "refused",
}


class V2:
    """The API of V2; ``base_url`` is another only in tests."""

    def __init__(self, secret: Secret, base_url: str | None = None) -> None:
        self._secret = secret
        self._base_url = base_url or HOST

    def read(self, payment_id: str) -> Payment | Problem:
        """Return a payment, or why it can't be known."""
        client = self._client()
        return asked(lambda: self._read(client, payment_id))

    def refund(self, payment_id: str, payment: Payment, why: str) -> Refunded:
        """Cancel all that is left of a payment, once: if it is still what was read."""
        client = self._client()
        return refunded(asked(lambda: _refund(client, payment_id, payment, why)))

    async def _read(self, client: "PaymentClient", payment_id: str) -> Payment | Problem:
        from portone_server_sdk import errors

        try:
            return _payment(await client.get_payment_async(payment_id=payment_id), payment_id)
        except errors.UnauthorizedError:
            return "unauthorized"
        except errors.ForbiddenError:
            return "forbidden"
        except errors.PaymentNotFoundError:
            return "not_found"
        except errors.InvalidRequestError:
            return "refused"
        except (errors.UnknownError, ValueError, KeyError, TypeError, AttributeError):
            pass  # an answer that this SDK can't read: what is needed may be in it all the same
        finally:
            await _close(client)
        return await self._read_plainly(payment_id)

    async def _read_plainly(self, payment_id: str) -> Payment | Problem:
        headers = {"Authorization": f"PortOne {self._secret.reveal()}"}
        async with client_of_one_request() as client:
            address = f"{self._base_url}/payments/{quote(payment_id, safe='')}"
            response = await client.get(address, headers=headers)
        if response.status_code != 200:
            return problem_of(response.status_code)
        return _payment(response.json(), payment_id)

    def _client(self) -> "PaymentClient":
        from portone_server_sdk import PaymentClient

        return PaymentClient(secret=self._secret.reveal(), base_url=self._base_url)


async def _refund(client: "PaymentClient", payment_id: str, payment: Payment, why: str) -> Refunded:
    from portone_server_sdk import errors
    from portone_server_sdk.payment import CancelPaymentError

    try:
        response = await client.cancel_payment_async(
            payment_id=payment_id,
            amount=payment.cancellable,
            tax_free_amount=payment.tax_free or None,
            current_cancellable_amount=payment.cancellable,
            reason=why,
        )
    except errors.UnknownError:
        return "unknown"
    except CancelPaymentError:
        return "refused"
    finally:
        await _close(client)
    return _REFUNDED.get(type(response.cancellation).__name__, "unknown")


async def _close(client: "PaymentClient") -> None:
    """Close the SDK's connection, which it leaves open."""
    connection = getattr(client, "_async_client", None)
    if connection is not None:
        await connection.aclose()


def _payment(answer: Any, payment_id: str) -> Payment | Problem:
    """Return what an answer tells, the SDK's object or a JSON object."""
    if text_at(answer, "id") != payment_id:
        return "odd"
    status = _status(answer)
    cancelled = whole_at(answer, "amount", "cancelled")
    return Payment(
        status=status,
        live=_LIVE.get(text_at(answer, "channel", "type") or ""),
        provider=text_at(answer, "channel", "pgProvider"),
        merchant_id=text_at(answer, "channel", "pgMerchantId"),
        was_paid=status in {"paid", "part_cancelled"} or bool(text_at(answer, "paidAt")),
        total=whole_at(answer, "amount", "total"),
        cancellable=less(whole_at(answer, "amount", "paid"), cancelled),
        tax_free=less(whole_at(answer, "amount", "taxFree"), whole_at(answer, "amount", "cancelledTaxFree")),
        cancelled=cancelled,
        currency=text_at(answer, "currency"),
        webhooks=tuple(_webhook(one) for one in list_at(answer, "webhooks") if text_at(one, "url")),
    )


def _status(answer: Any) -> Status | None:
    """Return the status: in JSON a text, in the SDK the kind of the object."""
    if isinstance(answer, dict):
        return _STATUS.get(text_at(answer, "status") or "")
    kinds = {name.replace("_", "").lower(): status for name, status in _STATUS.items()}
    return kinds.get(type(answer).__name__.removesuffix("Payment").lower())


def _webhook(one: Any) -> Webhook:
    of_payment = text_at(one, "paymentStatus")
    return Webhook(
        url=str(at(one, "url")),
        of_payment=of_payment == "PAID" if of_payment else None,
        answered=_ANSWERED.get(text_at(one, "status") or ""),
        code=text_at(one, "response", "code"),
    )
