"""What every merchant with these answers must hear, whichever gateway it is."""

from collections.abc import Iterator, Sequence

from portone_guide.gateways.fees import FeeSheet
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.select_pg.answer import Qualified, Reason


def warnings(
    book: RuleBook,
    answers: Requirements,
    needs: Sequence[Need],
    sheet: FeeSheet,
    qualified: Sequence[Qualified],
) -> tuple[Reason, ...]:
    """Return the warnings that hold for the whole answer, the gravest first."""
    found = [
        *_industries(book, answers),
        *_platform(book, answers),
        *_tier(book, answers, needs, sheet),
        *_style(answers, needs),
        *_easy_pay(book, needs),
        *_quick_opening(book, answers),
    ]
    if not qualified and needs:
        found.append(Reason("모든 조건을 혼자 만족하는 결제대행사가 출처에서 확인되지 않음", "no_single_gateway"))
    return tuple(dict.fromkeys(found))


def portone_plan(book: RuleBook, answers: Requirements, needs: Sequence[Need]) -> int | None:
    """Return PortOne's own monthly fee in won before VAT; None where it is not known.

    By net monthly volume (PortOne help, One Payment Infra). Identity verification alone is not charged.
    """
    if needs and all(need.type == "identity" for need in needs):
        return 0
    if not answers.sales:
        return None
    volume = sum(answers.sales.values())
    for row in book.fees.portone_plan:
        if volume >= row.volume_from and (row.volume_below is None or volume < row.volume_below):
            return row.monthly
    return None


def _industries(book: RuleBook, answers: Requirements) -> Iterator[Reason]:
    for name in answers.industries:
        industry = book.industries.industries[name]
        sources = (industry.source,)
        conflicts = (industry.conflict,) if industry.conflict else ()
        if industry.status == "refused":
            text = f"{industry.name}: 결제대행사와 카드사가 받지 않는 업종임: {industry.why}"
            yield Reason(text, "refused_industry", sources, conflicts)
        else:
            text = f"{industry.name}: 위험 업종이라 심사가 까다로움: {industry.why}"
            yield Reason(text, "risky_industry", sources, conflicts)
        if industry.advice:
            yield Reason(industry.advice, "industry_advice", sources)
        for way in book.industries.ways_out:
            yield Reason(f"방법: {way.text}", "way_out", (way.source,))


def _platform(book: RuleBook, answers: Requirements) -> Iterator[Reason]:
    if answers.platform and (platform := book.terms.platforms.get(answers.platform)):
        for note in platform.notes:
            yield Reason(note.text, "platform", (note.source,))


def _tier(book: RuleBook, answers: Requirements, needs: Sequence[Need], sheet: FeeSheet) -> Iterator[Reason]:
    source = (book.fees.tier_source,)
    if answers.tier is None and answers.yearly_sales == 0:
        yield Reason(
            "매출이 없는 새 사업자는 첫 세금 신고 전까지 일반 요율이고, 그 뒤에는 매출에 따라 1월과 7월에 다시 정해짐",
            "new_business",
            source,
        )
    elif len(sheet.tiers) > 1 and any(
        need.type == "one_time" and (need.method == "card" or need.brand) for need in needs
    ):
        names = ", ".join(book.fees.tiers[tier].name for tier in sheet.tiers)
        yield Reason(f"매출 구간을 몰라 {names} 요율을 모두 범위로 보임", "tier_unknown", source)
    if set(sheet.tiers) - {"general"} and any(
        need.type in {"billing", "key_in"} and need.method == "card" for need in needs
    ):
        yield Reason(
            "정기·수기결제 카드 요율은 요금표에 한 가지뿐이라 영세·중소 우대가 적용되는지 알 수 없음",
            "flat_billing_rate",
        )


def _style(answers: Requirements, needs: Sequence[Need]) -> Iterator[Reason]:
    asked = {style for kind, style in answers.styles if kind is None}
    if "api" in asked and any(need.type == "one_time" for need in needs):
        yield Reason(
            "일반결제는 결제창으로만 받음: 카드번호를 직접 받는 API 방식은 수기결제(--key-in)나 정기결제(--billing)임",
            "one_time_is_window",
        )


def _easy_pay(book: RuleBook, needs: Sequence[Need]) -> Iterator[Reason]:
    if any(need.brand for need in needs):
        for rule in book.pg_methods.easy_pay_rules:
            yield Reason(rule.text, "easy_pay", (rule.source,))


def _quick_opening(book: RuleBook, answers: Requirements) -> Iterator[Reason]:
    if answers.open_before_review:
        excluded = ", ".join(note.text for note in book.terms.quick_opening_excludes)
        sources = tuple(dict.fromkeys(note.source for note in book.terms.quick_opening_excludes))
        if excluded:
            yield Reason(f"바로오픈에서 안 되는 것: {excluded}", "quick_opening", sources)
