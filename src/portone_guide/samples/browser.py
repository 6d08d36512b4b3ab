"""Browser code: one call of PortOne's SDK, as a module for a page and as a React component."""

from collections.abc import Mapping
from typing import Any

from portone_guide.rules.models.sample import CodeSample, SampleCall
from portone_guide.samples.code_text import INDENT, javascript, merged, nested
from portone_guide.samples.variables import variable_lines

_V1_HEAD = """\
// HTML에 먼저 넣으세요:
// <script
//   src="https://cdn.iamport.kr/v1/iamport.js"
// ></script>
IMP.init("imp00000000"); // 콘솔의 고객사 식별코드
"""
_V2_HEAD = 'import * as PortOne from "@portone/browser-sdk/v2";\n'

# What every call of a kind has, by the pages that `calls` of the rule file names. `$name` is a variable.
_V1_ORDER = {
    "channelKey": "channel-key-00000000",
    "merchant_uid": "$orderId",
    "name": "주문 상품 이름",
    "amount": "$amount",
    "buyer_name": "홍길동",
    "buyer_tel": "010-1234-5678",
    "buyer_email": "buyer@example.com",
    "m_redirect_url": "$redirectUrl",
}
_V2_STORE = {"storeId": "store-00000000", "channelKey": "channel-key-00000000"}
_V2_ORDER = {
    **_V2_STORE,
    "paymentId": "$paymentId",
    "orderName": "주문 상품 이름",
    "totalAmount": "$amount",
    "currency": "KRW",
}
_BASE: dict[SampleCall, dict[str, Any]] = {
    "v1_request_pay": _V1_ORDER,
    "v1_request_billing": {**_V1_ORDER, "customer_uid": "$customerUid"},
    "v1_load_ui": {name: value for name, value in _V1_ORDER.items() if not name.startswith("buyer_")},
    "v1_certification": {
        "channelKey": "channel-key-00000000",
        "merchant_uid": "$orderId",
        "m_redirect_url": "$redirectUrl",
    },
    "v2_request_payment": {**_V2_ORDER, "redirectUrl": "$redirectUrl"},
    "v2_issue_billing_key": {**_V2_STORE, "redirectUrl": "$redirectUrl"},
    "v2_issue_billing_key_and_pay": {**_V2_ORDER, "redirectUrl": "$redirectUrl"},
    "v2_identity": {**_V2_STORE, "identityVerificationId": "$verificationId", "redirectUrl": "$redirectUrl"},
    "v2_load_payment_ui": _V2_ORDER,
    "v2_load_billing_ui": _V2_STORE,
}
_METHOD_NAME: dict[SampleCall, str] = {
    "v1_request_pay": "pay_method",
    "v1_request_billing": "pay_method",
    "v1_load_ui": "ui",
    "v2_request_payment": "payMethod",
    "v2_issue_billing_key": "billingKeyMethod",
    "v2_issue_billing_key_and_pay": "billingKeyAndPayMethod",
    "v2_load_payment_ui": "uiType",
    "v2_load_billing_ui": "uiType",
}
NO_VALUE = "none"
"""The method's value where the call takes none."""


def is_browser(call: SampleCall) -> bool:
    """Tell whether a call is made in the payer's browser."""
    return call in _BASE


def parameters(row: CodeSample, method: str) -> dict[str, Any]:
    """Return all parameters of a browser call for one method."""
    base = dict(_BASE[row.call])
    value = row.methods[method]
    name = _METHOD_NAME.get(row.call)
    chosen = {name: value} if name and value != NO_VALUE else {}
    found = merged(base, chosen, nested(row.params), nested(row.method_params.get(method, {})))
    return {key: item for key, item in found.items() if key not in row.without}


def browser_code(row: CodeSample, method: str, *, react: bool) -> str:
    """Return a whole source file that makes the call and hands the result to the shop's server."""
    given = parameters(row, method)
    body = _v1_body(row.call, given) if row.portone == "v1" else _v2_body(row.call, given)
    if not react:
        return (_V1_HEAD if row.portone == "v1" else _V2_HEAD) + "\n" + body
    head = _V2_HEAD if row.portone == "v2" else "/* global IMP */\n" + _V1_HEAD
    container = '  return (\n    <div className="portone-ui-container" ref={start} />\n  );\n'
    if row.call == "v1_load_ui":
        kind = given.get("ui", "")
        container = (
            "  return (\n    <div\n"
            '      className="portone-ui-container"\n'
            f'      data-portone-ui-type="{kind}"\n'
            "      ref={start}\n    />\n  );\n"
        )
    button = "  return <button onClick={start}>결제하기</button>;\n"
    shown = container if row.call in _DRAWN else button.replace("결제하기", _LABELS.get(row.call, "결제하기"))
    start = "  const start = () => pay({ amount, orderId });\n"
    if row.call in _DRAWN:
        start = "  const start = (element) => {\n    if (element) pay({ amount, orderId });\n  };\n"
    return f"{head}\n{body}\nexport default function PayButton({{ amount, orderId }}) {{\n{start}{shown}}}\n"


_DRAWN = ("v1_load_ui", "v2_load_payment_ui", "v2_load_billing_ui")
_LABELS: dict[SampleCall, str] = {
    "v1_certification": "본인인증하기",
    "v2_identity": "본인인증하기",
    "v1_request_billing": "결제수단 등록하기",
    "v2_issue_billing_key": "결제수단 등록하기",
}
_V1_CALLS: dict[SampleCall, str] = {
    "v1_request_pay": "IMP.request_pay",
    "v1_request_billing": "IMP.request_pay",
    "v1_certification": "IMP.certification",
}
_V2_CALLS: dict[SampleCall, str] = {
    "v2_request_payment": "requestPayment",
    "v2_issue_billing_key": "requestIssueBillingKey",
    "v2_issue_billing_key_and_pay": "requestIssueBillingKeyAndPay",
    "v2_identity": "requestIdentityVerification",
}


def _v1_body(call: SampleCall, given: dict[str, Any]) -> str:
    sent = {"merchant_uid": "$orderId", "imp_uid": "$response.imp_uid"}
    if "$customerUid" in given.values():
        sent["customer_uid"] = "$customerUid"
    variables = variable_lines(given)
    opens, head = f"{_V1_CALLS.get(call, '')}(", ""
    if call == "v1_load_ui":
        kind = given.get("ui", "")
        given = {name: value for name, value in given.items() if name != "ui"}
        opens = f'IMP.loadUI("{kind}", '
        head = (
            f'// 버튼이 그려질 곳:\n// <div class="portone-ui-container"\n//   data-portone-ui-type="{kind}"></div>\n'
        )
    return (
        f"{head}export function pay({{ amount, orderId }}) {{\n{variables}"
        f"  {opens}{javascript(given, 1)}, async (response) => {{\n"
        "    if (response.error_code) {\n"
        "      return alert(response.error_msg);\n"
        "    }\n"
        f"{_told(sent, 2)}"
        "  });\n"
        "}\n"
    )


def _told(sent: Mapping[str, str], depth: int) -> str:
    """Return the lines that hand the result to the shop's own server."""
    lines = [
        "// 여기서 끝내지 말고 서버가 다시 확인하게 하세요",
        'await fetch("/payment/complete", {',
        '  method: "POST",',
        '  headers: { "Content-Type": "application/json" },',
        f"  body: JSON.stringify({javascript(sent, depth + 1)}),",
        "});",
    ]
    return "".join(f"{INDENT * depth}{line}\n" for line in lines)


def _v2_body(call: SampleCall, given: dict[str, Any]) -> str:
    sent = _V2_SENT.get(call, {"paymentId": "$paymentId", "orderId": "$orderId"})
    variables = variable_lines(given)
    if call in _DRAWN:
        load, success, fail = _V2_DRAWN[call]
        return (
            "// 버튼이 그려질 곳:\n"
            '// <div class="portone-ui-container"></div>\n'
            f"export async function pay({{ amount, orderId }}) {{\n{variables}"
            f"  const request = {javascript(given, 1)};\n"
            f"  await PortOne.{load}(request, {{\n"
            f"    {success}: async (response) => {{\n{_told(sent, 3)}    }},\n"
            f"    {fail}: (error) => alert(error.message),\n"
            "  });\n}\n"
        )
    return (
        f"export async function pay({{ amount, orderId }}) {{\n{variables}"
        f"  const request = {javascript(given, 1)};\n"
        f"  const response =\n    await PortOne.{_V2_CALLS[call]}(request);\n"
        "  if (response?.code !== undefined) {\n"
        "    return alert(response.message);\n"
        "  }\n"
        f"{_told(sent, 1)}"
        "}\n"
    )


_V2_SENT: dict[SampleCall, dict[str, str]] = {
    "v2_issue_billing_key": {"billingKey": "$response.billingKey", "orderId": "$orderId"},
    "v2_load_billing_ui": {"billingKey": "$response.billingKey", "orderId": "$orderId"},
    "v2_issue_billing_key_and_pay": {
        "billingKey": "$response.billingKey",
        "paymentId": "$paymentId",
        "orderId": "$orderId",
    },
    "v2_identity": {"identityVerificationId": "$verificationId"},
}
_V2_DRAWN: dict[SampleCall, tuple[str, str, str]] = {
    "v2_load_payment_ui": ("loadPaymentUI", "onPaymentSuccess", "onPaymentFail"),
    "v2_load_billing_ui": (
        "loadIssueBillingKeyUI",
        "onIssueBillingKeySuccess",
        "onIssueBillingKeyFail",
    ),
}
