"""The browser's part: one call of PortOne's SDK, as a module for a page and as a React component."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from portone_guide.rules.models.sample import CodeSample, SampleCall
from portone_guide.samples.code_text import merged, nested
from portone_guide.samples.program import TEMPLATES, Program

NO_VALUE = "none"
"""The method's value where the call takes none."""


class BrowserCall(NamedTuple):
    """A call of the SDK, by the pages that ``calls`` of the rule file names.

    ``page`` is its template; ``takes`` what every such call has (the values are in ``values.json``); ``method`` the
    parameter that names the payment method, if one does. ``draws``: the SDK draws the button itself.
    """

    page: str
    takes: tuple[str, ...]
    method: str | None = None
    draws: bool = False


_V1_BUYER = ("buyer_name", "buyer_tel", "buyer_email")
_V1_GOODS = ("channelKey", "merchant_uid", "name", "amount")
_V1_ORDER = (*_V1_GOODS, *_V1_BUYER, "m_redirect_url")
_V2_STORE = ("storeId", "channelKey")
_V2_ORDER = (*_V2_STORE, "paymentId", "orderName", "totalAmount", "currency")
_CALLS: dict[SampleCall, BrowserCall] = {
    "v1_request_pay": BrowserCall("v1_request", _V1_ORDER, "pay_method"),
    "v1_request_billing": BrowserCall("v1_request", (*_V1_ORDER, "customer_uid"), "pay_method"),
    "v1_load_ui": BrowserCall("v1_load_ui", (*_V1_GOODS, "m_redirect_url"), "ui", draws=True),
    "v1_certification": BrowserCall("v1_certification", ("channelKey", "merchant_uid", "m_redirect_url")),
    "v2_request_payment": BrowserCall("v2_request", (*_V2_ORDER, "redirectUrl"), "payMethod"),
    "v2_issue_billing_key": BrowserCall("v2_request", (*_V2_STORE, "redirectUrl"), "billingKeyMethod"),
    "v2_issue_billing_key_and_pay": BrowserCall("v2_request", (*_V2_ORDER, "redirectUrl"), "billingKeyAndPayMethod"),
    "v2_identity": BrowserCall("v2_request", (*_V2_STORE, "identityVerificationId", "redirectUrl")),
    "v2_load_payment_ui": BrowserCall("v2_load_payment_ui", _V2_ORDER, "uiType", draws=True),
    "v2_load_billing_ui": BrowserCall("v2_load_billing_ui", _V2_STORE, "uiType", draws=True),
}
_OF_THE_ORDER = ("$storeId", "$channelKey", "$orderName", "$amount")
"""What a page takes from the order that the server made, beside its number."""


def is_browser(call: SampleCall) -> bool:
    """Tell whether a call is made in the payer's browser."""
    return call in _CALLS


def draws(call: SampleCall) -> bool:
    """Tell whether the SDK draws the button of a call itself."""
    return call in _CALLS and _CALLS[call].draws


def parameters(row: CodeSample, method: str) -> dict[str, Any]:
    """Return all parameters of a browser call for one method."""
    call = _CALLS[row.call]
    base = {name: _values()[name] for name in call.takes}
    value = row.methods[method]
    chosen = {call.method: value} if call.method and value != NO_VALUE else {}
    found = merged(base, chosen, nested(row.params), nested(row.method_params.get(method, {})))
    return {key: item for key, item in found.items() if key not in row.without}


def browser_program(row: CodeSample, method: str, *, react: bool) -> Program:
    """Return a whole source file that makes the call and hands the result to the shop's server.

    Where a call is the server's, the page takes the card's number for it.
    """
    if row.call not in _CALLS:
        return Program(f"browser/card_form.{'jsx' if react else 'js'}", {"page": "browser/card_form.js"})
    call = _CALLS[row.call]
    given = parameters(row, method)
    variables = tuple(dict.fromkeys(_variables(given)))
    ui = given.pop("ui", "") if row.call == "v1_load_ui" else ""
    page = f"browser/{call.page}.js"
    values = {
        "portone": row.portone,
        "call": row.call,
        "page": page,
        "given": given,
        "variables": variables,
        "ui": ui,
        "takes": (
            *(("impCode",) if row.portone == "v1" else ()),
            *(name[1:] for name in _OF_THE_ORDER if name in variables),
            "orderId",
        ),
    }
    if react:
        return Program("browser/container.jsx" if call.draws else "browser/button.jsx", values)
    return Program(page, values)


@cache
def _values() -> dict[str, str]:
    """Return what each common parameter is given; text that begins with ``$`` is a variable of the sample."""
    values: dict[str, str] = json.loads((TEMPLATES / "browser" / "values.json").read_text("utf-8"))
    return values


def _variables(value: Any) -> Iterator[str]:
    """Yield each variable that parameters use, as it is named in them: ``$amount``."""
    if isinstance(value, dict):
        for item in value.values():
            yield from _variables(item)
    elif isinstance(value, str) and value.startswith("$"):
        yield value
