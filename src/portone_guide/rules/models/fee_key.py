"""What a fee is for: the keys of a fee sheet.

``signup_fee[.overseas.card]`` · ``signup_fee.japan``, ``yearly_fee.japan``, ``monthly_fee`` (of a contract of its own,
or of the gateway) · ``card.general`` ... ``card.billing_key_in`` · ``transfer`` · ``virtual_account[.api]`` ·
``mobile.physical[.billing]`` · ``gift_certificate`` · ``overseas.card[.billing]`` · ``overseas.paypay.digital`` ·
``easy_pay.money[.billing]`` · ``easy_pay.mybank`` (a wallet of the gateway's own) · ``identity.sms``
"""

from functools import cache
from typing import Final, Literal, NamedTuple, get_args

from portone_guide.rules.models.fields import Goods, SalesTier

Way = Literal["", "api", "billing"]

TIERS: Final = get_args(SalesTier)
ANY_GOODS: Final = get_args(Goods)
STANDING: Final = ("monthly_fee", "yearly_fee")
"""What is paid for having the contract, whatever is sold."""
MOBILE_GOODS: Final = ("physical", "web_content", "app_content")

_ABROAD = "overseas"
_WAYS: Final[dict[str, Way]] = {"api": "api", "billing": "billing"}


class FeeKey(NamedTuple):
    """What a fee is for: a family, which of it (``name``: a tier, goods, method, wallet) and the way of paying.

    A sign-up fee may be that of one method ``overseas``. An overseas rate may be for one kind of ``goods`` only.
    """

    family: str
    name: str = ""
    way: Way = ""
    overseas: bool = False
    goods: Goods | None = None

    def __str__(self) -> str:
        """The key as rule files write it."""
        parts = (self.family, _ABROAD if self.overseas else "", self.name, self.goods, self.way)
        return ".".join(filter(None, parts))

    @classmethod
    @cache
    def parse(cls, text: str) -> "FeeKey":
        """Read a key as rule files write it. Any text gives one: which keys there are, the check of the files knows."""
        family, *rest = text.split(".")
        overseas = family == "signup_fee" and len(rest) > 1 and rest[0] == _ABROAD
        way = _WAYS.get(rest[-1], "") if rest else ""
        names = rest[overseas : len(rest) - bool(way)]
        goods = next((kind for kind in ANY_GOODS if family == _ABROAD and len(names) > 1 and names[-1] == kind), None)
        return cls(family, ".".join(names[:-1] if goods else names), way, overseas, goods)

    @classmethod
    def signup(cls, overseas: str = "") -> "FeeKey":
        """What is paid once: for the contract, or for one method ``overseas``."""
        return cls("signup_fee", overseas, overseas=bool(overseas))

    @classmethod
    def card(cls, tier: SalesTier | None) -> "FeeKey":
        """One-time card payments in a sales tier; None: recurring and key-in ones, which cost the same in all."""
        return cls("card", tier or "billing_key_in")

    @property
    def method(self) -> str:
        """The method that it is for, as answers name it: ``card``, ``easy_pay:kakaopay``, ``identity:sms``."""
        if self.family == _ABROAD:
            return f"overseas_billing:{self.name}" if self.way == "billing" else f"overseas:{self.name}"
        return f"{self.family}:{self.name}" if self.family in {"easy_pay", "identity"} else self.family
