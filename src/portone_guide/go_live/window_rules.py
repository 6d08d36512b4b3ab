"""What the object given to a payment or identity window must be."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from portone_guide.code.expression import Value
from portone_guide.code.regions import GAP
from portone_guide.go_live import korean_samples
from portone_guide.go_live.addresses import is_local, is_placeholder_address
from portone_guide.go_live.case import Case, Seen
from portone_guide.go_live.requests import Request
from portone_guide.needs.reason import because
from portone_guide.rules.models.go_live import Level

Rule = Callable[[Case, Request], Iterator[Seen]]

_REDIRECTS: Final = ("m_redirect_url", "redirectUrl")
_ADDRESSES: Final = (*_REDIRECTS, "notice_url", "noticeUrls", "confirm_url", "confirmUrl")
_CHANNELS: Final = ("channelKey", "channelGroupId")
_ORDER_IDS: Final = ("merchant_uid", "paymentId", "identityVerificationId")
_AMOUNTS: Final = ("amount", "totalAmount")
_WON: Final = frozenset(("KRW", "CURRENCY_KRW"))
_FILL_IN: Final = re.compile(
    r"YOUR[_-]|^your[A-Z]|^[Yy]our[ _-]|<[\w\s-]+>|^\{.*\}$|x{4,}|X{4,}|^iamport$|0{8}-0{4}|" + korean_samples.VALUE
)
_BLOCKED_AMOUNT, _ASKED_AMOUNT = 100, 1000


def seen(rule: str, value: Value, level: Level | None = None, **facts: Any) -> Seen:
    """Return that a rule holds where a value is written."""
    at = value.at
    detail = because(f"{rule}.detail", **facts) if facts else None
    return Seen(rule, at.source, at.node.start, at.node.end, level, detail)


def at_call(rule: str, request: Request, **facts: Any) -> Seen:
    """Return that a rule holds for a call as a whole."""
    detail = because(f"{rule}.detail", **facts) if facts else None
    source, node = request.at
    end = source.text.find("\n", node.start)
    return Seen(rule, source, node.start, min(node.end, end if end > 0 else node.end), detail=detail)


def _level(value: Value) -> Level | None:
    return "ask" if value.fallback else None


def test_merchant_id(case: Case, request: Request) -> Iterator[Seen]:
    """A shared test id in ``pg``."""
    for value in request.values(case.project, "pg", "storeId"):
        code, _, merchant = value.text.partition(".")
        if value.kind == "text" and (merchant.strip("{}") in case.test_ids or (not merchant and code in case.test_ids)):
            yield seen("test_merchant_id", value, _level(value), id=merchant.strip("{}") or code)


def channel(case: Case, request: Request) -> Iterator[Seen]:
    """Which channel is used: none, one that can't be told, or a gateway alone."""
    keys = request.values(case.project, "channelKey")
    for value in keys:
        if (
            value.kind == "text"
            and value.whole
            and value.text.startswith("channel-key-")
            and not _is_sample(case, value)
        ):
            yield seen("literal_channel_key", value)
    if not request.has_none_of(case.project, *_CHANNELS):
        return
    if request.version == "v2":
        if request.direct:
            yield at_call("no_channel", request)
    elif request.direct and request.has_none_of(case.project, "pg"):
        yield at_call("no_pg", request)
    else:
        for value in request.values(case.project, "pg"):
            alone = value.kind == "text" and value.whole and "." not in value.text.rstrip(".")
            if alone and value.text not in case.test_ids:
                yield seen("bare_pg", value)


def contracted(case: Case, request: Request) -> Iterator[Seen]:
    """Whether ``pg`` is of the gateways and the merchant id that were contracted."""
    if not case.said.gateways and not case.said.merchant_id:
        return
    codes = {code for gateway in case.said.gateways for code in case.v1_codes.get(gateway, ())}
    for value in request.values(case.project, "pg"):
        if value.kind != "text" or not value.whole:
            continue
        code, _, merchant = value.text.partition(".")
        if codes and code not in codes:
            yield seen("other_gateway", value)
        wanted = case.said.merchant_id
        if wanted and merchant and merchant != wanted and merchant not in case.test_ids:
            yield seen("other_merchant_id", value)


def placeholder(case: Case, request: Request) -> Iterator[Seen]:
    """Values that the documents show as examples."""
    for value in request.values(case.project, "storeId", "channelKey", "channelGroupId", "pg", "userCode"):
        sample = value.kind == "text" and _is_sample(case, value)
        if sample and value.text.partition(".")[2].strip("{}") not in case.test_ids:
            yield seen("placeholder", value, _level(value))


def _is_sample(case: Case, value: Value) -> bool:
    return value.text in case.samples or (value.whole and bool(_FILL_IN.search(value.text)))


def amount(case: Case, request: Request) -> Iterator[Seen]:
    """Whether the amount is one that only a test has."""
    currencies = request.values(case.project, "currency")
    if any(value.kind != "text" or value.text not in _WON for value in currencies):
        return
    registers = bool(request.given("customer_uid"))
    for at in request.given(*_AMOUNTS):
        values = case.project.values(at)
        if any(not value.whole for value in values):
            continue  # one of them is the order's, as far as can be told
        for value in values:
            if not re.fullmatch(r"\d{1,9}", value.text) or value.guarded or (registers and int(value.text) == 0):
                continue
            won = int(value.text)
            if won == 0 and not request.direct:  # what a form begins with
                continue
            if won <= _ASKED_AMOUNT:
                yield seen("test_amount", value, "block" if won <= _BLOCKED_AMOUNT and not value.fallback else "ask")
            elif value.kind == "text" and request.version == "v1":
                yield seen("amount_text", value)


def redirect(case: Case, request: Request) -> Iterator[Seen]:
    """Whether phones come back."""
    returns = request.purpose in {"pay", "issue", "issue_and_pay", "identity"} and request.direct
    popup = request.version == "v1" and request.purpose == "identity" and bool(request.given("popup"))
    on_phones = returns and not popup and not case.said.pc_only and not request.in_app
    if on_phones and request.has_none_of(case.project, *_REDIRECTS):
        yield at_call("no_redirect", request)._replace(level="ask" if request.given("windowType") else None)
    for value in request.values(case.project, *_REDIRECTS):
        if value.kind != "text" or value.fallback:
            continue
        if is_placeholder_address(value.text):
            yield seen("placeholder_redirect", value)
        elif request.version == "v2" and value.text.startswith(("/", "./")) and not value.text.startswith("//"):
            yield seen("relative_redirect", value)


def local_address(case: Case, request: Request) -> Iterator[Seen]:
    """Whether the addresses that a payment uses can be reached."""
    for value in request.values(case.project, *_ADDRESSES):
        texts = [value]
        if value.at.node.kind == "array":
            texts = [
                inner for node in value.at.node.children for inner in case.project.values(value.at._replace(node=node))
            ]
        for text in texts:
            if text.kind == "text" and is_local(text.text) and not text.fallback:
                yield seen("local_url", text)


def order_id(case: Case, request: Request) -> Iterator[Seen]:
    """Whether each payment has an order number of its own."""
    for at in request.given(*_ORDER_IDS):
        values = case.project.values(at)
        if values and all(value.whole and value.kind in {"text", "number"} for value in values):
            for value in values:
                if not value.guarded and not value.fallback:
                    yield seen("fixed_order_id", value)


def parameters(case: Case, request: Request) -> Iterator[Seen]:
    """Whether the call is given what it takes."""
    row = case.rows.parameters.get(request.call)
    if not row or not request.fields or not request.direct:
        return
    for key, ats in request.fields.entries.items():
        if key not in row.names and GAP not in key and re.fullmatch(r"[A-Za-z_]\w*", key):
            parent = ats[0].node.parent
            node = parent if parent and parent.kind == "pair" else ats[0].node
            yield Seen("deprecated_param", ats[0].source, node.start, node.start + len(key), None)
    missing = [key for key in row.required if request.has_none_of(case.project, key)]
    if missing:
        yield at_call("missing_param", request, names=tuple(missing))


def app_return(case: Case, request: Request) -> Iterator[Seen]:
    """Whether a payment inside an app comes back from the card's app."""
    inside = request.in_app or case.said.app
    wants = request.purpose in {"pay", "issue", "issue_and_pay"} and request.direct and not case.said.pc_only
    if inside and wants and request.has_none_of(case.project, "app_scheme", "appScheme"):
        yield at_call("no_app_return", request)


RULES: Final[tuple[Rule, ...]] = (
    test_merchant_id,
    channel,
    contracted,
    placeholder,
    amount,
    redirect,
    local_address,
    order_id,
    parameters,
    app_return,
)


def judge_windows(case: Case) -> Iterator[Seen]:
    """Yield what is wrong with the calls that open a window."""
    for request in (*case.requests, *case.loose):
        if not request.guarded:
            for rule in RULES:
                yield from rule(case, request)
