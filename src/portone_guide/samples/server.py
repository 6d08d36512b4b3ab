"""The server's part: check what the browser says was paid, charge a billing key, or take a card number."""

from typing import Final

from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.sample import CodeSample, SampleCall
from portone_guide.samples.code_text import merged, nested
from portone_guide.samples.program import Program

_IDENTITY: Final = frozenset[SampleCall](("v1_certification", "v2_identity"))
_CHARGES: Final = {"billing", "overseas_billing"}


def client_program(portone: PortOneVersion, language: str) -> Program:
    """Return the file through which all others ask PortOne, in a language that its suffix names."""
    return Program(f"server/{portone}_portone.{language}", {})


def payments_program(portone: PortOneVersion, language: str) -> Program:
    """Return the file that checks and cancels payments."""
    return Program(f"server/{portone}_payments.{language}", {})


def webhook_program(portone: PortOneVersion, language: str) -> Program:
    """Return the file that reads a webhook."""
    return Program(f"server/{portone}_webhook.{language}", {})


def identity_program(portone: PortOneVersion, language: str) -> Program:
    """Return the file that reads who was verified."""
    return Program(f"server/{portone}_verify_identity.{language}", {})


def own_program(row: CodeSample, method: str, v1_code: str | None, language: str) -> Program | None:
    """Return the server's file that has a row's own parameters, if the row needs one.

    ``v1_code`` is how PortOne V1 names the module, where it has a name.
    """
    if row.type not in _CHARGES and not row.call.endswith("_key_in"):
        return None
    charge = {name: value for name, value in row.charge_params.items() if name != "currency"}  # the order has it
    name = row.call if row.call.endswith("_key_in") else f"{row.portone}_charge"
    values = {
        "call": row.call,
        "extra": merged(nested(row.params), nested(row.method_params.get(method, {}))),
        "charge": nested(charge),
        "v1_code": v1_code,
    }
    return Program(f"server/{name}.{language}", values)


def server_program(row: CodeSample, method: str, v1_code: str | None, language: str) -> Program:
    """Return the server's file that belongs to a call."""
    if row.call in _IDENTITY:
        return identity_program(row.portone, language)
    return own_program(row, method, v1_code, language) or payments_program(row.portone, language)
