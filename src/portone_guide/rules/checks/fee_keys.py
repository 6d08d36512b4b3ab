"""Which fee keys there are."""

from typing import Final

from portone_guide.rules.models.fee_key import MOBILE_GOODS, TIERS, FeeKey, Way
from portone_guide.rules.models.method import MethodsFile

_ONCE_OR_BILLED: Final[tuple[Way, ...]] = ("", "billing")
_FIXED: Final = {
    FeeKey.signup(),
    *map(FeeKey.card, (*TIERS, None)),
    FeeKey("transfer"),
    FeeKey("virtual_account"),
    FeeKey("virtual_account", way="api"),
    FeeKey("gift_certificate"),
    *(FeeKey("mobile", goods, way) for goods in MOBILE_GOODS for way in _ONCE_OR_BILLED),
    *(FeeKey("easy_pay", part, way) for part in ("money", "points", "account") for way in _ONCE_OR_BILLED),
}


def check_fee_key(text: str, methods: MethodsFile) -> str | None:
    """Return what is wrong with a fee key, or None."""
    key = FeeKey.parse(text)
    if key in _FIXED and str(key) == text:
        return None
    tables = {
        "overseas": (methods.overseas, "모르는 해외 결제수단입니다"),
        "easy_pay": (methods.easy_pays, "모르는 간편결제입니다"),
        "identity": (methods.identity, "모르는 본인인증 수단입니다"),
    }
    if found := tables.get("overseas" if key.overseas else key.family):
        names, unknown = found
        name = ".".join(filter(None, (key.name, key.way)))
        return None if name in names else f"{unknown}: '{name}'"
    return f"모르는 요금 항목입니다: '{text}' - 이 파일 첫머리의 항목 이름 중 하나를 적으세요"
