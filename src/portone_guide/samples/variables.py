"""The variables that browser samples make: order numbers, days, the way back."""

from collections.abc import Iterator
from typing import Any

# Made anew for each payment. Order numbers are letters and digits only: some gateways take nothing else.
_VARIABLES = {
    "$paymentId": 'const paymentId = crypto.randomUUID().replaceAll("-", "");',
    "$issueId": 'const issueId = crypto.randomUUID().replaceAll("-", "");',
    "$verificationId": "const verificationId = `identity-${crypto.randomUUID()}`;",
    "$customerUid": "// 카드 하나마다 다른 값: 서버에도 저장하세요\n"
    "  const customerUid = `card-${crypto.randomUUID()}`;",
    "$redirectUrl": "const redirectUrl = `${location.origin}/payment/return`;",
    "$dueDate": "const threeDays = new Date(Date.now() + 3 * 86400000);\n  const dueDate = threeDays.toISOString();",
    "$dueDay": "const threeDays = new Date(Date.now() + 3 * 86400000);\n"
    "  const dueDay = threeDays.toISOString().slice(0, 10);",
    "$dueSeconds": "const dueSeconds = Math.floor(Date.now() / 1000) + 259200;",
}


def variable_lines(given: dict[str, Any]) -> str:
    """Return one line for each variable that the parameters name."""
    used = set(_texts(given))
    return "".join(f"  {line}\n" for name, line in _VARIABLES.items() if name in used)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, str):
        yield value
