"""Server code: check what the browser says was paid, charge a billing key, or take a card number."""

import re
from typing import Any

from portone_guide.rules.models.sample import CodeSample, SampleCall
from portone_guide.samples.code_text import javascript, merged, nested, python
from portone_guide.samples.templates.javascript import JAVASCRIPT
from portone_guide.samples.templates.python_v1 import PYTHON_V1
from portone_guide.samples.templates.python_v2 import PYTHON_V2

_TEXTS: dict[SampleCall, str] = {
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


def server_code(row: CodeSample, method: str, *, language: str) -> str:
    """Return a server source file (``python`` or ``js``) that belongs to a call.

    A text marks with EXTRA where a module's own parameters of the call go, and with CHARGE those of charging
    an issued key.
    """
    texts = {**PYTHON_V1, **PYTHON_V2} if language == "python" else JAVASCRIPT
    name = _TEXTS.get(row.call, f"{row.portone}_verify")
    if row.call == "v1_load_ui" and row.type == "overseas_billing":
        name = "v1_verify_and_charge"
    text = texts[name] if name != "v1_verify_and_charge" else texts["v1_verify"] + "\n\n" + texts["v1_charge"]
    extra = merged(nested(row.params), nested(row.method_params.get(method, {})))
    return _filled(text, {"EXTRA": extra, "CHARGE": nested(row.charge_params)}, language)


def _filled(text: str, extras: dict[str, dict[str, Any]], language: str) -> str:
    lines = []
    for line in text.split("\n"):
        mark, _, form = line.strip().partition(" ")
        if mark not in extras:
            lines.append(line)
            continue
        space = line[: len(line) - len(line.lstrip())]
        for name, value in extras[mark].items():
            if language == "js":
                lines.append(f"{space}{name}: {javascript(value, len(space) // 2)},")
            elif form:
                lines.append(f'{space}"{name}": {python(value, len(space) // 4)},')
            else:
                lines.append(f"{space}{_snake(name)}={python(value, len(space) // 4)},")
    return "\n".join(lines)


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])([A-Z])", lambda found: f"_{found[1].lower()}", name)
