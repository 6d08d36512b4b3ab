"""Is the first real payment what it has to be: each point passed, failed or unknown, never guessed."""

from collections.abc import Iterable, Mapping
from typing import Final

from portone_guide.go_live.verify_answer import Asked, Check, Contracted, Verified
from portone_guide.go_live.webhooks import judge_webhooks
from portone_guide.needs.reason import Reason, because
from portone_guide.plan.model import EvidenceState
from portone_guide.remote.payment import Payment, Problem, Refunded
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion

Judged = tuple[EvidenceState, Reason]
WON: Final = "KRW"


def verified(
    book: RuleBook,
    asked: Asked,
    seen: Payment | Problem,
    said: Contracted,
    refund: Judged,
) -> Verified:
    """Return what a payment shows; ``refund`` is what came of cancelling it."""
    if isinstance(seen, Payment):
        judged: Mapping[str, Judged] = {
            "live": _live(seen),
            "provider": _provider(book, seen, said.gateways),
            "merchant_id": _merchant_id(book, seen, said.merchant_id),
            "paid": _paid(seen),
            "amount": _amount(seen, said.amount),
            "webhook": judge_webhooks(seen.webhooks),
            "refund": refund,
        }
    else:
        judged = dict.fromkeys(book.go_live.first_payment, ("unknown", because("not_read")))
    checks = tuple(_check(book, asked.portone, name, judged[name]) for name in book.go_live.first_payment)
    return Verified(*asked, None if isinstance(seen, Payment) else seen, checks)


def _check(book: RuleBook, portone: PortOneVersion, name: str, judged: Judged) -> Check:
    row = book.go_live.first_payment[name]
    source = row.source_v2 if row.source_v2 and portone == "v2" else row.source
    return Check(name, row.text, book.sources.sources[source].url, *judged)


def _live(seen: Payment) -> Judged:
    if seen.live is None:
        return "unknown", because("live.not_told")
    return ("pass", because("live.yes")) if seen.live else ("fail", because("live.test"))


def _provider(book: RuleBook, seen: Payment, gateways: Iterable[str]) -> Judged:
    names = {name: gateway.name for name, gateway in book.pg_methods.gateways.items()}
    wanted = tuple(gateways)
    if not seen.provider:
        return "unknown", because("provider.not_told")
    if not wanted:
        return "unknown", because("provider.not_said", module=seen.provider)
    here = _gateways_of(book, seen.provider)
    if not here:
        return "unknown", because("provider.unknown_code", module=seen.provider)
    found = tuple(names[name] for name in sorted(here))
    contracted = tuple(names[name] for name in wanted)
    if here & set(wanted):
        return "pass", because("provider.yes", module=seen.provider, names=found)
    return "fail", because("provider.other", module=seen.provider, names=found, wanted=contracted)


def _gateways_of(book: RuleBook, code: str) -> set[str]:
    """Return whose module a code of the API is; both versions write the same words, one of them in capitals."""
    modules = book.pg_methods.modules.values()
    return {
        module.gateway
        for module in modules
        if code.upper() in {(module.v1_code or "").upper(), (module.v2_code or "").upper()}
    }


def _merchant_id(book: RuleBook, seen: Payment, wanted: str | None) -> Judged:
    if not seen.merchant_id:
        return "unknown", because("merchant_id.not_told")
    shared = {row.merchant_id for rows in book.channels.test.values() for row in rows}
    if seen.merchant_id in shared:
        return "fail", because("merchant_id.test", id=seen.merchant_id)
    if not wanted:
        return "unknown", because("merchant_id.not_said", id=seen.merchant_id)
    if seen.merchant_id == wanted:
        return "pass", because("merchant_id.yes", id=seen.merchant_id)
    return "fail", because("merchant_id.other", id=seen.merchant_id, wanted=wanted)


def _paid(seen: Payment) -> Judged:
    match seen.status:
        case "paid":
            return "pass", because("paid.yes")
        case "part_cancelled" | "cancelled" if seen.was_paid:
            return "pass", because("paid.cancelled_since")
        case "failed":
            return "fail", because("paid.failed")
        case "ready":
            return "fail", because("paid.ready")
        case "virtual_account":
            return "fail", because("paid.virtual_account")
        case "pending":
            return "unknown", because("paid.pending")
    return "unknown", because("paid.not_told")


def _amount(seen: Payment, wanted: int | None) -> Judged:
    if seen.total is None or not seen.currency:
        return "unknown", because("amount.not_told")
    if seen.currency != WON:
        return "unknown", because("amount.not_won", currency=seen.currency)
    if wanted is None:
        return "unknown", because("amount.not_said", amount=seen.total)
    if seen.total == wanted:
        return "pass", because("amount.yes", amount=seen.total)
    return "fail", because("amount.other", amount=seen.total, wanted=wanted)


def not_tried() -> Judged:
    """Return what is said of cancelling where nobody wants it."""
    return "unknown", because("refund.not_tried")


def cannot_refund(seen: Payment) -> Reason | None:
    """Return why a payment can't be cancelled; None: it can."""
    if seen.status not in {"paid", "part_cancelled"}:
        return because("refund.not_paid")
    if seen.cancellable is None or seen.cancellable <= 0:
        return because("refund.nothing_left")
    return None


def refund_judged(became: Refunded, before: Payment, after: Payment | Problem) -> Judged:
    """Return what cancelling came to: what the payment says when it is read again has the last word."""
    if isinstance(after, Payment) and after.status == "cancelled" and after.cancelled == _whole_cancelled(before):
        return "pass", because("refund.yes", amount=before.cancellable)
    match became:
        case "refused":
            return "fail", because("refund.refused")
        case "not_sent":
            return "fail", because("refund.not_sent")
        case "requested":
            return "unknown", because("refund.requested")
        case "done" if isinstance(after, Payment):
            return "fail", because("refund.not_seen")
    return "unknown", because("refund.unknown")


def _whole_cancelled(before: Payment) -> int | None:
    """Return how much is cancelled once all that was left is."""
    return None if before.cancelled is None or before.cancellable is None else before.cancelled + before.cancellable
