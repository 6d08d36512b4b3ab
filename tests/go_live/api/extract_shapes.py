"""Writes ``shapes.json``: the names and types of what the fake API answers and is asked, out of PortOne's schemas.

``python tests/go_live/api/extract_shapes.py V2.OPENAPI.JSON V1.OPENAPI.JSON`` (``assets/docs/schema`` of the
repository ``portone-io/mcp-server``). No description is taken over. What the fake never answers is any value.
"""

import json
import sys
from pathlib import Path
from typing import Any

V2_ROOTS = ("Payment", "GetPaymentError", "CancelPaymentBody", "CancelPaymentResponse", "CancelPaymentError")
V1_ROOTS = ("AuthResponse", "PaymentResponse")
V1_REQUESTS = {"getToken": ("/users/getToken", "post"), "cancel": ("/payments/cancel", "post")}
# Parts that the fake leaves out, so that their shape is of no use.
LEFT_OUT = {
    *("PaymentMethod", "PaymentEscrow", "PaymentCashReceipt", "Country", "ChannelGroupSummary", "Dispute", "Address"),
    *("PaymentProduct", "CancelPaymentBodyRefundAccount", "CancelledPaymentEscrow", "CancelledPaymentCashReceipt"),
    "VbankDepositAnnotation",
}
KEPT = {"type", "required", "properties", "items", "enum", "oneOf", "allOf", "$ref"}


def shape(value: dict[str, Any], names: dict[str, None]) -> dict[str, Any]:
    """Return a schema with its names and types alone; ``names`` gathers what it refers to."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        if name in LEFT_OUT:
            return {}
        names[name] = None
        return {"$ref": f"#/$defs/{name}"}
    if "discriminator" in value:
        return {"oneOf": list(_told_apart(value["discriminator"], names))}
    made: dict[str, Any] = {key: item for key, item in value.items() if key in {"type", "required", "enum"}}
    if "properties" in value:
        made["properties"] = {key: shape(item, names) for key, item in value["properties"].items()}
    if "items" in value:
        made["items"] = shape(value["items"], names)
    for key in ("oneOf", "allOf"):
        if key in value:
            made[key] = [shape(item, names) for item in value[key]]
    return made


def _told_apart(by: dict[str, Any], names: dict[str, None]) -> Any:
    for word, ref in by["mapping"].items():
        mark = {"properties": {by["propertyName"]: {"const": word}}, "required": [by["propertyName"]]}
        yield {"allOf": [mark, shape({"$ref": ref}, names)]}


def closure(roots: tuple[str, ...], schemas: dict[str, Any]) -> dict[str, Any]:
    """Return some schemas and all that they refer to; an object has no keys but those that are told."""
    wanted, made = dict.fromkeys(roots), {}
    while left := [name for name in wanted if name not in made]:
        for name in left:
            made[name] = shape(schemas[name], wanted)
            if "properties" in made[name]:
                made[name]["additionalProperties"] = False
    return dict(sorted(made.items()))


def shapes(v2: dict[str, Any], v1: dict[str, Any]) -> dict[str, Any]:
    """Return the shapes of both versions."""
    first = closure(V1_ROOTS, v1["definitions"])
    codes = {key: shape(item, {}) for key, item in v1["definitions"]["ResponseAnnotation"]["properties"].items()}
    for name in V1_ROOTS:  # every answer is a code and what it holds, told as two schemas
        held = {key: item for part in first[name]["allOf"] for key, item in part.get("properties", {}).items()}
        first[name] = {"type": "object", "properties": {**codes, **held}, "additionalProperties": False}
    for name, (path, method) in V1_REQUESTS.items():
        fields = v1["paths"][path][method]["parameters"]
        first[name] = {
            "type": "object",
            "properties": {field["name"]: {"type": field["type"]} for field in fields if "type" in field},
            "required": [field["name"] for field in fields if field["required"]],
            "additionalProperties": False,
        }
    del first["ResponseAnnotation"]
    hosts = {"v1": f"{v1['schemes'][0]}://{v1['host']}", "v2": v2["servers"][0]["url"]}
    return {"hosts": hosts, "v1": first, "v2": closure(V2_ROOTS, v2["components"]["schemas"])}


if __name__ == "__main__":
    read = [json.loads(Path(name).read_text("utf-8")) for name in sys.argv[1:]]
    parts = [
        f"{json.dumps(part)}: {{\n" + ",\n".join(f" {json.dumps(name)}: {json.dumps(it)}" for name, it in found.items())
        for part, found in shapes(*read).items()
    ]
    Path(__file__).with_name("shapes.json").write_text("{" + "\n},\n".join(parts) + "\n}}\n", "utf-8")
