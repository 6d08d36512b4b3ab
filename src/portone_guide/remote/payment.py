"""What the API says of one payment, as far as it is needed, and what else can come of asking."""

from typing import Final, Literal, NamedTuple, Protocol

TIMEOUT: Final = 60.0
"""Seconds for one request from beginning to end; a gateway may take most of them to cancel."""

Status = Literal["ready", "pending", "virtual_account", "paid", "part_cancelled", "cancelled", "failed"]

Problem = Literal["unauthorized", "forbidden", "not_found", "refused", "slow", "unreachable", "server", "odd"]
"""Why nothing was learned. ``server``: an answer that is an error of theirs; ``odd``: one that can't be read."""

Refunded = Literal["done", "requested", "refused", "not_sent", "unknown"]
"""What became of a cancellation. ``unknown``: it was sent, and what came of it was not told."""


class Secret:
    """Something that must not be seen: what shows values shows dots, and only the request has the text."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "Secret(...)"

    def reveal(self) -> str:
        """Return the text, for the request."""
        return self._text


class Webhook(NamedTuple):
    """One notice to the shop. ``answered`` None: not told; ``of_payment``: that it was paid, None: not told."""

    url: str
    of_payment: bool | None
    answered: bool | None
    code: str | None


class Payment(NamedTuple):
    """One payment; None: the answer does not tell. ``webhooks`` None: this version's API never tells.

    Amounts are in the currency's smallest unit. ``cancellable`` is what is left to cancel, ``tax_free`` of it.
    """

    status: Status | None
    live: bool | None
    provider: str | None
    merchant_id: str | None
    was_paid: bool
    total: int | None
    cancellable: int | None
    tax_free: int | None
    cancelled: int | None
    currency: str | None
    webhooks: tuple[Webhook, ...] | None


class Api(Protocol):
    """One version of the API, for one merchant."""

    def read(self, payment_id: str) -> Payment | Problem:
        """Return a payment, or why it can't be known."""

    def refund(self, payment_id: str, payment: Payment, why: str) -> Refunded:
        """Cancel all that is left of a payment, once: if it is still what was read."""
