"""Which rows of a fee sheet price a need."""

from functools import cached_property
from typing import Protocol

from portone_guide.gateways.families import Families
from portone_guide.gateways.tiers import possible_tiers
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee_key import ANY_GOODS, MOBILE_GOODS, FeeKey, Way
from portone_guide.rules.models.fields import Quote, SalesTier


class Sheet(Protocol):
    """What can be looked up: a fee on the day asked."""

    def quote(self, gateway: str, key: FeeKey) -> tuple[Quote, str | None]:
        """Return a quote and its source; empty if Unknown."""
        ...


class FeeRows:
    """Finds the rows for one set of answers."""

    def __init__(self, book: RuleBook, needs: Requirements, sheet: Sheet) -> None:
        self._book = book
        self._needs = needs
        self._file = book.fees
        self._sheet = sheet

    @cached_property
    def tiers(self) -> tuple[SalesTier, ...]:
        """The sales tiers that the answers leave open."""
        return possible_tiers(self._needs.tier, self._needs.yearly_sales, self._file)

    def of(self, gateway: str, need: Need) -> list[FeeKey]:
        """Return the rows of a need; those of its family where the sheet has no line of its own for it."""
        keys, kind = self._keys(gateway, need), need.type
        if kind not in {"overseas", "overseas_billing"} or self._sheet.quote(gateway, keys[0])[1]:
            return keys
        families = Families(self._book.pg_methods)
        wider = [name for name, _ in families.around(kind, need.method)]
        for near in (wider, families.inside(kind, need.method)):
            found = [key for name in near for key in self._keys(gateway, need._replace(method=name))]
            if quoted := [key for key in found if self._sheet.quote(gateway, key)[0]]:
                return quoted
        return keys

    def _keys(self, gateway: str, need: Need) -> list[FeeKey]:
        kind, method, _ = need
        billing: Way = "billing" if kind in {"billing", "overseas_billing"} else ""
        if kind in {"overseas", "overseas_billing"}:
            return self._overseas_keys(gateway, method, billing)
        if kind == "identity":
            return [FeeKey("identity", method)]
        if method == "card":
            return [FeeKey.card(tier) for tier in self.tiers] if kind == "one_time" else [FeeKey.card(None)]
        if method == "mobile":
            return [FeeKey("mobile", goods, billing) for goods in self._goods()]
        if kind == "key_in":
            return [FeeKey(method, way="api")]
        return [FeeKey(method) if method == "virtual_account" else FeeKey(method, way=billing)]

    def _overseas_keys(self, gateway: str, method: str, way: Way) -> list[FeeKey]:
        """Return the rows for an overseas method, under the names that the sheet has for it; by goods if they part."""
        found: list[FeeKey] = []
        for name in self._file.overseas_rows.get(gateway, {}).get(method, (method,)):
            plain = FeeKey("overseas", name, way)
            by_goods = [plain._replace(goods=goods) for goods in ANY_GOODS if self._needs.goods in (None, goods)]
            parted = any(self._sheet.quote(gateway, key)[0] for key in by_goods)
            found += by_goods if parted else [plain]
        return found

    def _goods(self) -> tuple[str, ...]:
        """The goods columns of mobile rates that the answers leave open."""
        if self._needs.goods == "physical":
            return ("physical",)
        if self._needs.goods == "digital":
            return {"app": ("app_content",), None: ("web_content", "app_content")}.get(
                self._needs.platform, ("web_content",)
            )
        return MOBILE_GOODS

    def of_wallet(self, part: str, *, billing: bool) -> list[FeeKey]:
        """Return the rows for a part of a wallet: a card behind it, its own money, its points."""
        way: Way = "billing" if billing else ""
        match part:
            case "card":
                return [FeeKey.card(None)] if billing else [FeeKey.card(tier) for tier in self.tiers]
            case "mobile":
                return [FeeKey("mobile", "physical", way)]
            case "transfer" | "virtual_account":
                return [FeeKey(part, way=way)]
            case _:
                return [FeeKey("easy_pay", part, way)]
