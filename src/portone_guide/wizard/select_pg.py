"""The questions of ``select-pg``, in the order in which a merchant can answer them."""

from portone_guide.advice.answers import UNKNOWN, Answers
from portone_guide.advice.verdicts import Selection
from portone_guide.rules.book import RuleBook
from portone_guide.rules.korean_number import parse_amount
from portone_guide.rules.vocabulary import EASY_PAY, TYPE_NAMES, method_name
from portone_guide.wizard.question import Flow, Option, Question

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


def _any_need(answers: Answers, book: RuleBook) -> bool:
    return bool(parts(answers))


def _methods(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return tuple(
        Option(method, f"{name} - {_METHOD_EXPLAINED.get(method, '')}")
        for method, name in book.pg_methods.methods.items()
    )


def _billing_methods(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
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


def _key_in_methods(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
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


def _easy_pays(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return _supported_names("one_time", book.pg_methods.easy_pays, book)


def _overseas(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return _supported_names("overseas", book.pg_methods.overseas, book)


def _overseas_billing(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return _supported_names("overseas_billing", book.pg_methods.overseas, book)


def _identity(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return _supported_names("identity", book.pg_methods.identity, book)


def _industries(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return tuple(Option(name, industry.name) for name, industry in book.industries.industries.items())


def _platforms(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return tuple(Option(name, platform.name) for name, platform in book.terms.platforms.items())


def _tiers(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    found = [Option("new", "새 사업자 - 아직 매출이 없음")]
    for name, tier in book.fees.tiers.items():
        least = tier.at_least or tier.above
        bounds = " ~ ".join(_short(limit) if limit else "" for limit in (least, tier.below)).strip()
        found.append(Option(name, f"{tier.name} - 연 매출 {bounds}"))
    return tuple(found)


def _short(won: int) -> str:
    return f"{won // 100_000_000}억원"


def _sales_rows(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return tuple(
        Option(f"{kind}:{method}", f"{TYPE_NAMES[kind]} {method_name(kind, method, book.pg_methods)}")
        for kind, method in parts(answers)
        if kind != "identity"
    )


def _count_rows(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Only the parts for which some gateway charges by the payment."""
    counted = {
        key.split(".")[0] if not key.startswith(("identity", "easy_pay")) else key.replace(".", ":", 1)
        for blocks in book.fees.fees.values()
        for block in blocks
        for key, quote in block.rates.items()
        if not key.startswith("signup_fee") and any(charge.won or charge.floor for _, charge in quote)
    }
    return tuple(
        Option(f"{kind}:{method}", f"{TYPE_NAMES[kind]} {method_name(kind, method, book.pg_methods)}")
        for kind, method in parts(answers)
        if method in counted or f"{kind}:{method}" in counted
    )


def _has_sales_rows(answers: Answers, book: RuleBook) -> bool:
    return bool(_sales_rows(answers, book))


def _has_count_rows(answers: Answers, book: RuleBook) -> bool:
    return bool(_count_rows(answers, book))


def _has_easy_pay(answers: Answers, book: RuleBook) -> bool:
    return any(method.startswith(EASY_PAY) for _, method in parts(answers))


def _has_styled(answers: Answers, book: RuleBook) -> bool:
    return any(kind in {"billing", "key_in", "overseas_billing"} for kind, _ in parts(answers))


def _has_card(answers: Answers, book: RuleBook) -> bool:
    return "yearly_sales" not in answers and any(
        kind in {"one_time", "billing", "key_in"} for kind, _ in parts(answers)
    )


def _has_overseas(answers: Answers, book: RuleBook) -> bool:
    return bool(_many(answers, "overseas"))


SELECT_PG: Flow = (
    Question(
        "goods",
        "무엇을 파나요?",
        "배송하는 물건인지에 따라 휴대폰 결제 수수료와 심사 항목이 달라집니다.",
        "one",
        lambda answers, book: (
            Option("physical", "배송하는 실물 상품"),
            Option("digital", "콘텐츠·서비스 등 배송하지 않는 것"),
        ),
    ),
    Question(
        "industry",
        "다음 업종에 해당하나요?",
        "위험 업종은 심사해 주는 결제대행사가 정해져 있습니다. 해당하지 않으면 고르지 않고 넘어가세요.",
        "many",
        _industries,
    ),
    Question(
        "platform",
        "어디에 만드나요?",
        "플러그인이나 쇼핑몰 빌더를 쓰면 고를 수 있는 결제대행사가 달라집니다.",
        "one",
        _platforms,
    ),
    Question(
        "one_time",
        "구매자가 결제할 때마다 받을 결제수단은?",
        "일반결제: 구매할 때마다 결제창에서 인증하고 결제하는 가장 흔한 방식입니다.",
        "many",
        _methods,
    ),
    Question(
        "easy_pay",
        "함께 받을 간편결제는?",
        "카카오페이처럼 이미 등록해 둔 카드나 잔액으로 결제하는 방식입니다.",
        "many",
        _easy_pays,
    ),
    Question(
        "billing",
        "정기결제(구독)로 받을 결제수단은?",
        "카드 등을 한 번 등록해 두고 다음부터 자동으로 결제하는 방식입니다. 심사가 더 까다롭습니다.",
        "many",
        _billing_methods,
    ),
    Question(
        "key_in",
        "수기결제로 받을 결제수단은?",
        "결제창 없이 카드번호를 직접 입력받아 결제하는 방식입니다. 흔하지 않으니 모르면 넘어가세요.",
        "many",
        _key_in_methods,
    ),
    Question(
        "easy_pay_contract",
        "간편결제는 어떻게 계약할까요?",
        "직접 계약하면 회사마다 계약하고, PG 제휴면 결제대행사 한 곳의 계약으로 씁니다. 둘을 함께 쓸 수는 없습니다.",
        "one",
        lambda answers, book: (
            Option("any", "상관없음"),
            Option("direct", "간편결제사와 직접 계약"),
            Option("via_gateway", "결제대행사를 통해(PG 제휴)"),
        ),
        _has_easy_pay,
    ),
    Question(
        "overseas",
        "해외 구매자의 결제도 받나요?",
        "해외에서 발급한 카드나 현지 결제수단입니다. 국내 구매자만 있으면 고르지 않고 넘어가세요.",
        "many",
        _overseas,
    ),
    Question(
        "overseas_billing",
        "해외 구매자에게 정기결제도 받나요?",
        "국내 결제대행사의 해외카드는 정기결제가 되지 않아 해외 결제대행사가 필요합니다.",
        "many",
        _overseas_billing,
        _has_overseas,
    ),
    Question(
        "identity",
        "본인인증이 필요한가요?",
        "회원가입이나 성인 확인에 쓰는 서비스로, 결제와 따로 계약합니다.",
        "many",
        _identity,
    ),
    Question(
        "style",
        "정기·수기결제의 화면은 어떻게 할까요?",
        "결제창은 결제대행사 화면을 그대로 쓰고, API는 카드 입력 화면을 직접 만듭니다(추가 심사가 있을 수 있음).",
        "many",
        lambda answers, book: (
            Option("window", "결제창 - 결제대행사의 화면을 그대로 사용"),
            Option("api", "API - 입력 화면을 직접 개발"),
        ),
        _has_styled,
    ),
    Question(
        "portone",
        "포트원 버전은?",
        "V2가 새 버전입니다. 이미 V1으로 개발했거나 우커머스를 쓰면 V1입니다.",
        "one",
        lambda answers, book: (Option("v2", "V2 (새 버전)"), Option("v1", "V1")),
        _any_need,
    ),
    Question(
        "tier",
        "연 매출은 어느 정도인가요?",
        "카드 수수료는 매출 구간으로 정해집니다. 새 사업자는 첫 세금 신고 전까지 일반 요율입니다.",
        "one",
        _tiers,
        _has_card,
    ),
    Question(
        "sales",
        "결제수단별로 한 달에 얼마나 팔 것 같나요?",
        "비용을 더해 비교합니다. 모르는 칸은 비워 두세요. 1000만, 1억 5000만처럼 적어도 됩니다.",
        "amounts",
        _sales_rows,
        _has_sales_rows,
        check=parse_amount,
    ),
    Question(
        "count",
        "한 달에 몇 건인가요?",
        "건당 수수료가 붙는 결제수단입니다. 모르는 칸은 비워 두세요.",
        "amounts",
        _count_rows,
        _has_count_rows,
        unit="건",
        check=parse_amount,
    ),
    Question(
        "largest_payment",
        "한 번에 결제하는 가장 큰 금액은?",
        "결제대행사마다 한 번에 받을 수 있는 금액이 다릅니다. 모르면 비워 두세요.",
        "amount",
        ask_if=_any_need,
        check=parse_amount,
    ),
    Question(
        "open_before_review",
        "카드사 심사(약 2주)가 끝나기 전에 먼저 열어야 하나요?",
        "'바로오픈'을 제공하는 곳만 남깁니다. 급하지 않으면 아니요를 고르세요.",
        "one",
        lambda answers, book: (Option("no", "아니요"), Option("yes", "예, 먼저 열어야 합니다")),
        _any_need,
    ),
)


def contract_options(selection: Selection, book: RuleBook) -> tuple[Option, ...]:
    """Return the contracts that a merchant can go on with: single gateways, then sets, then none yet."""
    names = {gateway: facts.name for gateway, facts in book.pg_methods.gateways.items()}
    singles = [Option(entry.gateway, names[entry.gateway]) for entry in selection.qualified]
    sets = [
        Option("+".join(entry.gateways), " + ".join(names[gateway] for gateway in entry.gateways))
        for entry in selection.combinations
    ]
    found = (*sets, *singles) if not singles else (*singles, *sets)
    return (*found, Option(UNKNOWN, "아직 정하지 않음")) if found else ()


def chosen_gateways(choice: str) -> tuple[str, ...]:
    """Return the gateways of a picked contract option; none if it was left open."""
    return () if choice == UNKNOWN else tuple(choice.split("+"))
