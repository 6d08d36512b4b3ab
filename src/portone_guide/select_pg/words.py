"""Korean sentences for the codes of the answer of ``select-pg``."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from portone_guide.gateways.barrier_words import BARRIER_SENTENCES
from portone_guide.gateways.pricing import Amount, CostLine
from portone_guide.gateways.settle_words import SETTLE_SENTENCES
from portone_guide.gateways.signing_words import SIGNING_SENTENCES
from portone_guide.gateways.words import SENTENCES as GATEWAY_SENTENCES
from portone_guide.gateways.words import left_out_text
from portone_guide.needs.named import NamedNeed
from portone_guide.needs.reason import Reason, Sentences, sentence
from portone_guide.needs.words import need_label
from portone_guide.rules.models.fee import PlatformPlan
from portone_guide.rules.models.fields import IntegrationStyle
from portone_guide.rules.vocabulary import STYLE_NAMES, TYPE_NAMES
from portone_guide.select_pg.answer import Combination, Confidence, Cost, Standing, counted
from portone_guide.select_pg.cost_words import parts_text, tier_change, without_text
from portone_guide.terminal.text import won, won_range

STANDINGS: Final[Mapping[Standing, str]] = {
    "confirmed": "확인됨",
    "partly_unknown": "모름 있음",
    "rates_disputed": "요율 어긋남",
    "disputed": "출처 어긋남",
}
_FITTING: Final[Mapping[Confidence, str]] = {"confirmed": "조건에 맞는 것이 확인된", "disputed": "조건에 맞는"}


def text_of(reason: Reason) -> str:
    """Return the sentence of a reason."""
    return sentence(reason, SENTENCES)


def signup_text(signup: int | None) -> str:
    """Return a sign-up fee in words."""
    if signup is None:
        return "모름"
    return won(signup) if signup else "무료"


def amount_text(amount: Amount | None) -> str:
    """Return an amount in words."""
    return won_range(*amount) if amount else "모름"


def month_text(cost: Cost, given: Sequence[CostLine]) -> str:
    """Return a month's fees of the parts that were given, foreign money in its own unit.

    A sum without one of them would look cheaper than it is: that is not told.
    """
    if not cost.known or not given or not all(line.monthly or (line.won_part and line.foreign) for line in given):
        return amount_text(None)
    return " ".join(filter(None, (won_range(*cost.known), left_out_text(cost.left_out))))


def portone_plan_text(plan: int | None, platform: PlatformPlan | None, *, sales: bool) -> str:
    """Return PortOne's own fee in words; ``sales``: those of something were given."""
    if platform:
        rule = f"한 달 모든 거래액의 {platform.rate}, 적어도 {platform.least}"
        month = f"이 규모면 월 {won(plan)}" if plan is not None else "매출과 환율(--usd-krw)을 알려 주면 계산합니다"
        return f"포트원 이용료: {rule} ({month}; VAT 별도, 결제대행사 수수료와 별도)"
    if plan is None:
        why = "결제수단마다 월 매출" if sales else "월 매출"
        return f"포트원 이용료: {why}을 알려 주면 계산합니다 (결제대행사 수수료와 별도)."
    if plan == 0:
        return "포트원 이용료: 이 규모에서는 무료 (결제대행사 수수료와 별도)"
    return f"포트원 이용료: 월 {won(plan)} (VAT 별도, 결제대행사 수수료와 별도)"


def combination_costs(entry: Combination) -> list[str]:
    """Return what a set of contracts costs, as far as it is known."""
    costs = []
    if entry.monthly:
        costs.append(f"월 수수료 {won_range(*entry.monthly)}")
    elif entry.known:
        only, without = parts_text(counted(entry.lines), entry.lines), without_text(entry.lines)
        costs.append(f"월 수수료 {won_range(*entry.known)} ({only}만 더한 값; {without}: 모름)")
    if entry.signup is not None:
        costs.append(f"가입비 합 {won(entry.signup)}")
    if entry.first_year:
        costs.append(f"첫해 {won_range(*entry.first_year)} (VAT 포함)")
    if entry.saves_first_year:
        costs.append(f"한 곳보다 첫해 약 {won(entry.saves_first_year)} 적음")
    return costs


def needs_text(needs: Iterable[NamedNeed]) -> str:
    """Return needs in one line."""
    return ", ".join(map(need_label, needs))


def _in_brackets(text: str | None) -> str:
    return f" ({text})" if text else ""


def _cheapest(confidence: Confidence, among: int, first_year: Amount, tied: tuple[str, ...]) -> str:
    cost = f"첫해 비용이 가장 적습니다: {won_range(*first_year)} (VAT 포함)."
    also = f" {', '.join(tied)}도 비용이 같습니다." if tied else ""
    return f"{_FITTING[confidence]} {among}곳 가운데 {cost}{also}"


def _not_supported(need: NamedNeed, disputed: bool, why: str = "지원하지 않음") -> str:
    doubt = " (출처끼리 어긋나지만 지원하지 않는다는 쪽이 유력함)" if disputed else ""
    return f"{need_label(need)}: {why}{doubt}"


def _not_in_style(need: NamedNeed, only: IntegrationStyle, disputed: bool) -> str:
    asked = STYLE_NAMES[need.style or "window"]
    why = f"{TYPE_NAMES[need.type]} {asked} 방식을 지원하지 않음({STYLE_NAMES[only]} 방식만 지원)"
    return _not_supported(need, disputed, why)


_RECOMMENDED: Final[Sentences] = {
    "recommended.only": lambda confidence: f"{_FITTING[confidence]} 유일한 곳입니다.",
    "recommended.cheapest": _cheapest,
    "recommended.lowest_known_rates": lambda confidence, among: (
        f"{_FITTING[confidence]} {among}곳 가운데 알 수 있는 요율이 가장 낮습니다."
    ),
    "recommended.lowest_rates": lambda confidence, among: (
        f"{_FITTING[confidence]} {among}곳 가운데 요율과 가입비가 낮은 순으로 첫째입니다. "
        "월 매출(--sales)을 알려 주면 비용으로 비교합니다."
    ),
    "recommended.fewest_contracts": lambda names: (
        f"한 곳으로는 모두 받을 수 없어 {len(names)}곳과 계약하세요: {' + '.join(names)}"
    ),
    "recommended.lowest_rates_partly": lambda confidence, among, without: (
        f"{_FITTING[confidence]} {among}곳 가운데 요율과 가입비가 낮은 순으로 첫째입니다. "
        f"{needs_text(without)}의 매출이나 건수를 몰라 비용으로는 비교하지 않았습니다."
    ),
}
_SUPPORT: Final[Sentences] = {
    "supported": lambda need, notes: f"{need_label(need)} 지원{_in_brackets(', '.join(notes))}",
    "share_needed": lambda need: f"{need_label(need)}: 매출이 두 곳에 어떻게 나뉘는지 알아야 계산할 수 있음",
    "count_needed": lambda need: f"{need_label(need)}: 매출과 건수를 알아야 계산할 수 있음",
    "unknown.support": lambda need: f"{need_label(need)}: 지원 여부가 출처에 없어 알 수 없음 - 문의 필요",
    "unknown.disputed": lambda need: f"{need_label(need)}: 지원 여부가 출처끼리 어긋나 알 수 없음 - 문의 필요",
    "portone_version.none": lambda: "이 조건에서 쓸 수 있는 포트원 버전이 없음",
    "portone_version.other": lambda need, only, asked: (
        f"{need_label(need)}: 포트원 {only.upper()}에서만 지원하고 포트원 {asked.upper()}에서는 지원하지 않음"
    ),
    "not_supported.need": _not_supported,
    "not_supported.style": _not_in_style,
}
_HURDLES: Final[Sentences] = {
    "unknown.signup_fee": lambda: "가입비를 알 수 없어 한도 안인지 판단할 수 없음 - 문의 필요",
    "signup_fee": lambda fee, most: f"가입비 {won(fee)}이 한도 {won(most)}을 넘음",
    "open_before_review.not_offered": lambda: "바로오픈(카드사 심사 전 결제)을 제공하는 곳이 아님",
    "open_before_review.condition": lambda condition: f"바로오픈 조건에 맞지 않음: {condition}",
    "open_before_review.later": lambda needs: f"바로오픈 대상이 아님: {needs_text(needs)}",
}
_REMARKS: Final[Sentences] = {
    "open_before_review.available": lambda since, condition: f"바로오픈: {since} 이용 가능{_in_brackets(condition)}",
}
_WARNINGS: Final[Sentences] = {
    "refused_industry.why": lambda industry, why: f"{industry}: 결제대행사와 카드사가 받지 않는 업종임: {why}",
    "risky_industry": lambda industry, why: f"{industry}: 위험 업종이라 심사가 까다로움: {why}",
    "industry_advice": lambda text: text,
    "way_out": lambda text: f"방법: {text}",
    "platform": lambda text: text,
    "new_business": lambda: (
        "매출이 없는 새 사업자는 첫 세금 신고 전까지 일반 요율이고, 그 뒤에는 매출에 따라 1월과 7월에 다시 정해짐"
    ),
    "tier_unknown": lambda tiers: (
        f"매출 구간을 몰라 {', '.join(tiers)} 요율을 모두 범위로 보임 (1월과 7월에 다시 정해짐)"
    ),
    "tier_review": lambda: "매출 구간은 매년 1월과 7월에 다시 정해지고, 바뀌면 카드 요율도 바뀜",
    "tier_review.change": tier_change,
    "flat_billing_rate": lambda: (
        "정기·수기결제 카드 요율은 요금표에 한 가지뿐이라 영세·중소 우대가 적용되는지 알 수 없음"
    ),
    "one_time_is_window": lambda: (
        "일반결제는 결제창으로만 받음: 카드번호를 직접 받는 API 방식은 수기결제(--key-in)나 정기결제(--billing)임"
    ),
    "style.no_choice": lambda needs: f"{needs_text(needs)}: 연동방식이 한 가지뿐이라 --style과 상관없이 봄",
    "easy_pay": lambda text: text,
    "quick_opening": lambda excluded: f"바로오픈에서 안 되는 것: {', '.join(excluded)}",
    "quick_opening_note": lambda text: text,
    "no_single_gateway": lambda: "모든 조건을 혼자 만족하는 결제대행사가 출처에서 확인되지 않음",
}
SENTENCES: Final[Sentences] = {
    **GATEWAY_SENTENCES,
    **BARRIER_SENTENCES,
    **SETTLE_SENTENCES,
    **_RECOMMENDED,
    **_SUPPORT,
    **_HURDLES,
    **_REMARKS,
    **SIGNING_SENTENCES,
    **_WARNINGS,
}
"""The sentence of every code that the answer can hold."""
