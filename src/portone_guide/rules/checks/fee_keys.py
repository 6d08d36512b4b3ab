"""The keys of a fee sheet: what each rate is for.

``signup_fee`` · ``card.general`` … ``card.billing_key_in`` · ``transfer`` · ``virtual_account[.api]`` ·
``mobile.physical[.billing]`` · ``gift_certificate`` · ``overseas.card`` · ``easy_pay.money[.billing]`` ·
``identity.sms`` ·
``easy_pay.mybank`` (a wallet of the gateway's own)
"""

from typing import Final, get_args

from portone_guide.rules.models.fields import SalesTier
from portone_guide.rules.models.method import MethodsFile

TIERS: Final = get_args(SalesTier)
MOBILE_GOODS: Final = ("physical", "web_content", "app_content")

_FIXED: Final = {
    "signup_fee",
    *(f"card.{tier}" for tier in TIERS),
    "card.billing_key_in",
    "transfer",
    "virtual_account",
    "virtual_account.api",
    "gift_certificate",
    *(f"mobile.{goods}{billing}" for goods in MOBILE_GOODS for billing in ("", ".billing")),
    *(f"easy_pay.{part}{billing}" for part in ("money", "points", "account") for billing in ("", ".billing")),
}


def check_fee_key(key: str, methods: MethodsFile) -> str | None:
    """Return what is wrong with a fee key, or None."""
    family, _, name = key.partition(".")
    if key in _FIXED:
        return None
    if key.startswith("signup_fee.overseas."):
        name = key.removeprefix("signup_fee.overseas.")
        return None if name in methods.overseas else f"모르는 해외 결제수단입니다: '{name}'"
    if family == "overseas":
        return None if name in methods.overseas else f"모르는 해외 결제수단입니다: '{name}'"
    if family == "easy_pay":
        return None if name in methods.easy_pays else f"모르는 간편결제입니다: '{name}'"
    if family == "identity":
        return None if name in methods.identity else f"모르는 본인인증 수단입니다: '{name}'"
    return f"모르는 요금 항목입니다: '{key}' - 이 파일 첫머리의 항목 이름 중 하나를 적으세요"
