"""How methods are written, and their names: ``card``, ``easy_pay:kakaopay``.

Inside a support row of type ``overseas`` or ``identity`` the family is left out (``card``, ``sms``).
"""

from collections.abc import Mapping
from typing import Final

from portone_guide.rules.models.method import MethodsFile

EASY_PAY: Final = "easy_pay:"

TYPE_NAMES: Final[Mapping[str, str]] = {
    "one_time": "일반결제",
    "billing": "정기결제",
    "key_in": "수기결제",
    "overseas": "해외결제",
    "overseas_billing": "해외 정기결제",
    "identity": "본인인증",
}
STYLE_NAMES: Final[Mapping[str, str]] = {"window": "결제창", "api": "API"}
# Types where the integration style is the merchant's choice; a one-time payment always opens the window.
STYLED_TYPES: Final = ("billing", "key_in", "overseas_billing", "identity")


def easy_pay_id(method: str) -> str | None:
    """Return the easy-pay brand of a method, or None if it is none."""
    return method.removeprefix(EASY_PAY) if method.startswith(EASY_PAY) else None


def methods_of(kind: str, file: MethodsFile) -> Mapping[str, str]:
    """Return the ids and Korean names of the methods that a payment type can have."""
    if kind in {"overseas", "overseas_billing"}:
        return file.overseas
    if kind == "identity":
        return file.identity
    easy = {f"{EASY_PAY}{brand}": name for brand, name in file.easy_pays.items()}
    return file.methods if kind == "key_in" else {**file.methods, **easy}


def method_name(kind: str, method: str, file: MethodsFile) -> str:
    """Return the Korean name of a method, or its id if the file has none."""
    return methods_of(kind, file).get(method, method)


def method_names(file: MethodsFile) -> dict[str, str]:
    """Return the Korean name of every method, for rows that name no payment type; the domestic one of two."""
    names: dict[str, str] = {}
    for kind in ("one_time", "overseas", "identity"):
        for method, name in methods_of(kind, file).items():
            names.setdefault(method, name)
    return names


# Who does a step of the road. Those whom a merchant can only wait for come second.
WAITING_ON: Final = {"gateway": "결제대행사", "card_issuers": "카드사", "portone": "포트원"}
ACTORS: Final = {"merchant": "우리 회사", "developer": "우리 개발자", **WAITING_ON}
