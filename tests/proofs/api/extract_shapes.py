"""Writes ``shapes.json`` for the shop's fake API: names and types of what a project asks and is answered.

``python tests/proofs/api/extract_shapes.py V2.OPENAPI.JSON V1.OPENAPI.JSON`` (``src/schema`` of the repository
``portone-io/developers.portone.io``). No description is taken over.
"""

import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from go_live.api import extract_shapes  # noqa: E402

V2_ROOTS = (
    *("Payment", "GetPaymentError", "CancelPaymentBody", "CancelPaymentResponse", "CancelPaymentError"),
    *("BillingKeyPaymentInput", "PayWithBillingKeyResponse", "PayWithBillingKeyError"),
    *("CreatePaymentScheduleBody", "CreatePaymentScheduleResponse"),
    *("RevokePaymentSchedulesBody", "RevokePaymentSchedulesResponse"),
    *("IssueBillingKeyBody", "IssueBillingKeyResponse", "BillingKeyInfo", "DeleteBillingKeyResponse"),
    *("InstantPaymentInput", "PayInstantlyResponse", "IdentityVerification"),
)
V1_ROOTS = ("AuthResponse", "PaymentResponse", "CertificationResponse", "CustomerResponse", "ScheduleResponse")
V1_REQUESTS = {
    "getToken": ("/users/getToken", "post"),
    "cancel": ("/payments/cancel", "post"),
    "again": ("/subscribe/payments/again", "post"),
    "onetime": ("/subscribe/payments/onetime", "post"),
    "schedule": ("/subscribe/payments/schedule", "post"),
    "unschedule": ("/subscribe/payments/unschedule", "post"),
    "customer": ("/subscribe/customers/{customer_uid}", "post"),
}


def v1_shapes(v1: dict[str, Any]) -> dict[str, Any]:
    """Return the shapes of V1: every answer is a code and what it holds, told as two schemas."""
    first = extract_shapes.closure(V1_ROOTS, v1["definitions"])
    codes = {
        key: extract_shapes.shape(item, {})
        for key, item in v1["definitions"]["ResponseAnnotation"]["properties"].items()
    }
    for name in V1_ROOTS:
        held = {key: item for part in first[name]["allOf"] for key, item in part.get("properties", {}).items()}
        first[name] = {"type": "object", "properties": {**codes, **held}, "additionalProperties": False}
    for name, (path, method) in V1_REQUESTS.items():
        fields = [field for field in v1["paths"][path][method]["parameters"] if field["in"] == "formData"]
        first[name] = {
            "type": "object",
            "properties": {field["name"]: {"type": field["type"]} if "type" in field else {} for field in fields},
            "required": [field["name"] for field in fields if field.get("required")],
            "additionalProperties": False,
        }
    return first


if __name__ == "__main__":
    second, first = (json.loads(Path(name).read_text("utf-8")) for name in sys.argv[1:])
    extract_shapes.LEFT_OUT -= {"PaymentMethod"}
    extract_shapes.LEFT_OUT |= {"PaymentMethodCard", "PaymentMethodEasyPay", "PgBillingKeyIssueResponse"}
    made = {"v1": v1_shapes(first), "v2": extract_shapes.closure(V2_ROOTS, second["components"]["schemas"])}
    parts = [
        f"{json.dumps(part)}: {{\n" + ",\n".join(f" {json.dumps(name)}: {json.dumps(it)}" for name, it in found.items())
        for part, found in made.items()
    ]
    (HERE / "shapes.json").write_text("{" + "\n},\n".join(parts) + "\n}}\n", "utf-8")
