"""What besides payment methods can rule a gateway out: industry, platform, goods, fees, opening day."""

from collections.abc import Iterator

from portone_guide.gateways.fees import FeeSheet
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.industry import Industry
from portone_guide.select_pg.answer import Reason


def hurdles(book: RuleBook, answers: Requirements, sheet: FeeSheet, gateway: str) -> Iterator[Reason]:
    """Yield every reason other than a missing payment method why a gateway does not fit."""
    yield from _industry(book, answers, gateway)
    yield from _platform(book, answers, gateway)
    yield from _goods(book, answers, gateway)
    yield from _signup_fee(answers, sheet, gateway)
    yield from _open_before_review(book, answers, gateway)


def remarks(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    """Yield what a merchant must settle with a gateway that otherwise fits: conditions, reviews, limits."""
    for name in answers.industries:
        industry = book.industries.industries[name]
        for reviewer in industry.gateways:
            if reviewer.gateway == gateway:
                condition = f": {reviewer.condition}" if reviewer.condition else ""
                text = f"{industry.name}: 위험 업종이라 입점은 심사 후에 확인됨{condition}"
                sources = (reviewer.source or industry.source,)
                yield Reason(text, "industry", sources, _some(industry.conflict))
    if answers.platform and (platform := book.terms.platforms.get(answers.platform)):
        for row in platform.gateways or ():
            if row.gateway == gateway and row.note:
                yield Reason(f"{platform.name}: {row.note}", "platform", (row.source or platform.source,))
    for rule in book.terms.conditions.get(gateway, ()):
        if (
            _matters(rule.goods, answers.goods)
            and _matters(rule.platform, answers.platform)
            and answers.asks_for(rule.concerns)
        ):
            yield Reason(rule.text, "condition", (rule.source,))
    if answers.largest_payment is not None:
        yield from _amount(book, answers, answers.largest_payment, gateway)
    if answers.open_before_review:
        yield from _opened_later(book, answers, gateway)


def _industry(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    for name in answers.industries:
        industry = book.industries.industries[name]
        sources = (industry.source,)
        if industry.status == "refused":
            yield Reason(f"{industry.name}: 입점 불가 업종임", "refused_industry", sources, _some(industry.conflict))
            continue
        listed = {reviewer.gateway: reviewer for reviewer in industry.gateways}
        if gateway not in listed:
            yield _unlisted(industry)
        elif excluded := [need for need in answers.needs() if need.type in listed[gateway].excludes]:
            what = ", ".join(need.label(book.pg_methods) for need in excluded)
            yield Reason(f"{industry.name}: 이 업종에는 {what}을(를) 지원하지 않음", "industry", sources)
        elif listed[gateway].accepts == "no":
            why = f" ({listed[gateway].condition})" if listed[gateway].condition else ""
            refused = listed[gateway].source or industry.source
            yield Reason(f"{industry.name}: 이 결제대행사는 받지 않음{why}", "industry", (refused,))


def _unlisted(industry: Industry) -> Reason:
    return Reason(
        f"{industry.name}: 심사할 수 있는 결제대행사 목록에 없어 입점 가능 여부를 알 수 없음 - 문의 필요",
        "unknown",
        (industry.source,),
        _some(industry.conflict),
    )


def _platform(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    if not answers.platform or not (platform := book.terms.platforms.get(answers.platform)):
        return
    sources = (platform.source,)
    if platform.through_host_only:
        yield Reason(
            f"{platform.name}: 홈페이지를 호스팅사에서 만들면 그 호스팅사를 통해 계약해야 함",
            "platform",
            sources,
        )
        return
    if platform.gateways is None:
        return
    listed = {row.gateway: row for row in platform.gateways}
    if gateway not in listed:
        if platform.complete:
            yield Reason(f"{platform.name}에서 쓸 수 있는 결제대행사 목록에 없음", "platform", sources)
        else:
            yield Reason(f"{platform.name}에서 쓸 수 있는지 출처에 없음 - 문의 필요", "unknown", sources)
        return
    for need in answers.needs():
        row = listed[gateway]
        named = need.type in row.types and (need.method in row.methods or _own_brand(book, gateway, need))
        if row.methods and not named:
            label = need.label(book.pg_methods)
            code = "platform" if platform.complete else "unknown"
            yield Reason(f"{label}: {platform.name}에서 되는지 목록에 없음 - 문의 필요", code, sources)


def _own_brand(book: RuleBook, gateway: str, need: Need) -> bool:
    return need.brand is not None and book.pg_methods.gateways[gateway].brand == need.brand


def _goods(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    for condition in book.terms.conditions.get(gateway, ()):
        wrong = condition.only_goods and answers.goods and answers.goods != condition.only_goods
        if wrong and answers.asks_for(condition.concerns):
            yield Reason(condition.text, "goods", (condition.source,))


def _signup_fee(answers: Requirements, sheet: FeeSheet, gateway: str) -> Iterator[Reason]:
    if answers.max_signup_fee is None:
        return
    pricing = sheet.signup_fee(gateway, answers.needs())
    if not pricing.charges:
        yield Reason("가입비를 알 수 없어 한도 안인지 판단할 수 없음 - 문의 필요", "unknown", pricing.sources)
    elif (fee := pricing.charges[0].won) > answers.max_signup_fee:
        yield Reason(f"가입비 {fee:,}원이 한도 {answers.max_signup_fee:,}원을 넘음", "signup_fee", pricing.sources)


def _open_before_review(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    if not answers.open_before_review:
        return
    opening = book.terms.quick_opening.get(gateway)
    sources = tuple({row.source for row in book.terms.quick_opening.values()})
    if not opening:
        yield Reason("바로오픈(카드사 심사 전 결제)을 제공하는 곳이 아님", "open_before_review", sources)
    elif opening.goods and answers.goods and opening.goods != answers.goods:
        text = f"바로오픈 조건에 맞지 않음: {opening.condition}"
        yield Reason(text, "open_before_review", (opening.source,))
    elif not any(_opens(opening.methods, need) for need in answers.needs()):
        yield Reason("바로오픈으로 열 수 있는 결제가 없음", "open_before_review", (opening.source,))


def _opened_later(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    if not (opening := book.terms.quick_opening.get(gateway)):
        return
    condition = f" ({opening.condition})" if opening.condition else ""
    text = f"바로오픈: {opening.available_from} 이용 가능{condition}"
    yield Reason(text, "open_before_review", (opening.source,))
    later = [need.label(book.pg_methods) for need in answers.needs() if not _opens(opening.methods, need)]
    if later:
        yield Reason(f"바로오픈 대상이 아님: {', '.join(later)}", "open_before_review", (opening.source,))


def _opens(methods: tuple[str, ...], need: Need) -> bool:
    return need.type == "one_time" and need.method in methods


def _amount(book: RuleBook, answers: Requirements, payment: int, gateway: str) -> Iterator[Reason]:
    for limit in book.terms.amount_limits.get(gateway, ()):
        if limit.maximum is None or limit.method not in {need.method for need in answers.needs()}:
            continue
        over = payment >= limit.maximum if limit.maximum_excluded else payment > limit.maximum
        if over:
            least = "미만" if limit.maximum_excluded else "이하"
            text = f"한 번에 {limit.maximum:,}원 {least}가 기본 한도: {payment:,}원을 받으려면 심사 때 협의 필요"
            yield Reason(text, "amount_limit", (limit.source,), _some(limit.conflict))


def _matters(row: str | None, answer: str | None) -> bool:
    """Tell whether a condition concerns this merchant: it does unless the answers say otherwise."""
    return row is None or answer is None or row == answer


def _some(conflict: str | None) -> tuple[str, ...]:
    return (conflict,) if conflict else ()
