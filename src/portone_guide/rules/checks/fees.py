"""Tiers, VAT, surcharges and PortOne's own fee: whole, in order and in their unit."""

from collections.abc import Iterator
from itertools import pairwise

from portone_guide.rules.checks.check import ReadFiles, Wrong
from portone_guide.rules.models.fee import FeesFile, Tier
from portone_guide.rules.models.fee_key import TIERS
from portone_guide.rules.models.money import Charge
from portone_guide.rules.reading.yaml_text import KeyPath


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield missing and reversed tiers, sums that must be one rate, and rows of the plan that overlap."""
    file = files.fees
    for name in TIERS:
        if name not in file.tiers:
            yield Wrong("fees", ("tiers",), f"매출 구간이 빠졌습니다: '{name}' - 다섯 구간을 모두 적으세요")
    yield from _tiers(file)
    if file.vat.rate != Charge(file.vat.rate.high, file.vat.rate.high):
        yield Wrong("fees", ("vat", "rate"), "부가가치세율은 '10%'처럼 한 요율로 적으세요")
    for index, extra in enumerate(file.surcharges):
        if not extra.adds.high or extra.adds != Charge(extra.adds.low, extra.adds.high):
            yield Wrong("fees", ("surcharges", index, "adds"), "카드 요율에 더할 값은 '0.30%'처럼 요율로 적으세요")
    for name, plan in file.platform_plans.items():
        if not plan.rate.high or plan.rate != Charge(plan.rate.high, plan.rate.high):
            message = "거래액에 매기는 이용료는 '0.50%'처럼 한 요율로 적으세요"
            yield Wrong("fees", ("platform_plans", name, "rate"), message)
    yield from _holds(file)
    yield from _plan(file)


def _tiers(file: FeesFile) -> Iterator[Wrong]:
    """Yield tiers that are reversed, or do not begin where the one before them ends; in the order of their names."""
    for name, tier in file.tiers.items():
        if _reversed(tier):
            message = "구간이 거꾸로입니다: below는 at_least나 above보다 커야 합니다"
            yield Wrong("fees", ("tiers", name, "below"), message)
        if tier.at_least is not None and tier.above is not None:
            yield Wrong("fees", ("tiers", name, "above"), "at_least와 above 가운데 하나만 적으세요")
    whole = {name for name, tier in file.tiers.items() if not _reversed(tier)}
    for before, name in pairwise(TIERS):
        if not whole.issuperset((before, name)):
            continue
        # A page may say "below 3 billion" and "above 3 billion": nobody's sales are that sum to the won.
        end, least = file.tiers[before].below, _least(file.tiers[name])
        if end is None:
            message = f"다음 구간('{name}')이 있습니다: 이 구간의 끝을 below에 적으세요"
            yield Wrong("fees", ("tiers", before), message)
        elif least != end:
            told = "앞 구간과 겹칩니다" if least is None or least < end else "앞 구간과의 사이가 비었습니다"
            message = f"{told}: '{before}'의 below({end:,} KRW)부터 적으세요"
            yield Wrong("fees", ("tiers", name), message)
    for name, field in ((TIERS[0], "at_least"), (TIERS[0], "above"), (TIERS[-1], "below")):
        if name in file.tiers and getattr(file.tiers[name], field):
            message = f"끝이 열린 구간입니다: '{name}'에는 {field}를 적지 않습니다"
            yield Wrong("fees", ("tiers", name, field), message)


def _reversed(tier: Tier) -> bool:
    least = _least(tier)
    return least is not None and tier.below is not None and tier.below <= least


def _least(tier: Tier) -> int | None:
    return tier.at_least if tier.at_least is not None else tier.above


def _holds(file: FeesFile) -> Iterator[Wrong]:
    for gateway, holds in file.holds.items():
        for index, hold in enumerate(holds):
            if not hold.rate.high or hold.rate != Charge(hold.rate.high, hold.rate.high):
                yield Wrong("fees", ("holds", gateway, index, "rate"), "맡아 두는 몫은 '10%'처럼 한 비율로 적으세요")
            if (hold.days is None) == (hold.months is None):
                yield Wrong("fees", ("holds", gateway, index), "맡아 두는 기간을 days나 months 하나로 적으세요")


def _plan(file: FeesFile) -> Iterator[Wrong]:
    """Yield rows of the plan that are reversed, or do not begin where the one before them ends."""
    before: int | None = 0  # None: where the row before ends is told already
    for index, row in enumerate(file.portone_plan, 1):
        path: KeyPath = ("portone_plan", index - 1)
        if before is not None and row.volume_from != before:
            told = "앞 구간과 겹칩니다" if row.volume_from < before else "앞 구간과의 사이가 비었습니다"
            message = f"{told}: 앞 구간의 volume_below({before:,} KRW)부터 적으세요"
            yield Wrong("fees", (*path, "volume_from"), message)
        before = row.volume_below
        if before is not None and before <= row.volume_from:
            message = "구간이 거꾸로입니다: volume_below는 volume_from보다 커야 합니다"
            yield Wrong("fees", (*path, "volume_below"), message)
            before = None
        if (row.volume_below is None) != (index == len(file.portone_plan)):
            yield Wrong("fees", path, "끝이 열린 구간은 마지막 하나입니다: volume_below를 적거나 지우세요")
