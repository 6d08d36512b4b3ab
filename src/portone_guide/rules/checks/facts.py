"""What must hold within a file for its facts to mean something: units, limits, no empty or contradicting rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from portone_guide.rules.models.fee import FeesFile, Tier
from portone_guide.rules.models.fee_key import TIERS, FeeKey
from portone_guide.rules.models.fields import Quote
from portone_guide.rules.models.industry import IndustriesFile
from portone_guide.rules.models.method import MethodsFile
from portone_guide.rules.models.term import TermsFile
from portone_guide.rules.reading.yaml_text import KeyPath

Found = Iterator[tuple[KeyPath, str]]


def unsourced(file: Any) -> Found:
    """Yield every row whose list of sources is empty."""
    for path, row in _rows(file, ()):
        if getattr(row, "sources", None) == ():
            yield (*path, "sources"), "출처가 없는 사실입니다: sources에 하나 이상 적으세요"


def _rows(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Walk a file and yield each of its rows with its path."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _rows(item, (*path, key))
    elif hasattr(value, "_fields"):
        yield path, value
        for name, item in zip(value._fields, value, strict=True):
            if isinstance(item, (dict, tuple)):
                yield from _rows(item, (*path, name.removesuffix("_")))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _rows(item, (*path, index))


def _methods(file: MethodsFile) -> Found:
    owners = {module.gateway for module in file.modules.values()}
    for gateway in file.gateways:
        if gateway not in owners:
            yield ("gateways", gateway), f"'{gateway}'의 모듈이 없습니다: modules에 하나 이상 적으세요"
    replaced: dict[str, str] = {}
    for name, module in file.modules.items():
        if (old := module.replaces) is None:
            continue
        path: KeyPath = ("modules", name, "replaces")
        other = file.modules.get(old)
        if old == name or (other and other.gateway != module.gateway):
            yield path, f"같은 결제대행사의 다른 모듈을 적으세요: '{old}'"
        elif other and other.replaces:
            yield path, f"'{old}'도 다른 모듈의 신모듈입니다: 가장 옛 모듈 하나만 구모듈로 적으세요"
        elif old in replaced:
            yield path, f"'{old}'의 신모듈이 둘입니다: '{replaced[old]}'와(과) 하나만 적으세요"
        replaced[old] = name
    for name, rows in file.support.items():
        for index, row in enumerate(rows):
            for field in ("methods", "portone"):
                if not getattr(row, field):
                    yield ("support", name, index, field), "빈 목록입니다: 하나 이상 적거나 이 행을 지우세요"


def _fees(file: FeesFile) -> Found:
    for name in TIERS:
        if name not in file.tiers:
            yield ("tiers",), f"매출 구간 '{name}'이(가) 없습니다: 다섯 구간을 모두 적으세요"
    for name, tier in file.tiers.items():
        if _reversed(tier):
            yield ("tiers", name, "below"), "구간이 거꾸로입니다: below는 at_least나 above보다 커야 합니다"
    if file.vat.rate.low != file.vat.rate.high or file.vat.rate.won or file.vat.rate.floor:
        yield ("vat", "rate"), "부가가치세율은 '10%'처럼 한 요율로 적으세요"
    for index, extra in enumerate(file.surcharges):
        if not extra.adds.high or extra.adds.won or extra.adds.floor:
            yield ("surcharges", index, "adds"), "카드 요율에 더할 값은 '0.30%'처럼 요율로 적으세요"
    yield from _plan(file)
    for gateway, blocks in file.fees.items():
        for index, block in enumerate(blocks):
            for key, quote in block.rates.items():
                if wrong := _wrong_unit(FeeKey.parse(key), quote):
                    yield ("fees", gateway, index, "rates", key), wrong
    for gateway, keys in file.disputed.items():
        known = {key for block in file.fees.get(gateway, ()) for key in block.rates}
        for key in keys:
            if key not in known:
                yield ("disputed", gateway, key), f"'{gateway}'의 요금에 없는 항목입니다: '{key}'"


def _reversed(tier: Tier) -> bool:
    least = tier.at_least if tier.at_least is not None else tier.above
    return least is not None and tier.below is not None and tier.below <= least


def _plan(file: FeesFile) -> Found:
    before = 0
    for index, row in enumerate(file.portone_plan):
        path: KeyPath = ("portone_plan", index)
        if row.volume_below is not None and row.volume_below <= row.volume_from:
            yield (*path, "volume_below"), "구간이 거꾸로입니다: volume_below는 volume_from보다 커야 합니다"
        if row.volume_from < before:
            yield (*path, "volume_from"), "앞 구간과 겹칩니다: 앞 구간의 volume_below부터 적으세요"
        before = row.volume_from if row.volume_below is None else row.volume_below


def _wrong_unit(key: FeeKey, quote: Quote) -> str | None:
    """A sign-up fee is one sum; a card's fee is a rate of the sale. Other fees come in either unit."""
    if key.family == "signup_fee" and (len(quote) > 1 or any(charge.high or charge.floor for _, charge in quote)):
        return "가입비는 '200,000 KRW'처럼 한 금액으로 적으세요"
    if key.family == "card" and any(not charge.high for _, charge in quote):
        return "카드 수수료는 '3.20%'처럼 요율로 적으세요"
    return None


def _terms(file: TermsFile) -> Found:
    for gateway, limits in file.amount_limits.items():
        yield from _twice(("amount_limits", gateway), "method", (limit.method for limit in limits))
        for index, limit in enumerate(limits):
            if limit.minimum is not None and limit.maximum is not None and limit.minimum > limit.maximum:
                yield ("amount_limits", gateway, index, "maximum"), "한도가 거꾸로입니다: minimum보다 작습니다"
    for name, platform in file.platforms.items():
        if platform.gateways:
            yield from _twice(("platforms", name, "gateways"), "gateway", (row.gateway for row in platform.gateways))


def _industries(file: IndustriesFile) -> Found:
    for name, industry in file.industries.items():
        path: KeyPath = ("industries", name, "gateways")
        yield from _twice(path, "gateway", (row.gateway for row in industry.gateways))
        for index, row in enumerate(industry.gateways):
            if industry.status == "refused" and row.accepts != "no":
                yield (*path, index), "입점 불가(refused) 업종을 심사하는 곳입니다: accepts: no를 적거나 지우세요"


def _twice(path: KeyPath, field: str, names: Iterable[str]) -> Found:
    seen: dict[str, int] = {}
    for index, name in enumerate(names):
        if name in seen:
            yield (*path, index, field), f"같은 사실이 두 번 있습니다: '{name}' (먼저 {seen[name] + 1}번째 행)"
        seen.setdefault(name, index)


FACT_CHECKS: Final[Mapping[str, Callable[[Any], Found]]] = {
    "pg_methods": _methods,
    "fees": _fees,
    "terms": _terms,
    "industries": _industries,
}
