"""The calls that open a payment or identity window, and the objects that they are given."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from portone_guide.code.expression import At, Fields, Value
from portone_guide.code.project import Project
from portone_guide.code.script import Call
from portone_guide.code.source import Source
from portone_guide.code.trees import Node
from portone_guide.rules.models.fields import PortOneVersion

Purpose = Literal["pay", "issue", "issue_and_pay", "identity", "embedded"]

_V2_CALLS: Final[dict[str, Purpose]] = {
    "requestPayment": "pay",
    "requestIssueBillingKey": "issue",
    "requestIssueBillingKeyAndPay": "issue_and_pay",
    "requestIdentityVerification": "identity",
    "loadPaymentUI": "embedded",
    "loadIssueBillingKeyUI": "embedded",
}
_V1_CALLS: Final[dict[str, Purpose]] = {"request_pay": "pay", "certification": "identity", "loadUI": "embedded"}
_V1_KEYS: Final = frozenset(
    ("pg", "pay_method", "merchant_uid", "amount", "name", "buyer_name", "buyer_tel", "buyer_email")
)
_V1_SURE: Final = frozenset(("pg", "pay_method", "channelKey"))
_V2_KEYS: Final = frozenset(
    (
        *("storeId", "channelKey", "paymentId", "orderName", "totalAmount", "payMethod", "currency"),
        *("billingKeyMethod", "identityVerificationId", "redirectUrl"),
    )
)
_BILLING_KEYS: Final = frozenset(("customer_uid", "merchant_uid", "amount"))
_OFFICIAL: Final = re.compile(r"^@portone/|cdn\.portone\.io")
_ANSWER_KEYS: Final = frozenset(("imp_uid", "paid_amount", "success", "status", "txId"))


class Request(NamedTuple):
    """A call that opens a window; ``fields`` None: what it is given can't be followed.

    ``call`` is its name as the documents have it, ``callback`` what gets the answer. ``in_app``: a component of a
    mobile SDK. ``direct``: it is a call, not only an object that looks like its request.
    """

    version: PortOneVersion
    purpose: Purpose
    call: str
    at: At
    fields: Fields | None
    callback: At | None = None
    guarded: bool = False
    in_app: bool = False
    direct: bool = True

    def given(self, *keys: str) -> list[At]:
        """Return what is given for any of some keys."""
        return [at for key in keys for at in (self.fields.entries.get(key, ()) if self.fields else ())]

    def has_none_of(self, project: Project, *keys: str) -> bool:
        """Tell whether it is sure that none of some keys has a value."""
        if self.fields is None or not self.fields.complete:
            return False
        return all(value.kind == "empty" for at in self.given(*keys) for value in project.values(at))

    def values(self, project: Project, *keys: str) -> list[Value]:
        """Return all that the keys can be, where the code does not ask in which surroundings it runs."""
        return [value for at in self.given(*keys) for value in project.values(at) if not value.guarded]


def requests_in(project: Project, source: Source) -> Iterator[Request]:
    """Yield the calls of a file that open a window."""
    for call in source.script.calls if source.script else ():
        found = _element(source, call) if call.name.startswith("<") else _called(source, call)
        if found:
            version, purpose, name, given, callback, sure = found
            fields = project.fields(At(source, given)) if given else None
            if not sure and len(_V2_KEYS & set(fields.entries if fields else ())) < 3:
                continue  # a function of the shop's own that has the same name
            guarded = bool(source.script and source.script.guarded(call.node))
            in_app = call.name.startswith("<")
            reply = At(source, callback) if callback else None
            yield Request(version, purpose, name, At(source, call.node), fields, reply, guarded, in_app)


_Found = tuple[PortOneVersion, Purpose, str, Node | None, Node | None, bool]


def _called(source: Source, call: Call) -> _Found | None:
    owner, _, name = call.name.rpartition(".")
    given = call.arguments[0] if call.arguments else None
    second = call.arguments[1] if len(call.arguments) > 1 else None
    if given is None:
        return None
    if name == "request_pay":
        return "v1", "pay", name, given, second, True
    if name in _V1_CALLS and _is_v1(owner):
        if name == "loadUI":
            given, second = second, call.arguments[2] if len(call.arguments) > 2 else None
        return "v1", _V1_CALLS[name], name, given, second, True
    imported = source.script.imports.get(name) if source.script and not owner else None
    if imported and imported.name in _V2_CALLS and _OFFICIAL.search(imported.module):
        return "v2", _V2_CALLS[imported.name], imported.name, given, None, True
    if name in _V2_CALLS and (sure := _is_v2(source, call, owner)) is not None:
        return "v2", _V2_CALLS[name], name, given, None, sure
    return None


def _is_v1(owner: str) -> bool:
    last = owner.rpartition(".")[2].lower()
    return last in {"imp", "iamport", "portone"} or last.endswith("imp")


def _is_v2(source: Source, call: Call, owner: str) -> bool | None:
    """Tell whether something is the V2 SDK: surely, perhaps (by its name), or not (None)."""
    script = source.script
    if script is None:
        return None
    root = owner.partition(".")[0]
    imported = script.imports.get(root)
    if imported:
        return bool(_OFFICIAL.search(imported.module)) or (
            False if "portone" in f"{owner}{imported.module}".lower() else None
        )
    if owner in {"PortOne", "window.PortOne", "globalThis.PortOne"}:
        return True
    behind = [script.of(bound.value) for bound in script.bounds(root or call.name, call.node) if bound.value]
    if any(re.search(r"window\??\.PortOne\b|@portone/|cdn\.portone\.io", text) for text in behind):
        return True
    return False if "portone" in " ".join((owner, *behind)).lower() else None


def _element(source: Source, call: Call) -> _Found | None:
    """Return a payment component of a mobile SDK."""
    name = call.name.strip("<>")
    imported = source.script.imports.get(name.partition(".")[0]) if source.script else None
    module = imported.module.lower() if imported else ""
    if "iamport" in module and name.endswith(("Payment", "Certification")) and "data" in call.fields:
        purpose: Purpose = "pay" if name.endswith("Payment") else "identity"
        called = "request_pay" if purpose == "pay" else "certification"
        return "v1", purpose, called, call.fields["data"], call.fields.get("callback"), True
    if "portone" in module and "request" in call.fields:
        issue = "Issue" in name or "Billing" in name
        identity = "Identity" in name
        called = "requestIssueBillingKey" if issue else "requestIdentityVerification" if identity else "requestPayment"
        return "v2", _V2_CALLS[called], called, call.fields["request"], None, True
    return None


def loose_objects(source: Source, requests: Iterable[Request]) -> Iterator[Request]:
    """Yield objects that look like the request of a payment call and were not reached from one."""
    reached = {
        id(at.node.parent)
        for request in requests
        for ats in (request.fields.entries.values() if request.fields else ())
        for at in ats
        if at.source is source
    } | {
        id(at.node)
        for request in requests
        for ats in (request.fields.entries.values() if request.fields else ())
        for at in ats
    }
    script = source.script
    for node in script.objects if script else ():
        keys = {script.of(pair.child("key") or pair).strip("\"'") for pair in node.children} if script else set()
        own = {id(pair) for pair in node.children}
        if own & reached or keys & _ANSWER_KEYS or not script:
            continue
        entries = {
            script.of(pair.child("key") or pair).strip("\"'"): [At(source, pair.child("value") or pair)]
            for pair in node.children
            if pair.kind in {"pair", "shorthand_property_identifier"}
        }
        complete = all(pair.kind != "spread_element" for pair in node.children)
        version: PortOneVersion | None = _version(keys)
        if version:
            call = "request_pay" if version == "v1" else "requestPayment"
            fields = Fields(entries, complete)
            yield Request(version, "pay", call, At(source, node), fields, None, script.guarded(node), direct=False)


def _version(keys: set[str]) -> PortOneVersion | None:
    if len(keys & _V1_KEYS) >= 3 and keys & _V1_SURE and keys & {"merchant_uid", "amount"}:
        return "v1"
    if keys >= _BILLING_KEYS:
        return "v1"
    if len(keys & _V2_KEYS) >= 4 and "totalAmount" in keys:
        return "v2"
    return None
