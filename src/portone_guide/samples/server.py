"""The server's part: check what the browser says was paid, charge a billing key, or take a card number."""

from portone_guide.rules.models.sample import CodeSample, SampleCall
from portone_guide.samples.code_text import merged, nested
from portone_guide.samples.program import Program

_TEMPLATES: dict[SampleCall, str] = {
    "v1_api_billing": "v1_api_billing",
    "v1_api_key_in": "v1_api_key_in",
    "v2_api_billing": "v2_api_billing",
    "v2_api_key_in": "v2_api_key_in",
    "v2_issue_billing_key": "v2_charge",
    "v2_load_billing_ui": "v2_charge",
    "v1_request_billing": "v1_verify_and_charge",
    "v1_certification": "v1_verify_identity",
    "v2_identity": "v2_verify_identity",
}


def server_program(row: CodeSample, method: str, v1_code: str | None, *, python: bool) -> Program:
    """Return a server source file, in Python or JavaScript, that belongs to a call.

    ``v1_code`` is how PortOne V1 names the module, where it has a name.
    """
    name = _TEMPLATES.get(row.call, f"{row.portone}_verify")
    if row.call == "v1_load_ui" and row.type == "overseas_billing":
        name = "v1_verify_and_charge"
    values = {
        "call": row.call,
        "extra": merged(nested(row.params), nested(row.method_params.get(method, {}))),
        "charge": nested(row.charge_params),
        "v1_code": v1_code,
    }
    return Program(f"server/{name}.{'py' if python else 'js'}", values)
