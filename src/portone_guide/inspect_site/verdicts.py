"""What signs mean for the items of the checklist."""

from collections.abc import Iterator, Mapping
from typing import Final

from portone_guide.gateways.scope import Audience, concerns
from portone_guide.gateways.site_values import SiteValue, judged
from portone_guide.inspect_site.answer import BAD_SIGNS, CheckedItem, Sign, Verdict
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.typed_text import plain
from portone_guide.rules.models.checklist import CheckItem, ChecklistFile
from portone_guide.rules.models.site_sign import SignId

_WORST: Final[tuple[Verdict, ...]] = ("fail", "check", "pass")
_ENOUGH: Final = {"physical": 3, "digital": 1}
Part = tuple[Verdict, Reason]


class Judge:
    """Judges the items of a checklist by signs; ``expected`` is what the registration says, by sign."""

    def __init__(self, file: ChecklistFile, signs: Mapping[SignId, Sign], expected: Mapping[str, str]) -> None:
        self._file = file
        self._signs = signs
        self._expected = expected

    def items(self, site: Audience) -> Iterator[CheckedItem]:
        """Yield every item that concerns a site and that signs can speak about."""
        for name, item in self._file.items.items():
            told = any(self._counts(sign) for sign in item.seen_by)
            if told and concerns(item.applies, site):
                verdict, reason = self._item(name, item, site)
                if verdict == "fail" and item.applies.goods and not self._sure_of_goods(site):
                    verdict = "check"
                yield CheckedItem(name, item, verdict, reason, item.seen_by)

    def _sure_of_goods(self, site: Audience) -> bool:
        """Tell whether an item for one kind of goods concerns the site for sure."""
        told = self._signs["delivery_policy"].state == "found"
        return site.goods is not None or told or self._signs["products"].state == "not_found"

    def _item(self, name: str, item: CheckItem, site: Audience) -> Part:
        match name:
            case "footer_matches_registration":
                return self._as_registered(item)
            case "footer_phone_not_mobile":
                return self._no_mobile()
            case "price_fixed":
                return self._fixed()
            case "products_physical" | "products_digital" | "kakaopay_products":
                return self._enough(1 if name == "products_digital" else _ENOUGH["physical"])
        parts = [self._part(self._signs[sign]) for sign in item.seen_by if self._counts(sign)]
        return min(parts, key=lambda part: _WORST.index(part[0]))

    def _counts(self, sign: SignId) -> bool:
        return self._signs[sign].state != "not_applicable" or sign in BAD_SIGNS

    def _part(self, sign: Sign) -> Part:
        reason = sign.reason or because("state", sign=sign.id, state=sign.state)
        if sign.id in BAD_SIGNS:
            bad: dict[str, Verdict] = {"found": "fail", "not_found": "pass"}
            return bad.get(sign.state, "check"), reason
        match sign.state:
            case "not_found" | "label_only":
                return "fail", reason
            case "unreadable" | "not_applicable":
                return "check", reason
        if (value := self._judged(sign)) is not None and value.state != "pass":
            return value.state, value.reason
        if sign.in_picture:
            return "check", because("look_at_picture")
        if sign.reason is not None:
            return "check", sign.reason
        return "pass", because("state", sign=sign.id, state="found")

    def _judged(self, sign: Sign) -> SiteValue | None:
        if sign.value is None or sign.id not in {"business_number", "phone", "mail_order_number"}:
            return None
        return next(iter(judged({sign.id: sign.value}, self._file)), None)

    def _as_registered(self, item: CheckItem) -> Part:
        compared = 0
        for name in item.seen_by:
            sign, expected = self._signs[name], self._expected.get(name)
            if expected is None or sign.state != "found" or sign.value is None:
                continue
            compared += 1
            if _bare(sign.value) != _bare(expected):
                return "fail", because("registration.other", sign=name)
        if compared == len([name for name in item.seen_by if name in self._expected]) == len(item.seen_by):
            return "pass", because("registration.same")
        return "check", because("registration.compare")

    def _no_mobile(self) -> Part:
        sign = self._signs["phone"]
        if sign.state != "found":
            return "check", sign.reason or because("state", sign=sign.id, state=sign.state)
        value = self._judged(sign)
        return (value.state, value.reason) if value else ("check", because("state", sign="phone", state="found"))

    def _fixed(self) -> Part:
        sign = self._signs["prices"]
        if sign.state == "found" and sign.reason is None:
            return "pass", because("state", sign="prices", state="found")
        return "check", sign.reason or because("state", sign="prices", state=sign.state)

    def _enough(self, least: int) -> Part:
        sign = self._signs["products"]
        if sign.state != "found" or sign.value is None:
            return self._part(sign)
        if int(sign.value) >= least:
            return "pass", because("products.enough", count=int(sign.value), least=least)
        verdict: Verdict = "check" if sign.reason is not None else "fail"
        return verdict, because("products.few", count=int(sign.value), least=least)


def _bare(text: str) -> str:
    return "".join(char for char in plain(text).lower() if char.isalnum())
