"""One request with one deadline, and nothing of what went wrong but its kind."""

import asyncio
from collections.abc import Awaitable, Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, TypeVar

from portone_guide.remote import payment as remote_payment
from portone_guide.remote.payment import Problem, Refunded

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")

_WAYS: Final = ("httpx", "portone_server_sdk")
_REFUNDED: Final[dict[str, Refunded]] = {
    "done": "done",
    "requested": "requested",
    "refused": "refused",
    "not_sent": "not_sent",
    "unreachable": "not_sent",
}


def is_installed() -> bool:
    """Tell whether what speaks to the API is there."""
    return all(find_spec(name) for name in _WAYS)


def asked(request: Callable[[], Awaitable[T]]) -> T | Problem:
    """Return what a request answers, or what went wrong.

    An error of others may hold a whole answer or the request with its secret: none leaves this function.
    """
    return asyncio.run(_within(request))


async def _within(request: Callable[[], Awaitable[T]]) -> T | Problem:
    try:
        async with asyncio.timeout(remote_payment.TIMEOUT):
            return await request()
    except Exception as error:
        return _problem(error)


def _problem(error: Exception) -> Problem:
    import httpx

    if isinstance(error, TimeoutError | httpx.TimeoutException):
        return "unreachable" if isinstance(error, httpx.ConnectTimeout) else "slow"
    if isinstance(error, httpx.ConnectError):
        return "unreachable"
    return "server" if isinstance(error, httpx.TransportError) else "odd"


def problem_of(status: int) -> Problem:
    """Return what an answer that is no success means."""
    match status:
        case 401:
            return "unauthorized"
        case 403:
            return "forbidden"
        case 404:
            return "not_found"
        case 400 | 409 | 422:
            return "refused"
    return "server" if status >= 500 or status == 429 else "odd"


def refunded(answer: Refunded | Problem) -> Refunded:
    """Return what became of a cancellation; only where no connection was made is it sure that it was not sent."""
    return _REFUNDED.get(answer, "unknown")


def client_of_one_request() -> "httpx.AsyncClient":
    """Return a client that asks once and follows nothing."""
    import httpx

    return httpx.AsyncClient(timeout=remote_payment.TIMEOUT, follow_redirects=False)
