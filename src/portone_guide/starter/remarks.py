"""Where a gateway's page and the schema of PortOne's SDK differ, and what a page does not say: told, not settled."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from portone_guide.needs.reason import Reason, because
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.sample import SampleCall
from portone_guide.samples.browser import is_browser, parameters
from portone_guide.samples.project import Item

_FUNCTIONS: Final[Mapping[SampleCall, str]] = {
    "v1_request_pay": "request_pay",
    "v1_request_billing": "request_pay",
    "v2_request_payment": "requestPayment",
    "v2_issue_billing_key": "requestIssueBillingKey",
    "v2_issue_billing_key_and_pay": "requestIssueBillingKeyAndPay",
    "v2_identity": "requestIdentityVerification",
    "v2_load_payment_ui": "loadPaymentUI",
    "v2_load_billing_ui": "loadIssueBillingKeyUI",
}
"""What the SDK calls the functions whose parameters the rule files list."""
_RETURNS: Final = {"m_redirect_url", "redirectUrl"}


def remarks_of(book: RuleBook, item: Item) -> Iterator[Reason]:
    """Yield what ``go-live scan`` will say of the call of an item, because its page has it so."""
    if not is_browser(item.row.call):
        return
    given = parameters(item.row, item.need.method)
    if not given.keys() & _RETURNS and item.row.call in {"v1_request_pay", "v1_request_billing"}:
        yield because("no_return")
    known = book.go_live.parameters.get(_FUNCTIONS.get(item.row.call, ""))
    if known is None:
        return
    if lacks := _sorted(set(known.required) - given.keys()):
        yield because("schema_wants", names=lacks)
    if others := _sorted(given.keys() - set(known.names)):
        yield because("not_in_schema", names=others)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
