"""Sentences about what gateways charge and ask, for every room that tells of them."""

from collections.abc import Iterable, Mapping
from typing import Final

from portone_guide.gateways.condition_words import CONDITION_SENTENCES
from portone_guide.gateways.limit_words import LIMIT_SENTENCES, WALLET_PARTS
from portone_guide.gateways.pricing import Every, Held, LeftOut, Pricing, Recurring
from portone_guide.needs.named import NamedNeed
from portone_guide.needs.reason import Sentences
from portone_guide.needs.words import need_label
from portone_guide.rules.korean_particles import with_particle
from portone_guide.rules.models.fee import PayoutFee
from portone_guide.rules.models.fields import WalletPart
from portone_guide.rules.models.money import Charge
from portone_guide.terminal.text import won

_SOLD: Final = {"physical": "실물", "web_content": "웹 콘텐츠", "app_content": "앱(모바일) 콘텐츠"}
_PERIODS: Final[Mapping[Every, str]] = {"month": "월", "year": "연"}


def recurring_text(fee: Recurring) -> str:
    """Return a standing fee: ``월 100 USD``, ``일본결제 연 600,000원``."""
    money = str(fee.charge.foreign) if fee.charge.foreign else won(fee.charge.won)
    return " ".join(filter(None, (fee.name, _PERIODS[fee.every], money)))


def left_out_text(left: Iterable[LeftOut]) -> str:
    """Return the foreign money that a total leaves out: ``+ 100 USD/월``; nothing where there is none."""
    return " ".join(f"+ {entry.amount}/{_PERIODS[entry.every]}" for entry in left)


def payout_text(fee: PayoutFee) -> str:
    """Return what each payout costs, and when."""
    return f"{fee.charge}/건 ({fee.when}), 횟수를 알 수 없어 합계에 더하지 않음"


def held_text(held: Held) -> str:
    """Return what is kept back, how long, and what that comes to."""
    kept = {"payment": "결제 금액", "settlement": "정산금"}[held.of]
    length = f"{held.months}개월" if held.days is None else f"{held.days}일"
    said = f"{kept}의 {held.rate.normalize():f}%를 {'약 ' if held.about else ''}{length} 동안 맡아 두었다가 돌려줌"
    if held.monthly is None or held.most is None:
        return said
    return f"{said}: 비용은 아니지만 매달 최대 {won(held.monthly)}, 쌓이면 최대 약 {won(held.most)}이 묶임"


def _open(need: NamedNeed, parts: tuple[tuple[str, Charge], ...]) -> str:
    told = ", ".join(" ".join(filter(None, (name, charge.text()))) for name, charge in parts)
    return f"{need_label(need)} 수수료: {told}"


def _goods(need: NamedNeed, missing: tuple[str, ...], told: tuple[tuple[str, tuple[Charge, ...]], ...]) -> str:
    without = ", ".join(_SOLD[name] for name in missing)
    known = ", ".join(f"{_SOLD[name]} {pricing_text(Pricing(charges))}" for name, charges in told)
    return f"{need_label(need)} 수수료: {known}. {without} 요율은 출처에 없어 파는 것을 알아야 함"


def _both(apart: tuple[int, ...]) -> str:
    each = ", ".join(won(fee) for fee in sorted(apart))
    return f"국내와 해외를 함께 신청할 때의 가입비: 출처에 없음 (따로는 {each})"


def _paid_with(parts: tuple[WalletPart, ...]) -> str:
    return with_particle("·".join(WALLET_PARTS[part] for part in parts), "으로")


SENTENCES: Final[Sentences] = {
    **CONDITION_SENTENCES,
    **LIMIT_SENTENCES,
    "package": lambda name, price, included, extra: f"{name}: {price:,}원에 {included:,}건, 넘으면 건당 {extra:,}원",
    "quoted_for": lambda name, charge: f"{name}: {charge.text()}",
    "platform_rate": lambda platform: (
        f"{with_particle(platform, '으로')} 만든 곳에만 적용되는 요율 (직접 연동하면 다름)"
    ),
    "fee_reading": lambda need, rows: (
        f"{need_label(need)}: 요금표의 '{'·'.join(rows)}' 요율로 읽음, 그 안에 드는지는 적혀 있지 않아 확인 필요"
    ),
    "payout_fee": lambda fee: f"정산받을 때마다 내는 돈: {payout_text(fee)}",
    "fee_unknown.signup": lambda: "가입비: 출처에 없음",
    "fee_unknown.signup_both": _both,
    "fee_unknown.open": _open,
    "fee_unknown.goods": _goods,
    "surcharge.not_reckoned": lambda need, adds: (
        f"{need_label(need)}: 카드 수수료에 {with_particle(adds.text(), '이')} 더 붙는다고 하나 "
        "계산하는 법이 출처끼리 어긋나 더하지 않음"
    ),
    "foreign_floor": lambda need, floor: (
        f"{need_label(need)}: 건당 최저 수수료가 {floor}이고 원으로 바꿀 환율이 없어 합계를 내지 않음"
    ),
    "foreign_left_out": lambda left: f"{left_out_text(left)}: 환율(--usd-krw)을 몰라 원화 합계에 더하지 않음",
    "recurring": lambda fee: f"가입비와 따로 내는 이용료: {recurring_text(fee)} (VAT 별도)",
    "hold": held_text,
    "fee_unknown.need": lambda need: f"{need_label(need)} 수수료: 출처에 없음",
    "fee_unknown.via_gateway": lambda need: f"{need_label(need)} 수수료(PG 제휴): 출처에 없음",
    "fee_unknown.package_period": lambda need: f"{need_label(need)} 요금제의 기간(월 단위인지): 출처에 없음",
    "fee_unknown.wallet_parts": lambda need, parts: (
        f"{need_label(need)} 중 {_paid_with(parts)} 낸 몫의 수수료: 출처에 없음"
    ),
}
"""The reasons of this floor: conditions, what tells charges apart, and fees that no source gives."""


def pricing_text(pricing: Pricing) -> str:
    """Return a charge as a screen shows it: ``3.20%``, ``2.30~4.00%``, ``300원/건`` or ``모름``."""
    if not pricing.charges:
        return "모름"
    first, *others = pricing.charges
    if others and all(charge.high and charge._replace(low=first.low, high=first.high) == first for charge in others):
        return first._replace(low=pricing.low, high=pricing.high).text()
    return " / ".join(dict.fromkeys(charge.text() for charge in pricing.charges))
