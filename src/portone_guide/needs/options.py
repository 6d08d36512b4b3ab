"""What the questions of ``select-pg`` offer, and when they are asked."""

from portone_guide.needs.answers import UNKNOWN, Answers
from portone_guide.needs.question import Option
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee_key import FeeKey
from portone_guide.rules.vocabulary import EASY_PAY, TYPE_NAMES, method_name

_METHOD_EXPLAINED = {
    "card": "신용·체크카드",
    "transfer": "구매자 계좌에서 바로 출금",
    "virtual_account": "구매자가 발급받은 계좌로 입금",
    "mobile": "구매자 휴대폰 요금에 청구",
    "gift_certificate": "문화·도서상품권 등",
}


def _many(answers: Answers, question: str) -> list[str]:
    value = answers.get(question, [])
    if isinstance(value, str):
        return [] if value == UNKNOWN else [value]
    return list(value)


def parts(answers: Answers) -> list[tuple[str, str]]:
    """Return every payment type and method that was asked for."""
    found = [
        (kind, method)
        for kind in ("one_time", "billing", "key_in", "overseas", "overseas_billing", "identity")
        for method in _many(answers, kind)
    ]
    return found + [("one_time", EASY_PAY + brand) for brand in _many(answers, "easy_pay")]


def any_need(answers: Answers, book: RuleBook) -> bool:
    """Whether anything was asked for."""
    return bool(parts(answers))


def methods_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """The ordinary payment methods."""
    return tuple(
        Option(method, f"{name} - {_METHOD_EXPLAINED.get(method, '')}")
        for method, name in book.pg_methods.methods.items()
    )


def billing_methods_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Only what some module is known to bill."""
    billed = {
        method
        for rows in book.pg_methods.support.values()
        for row in rows
        if row.type == "billing" and row.supported == "yes"
        for method in row.methods
    }
    file = book.pg_methods
    names = [*file.methods, *(EASY_PAY + brand for brand in file.easy_pays)]
    return tuple(Option(method, method_name("billing", method, file)) for method in names if method in billed)


def key_in_methods_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """What can be keyed in."""
    return (
        Option("card", "카드 - 카드번호를 직접 입력받아 한 번 결제"),
        Option("virtual_account", "가상계좌 - 결제창 없이 계좌번호를 발급"),
    )


def _supported_names(kind: str, names: dict[str, str], book: RuleBook) -> tuple[Option, ...]:
    offered = {
        method.removeprefix(EASY_PAY)
        for rows in book.pg_methods.support.values()
        for row in rows
        if row.type == kind and row.supported == "yes"
        for method in row.methods
    }
    return tuple(Option(name, label) for name, label in names.items() if name in offered)


def easy_pays_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """The brands that some gateway takes."""
    return _supported_names("one_time", book.pg_methods.easy_pays, book)


def overseas_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Overseas methods that some gateway takes."""
    return _supported_names("overseas", book.pg_methods.overseas, book)


def overseas_billing_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Overseas methods that some gateway bills."""
    return _supported_names("overseas_billing", book.pg_methods.overseas, book)


def identity_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Ways of identity verification that some gateway has."""
    return _supported_names("identity", book.pg_methods.identity, book)


def industries_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Every risky or refused industry."""
    return tuple(Option(name, industry.name) for name, industry in book.industries.industries.items())


def platforms_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Where a site can be built."""
    return tuple(Option(name, platform.name) for name, platform in book.terms.platforms.items())


def tiers_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Sales tiers, and the business without sales."""
    found = [Option("new", "새 사업자 - 아직 매출이 없음")]
    for name, tier in book.fees.tiers.items():
        least = tier.at_least or tier.above
        bounds = " ~ ".join(_short(limit) if limit else "" for limit in (least, tier.below)).strip()
        found.append(Option(name, f"{tier.name} - 연 매출 {bounds}"))
    return tuple(found)


def _short(won: int) -> str:
    return f"{won // 100_000_000}억원"


def sales_rows(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Every payment that sales can be given for."""
    return tuple(
        Option(f"{kind}:{method}", f"{TYPE_NAMES[kind]} {method_name(kind, method, book.pg_methods)}")
        for kind, method in parts(answers)
        if kind != "identity"
    )


def count_rows(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Only the parts for which some gateway charges by the payment."""
    counted = {
        FeeKey.parse(text).method
        for blocks in book.fees.fees.values()
        for block in blocks
        for text, quote in block.rates.items()
        if any(charge.won or charge.floor for _, charge in quote)
    }
    return tuple(
        Option(f"{kind}:{method}", f"{TYPE_NAMES[kind]} {method_name(kind, method, book.pg_methods)}")
        for kind, method in parts(answers)
        if method in counted or f"{kind}:{method}" in counted
    )


def has_sales_rows(answers: Answers, book: RuleBook) -> bool:
    """Whether there is something to give sales for."""
    return bool(sales_rows(answers, book))


def has_count_rows(answers: Answers, book: RuleBook) -> bool:
    """Whether some payment is charged by the piece."""
    return bool(count_rows(answers, book))


def has_easy_pay(answers: Answers, book: RuleBook) -> bool:
    """Whether an easy-pay brand was asked for."""
    return any(method.startswith(EASY_PAY) for _, method in parts(answers))


def has_styled(answers: Answers, book: RuleBook) -> bool:
    """Whether the integration style is the merchant's choice."""
    return any(kind in {"billing", "key_in", "overseas_billing"} for kind, _ in parts(answers))


def has_card(answers: Answers, book: RuleBook) -> bool:
    """Whether card rates matter and the tier is not known by yearly sales."""
    return "yearly_sales" not in answers and any(
        kind in {"one_time", "billing", "key_in"} for kind, _ in parts(answers)
    )


def has_overseas(answers: Answers, book: RuleBook) -> bool:
    """Whether overseas payments were asked for."""
    return bool(_many(answers, "overseas"))
