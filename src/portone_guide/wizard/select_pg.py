"""The questions of ``select-pg``, in the order in which a merchant can answer them."""

from portone_guide.advice.answers import UNKNOWN
from portone_guide.advice.verdicts import Selection
from portone_guide.rules.book import RuleBook
from portone_guide.rules.korean_number import parse_amount
from portone_guide.wizard.question import Flow, Option, Question
from portone_guide.wizard.select_options import (
    any_need,
    billing_methods_options,
    count_rows,
    easy_pays_options,
    has_card,
    has_count_rows,
    has_easy_pay,
    has_overseas,
    has_sales_rows,
    has_styled,
    identity_options,
    industries_options,
    key_in_methods_options,
    methods_options,
    overseas_billing_options,
    overseas_options,
    platforms_options,
    sales_rows,
    tiers_options,
)

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
        industries_options,
    ),
    Question(
        "platform",
        "어디에 만드나요?",
        "플러그인이나 쇼핑몰 빌더를 쓰면 고를 수 있는 결제대행사가 달라집니다.",
        "one",
        platforms_options,
    ),
    Question(
        "one_time",
        "구매자가 결제할 때마다 받을 결제수단은?",
        "일반결제: 구매할 때마다 결제창에서 인증하고 결제하는 가장 흔한 방식입니다.",
        "many",
        methods_options,
    ),
    Question(
        "easy_pay",
        "함께 받을 간편결제는?",
        "카카오페이처럼 이미 등록해 둔 카드나 잔액으로 결제하는 방식입니다.",
        "many",
        easy_pays_options,
    ),
    Question(
        "billing",
        "정기결제(구독)로 받을 결제수단은?",
        "카드 등을 한 번 등록해 두고 다음부터 자동으로 결제하는 방식입니다. 심사가 더 까다롭습니다.",
        "many",
        billing_methods_options,
    ),
    Question(
        "key_in",
        "수기결제로 받을 결제수단은?",
        "결제창 없이 카드번호를 직접 입력받아 결제하는 방식입니다. 흔하지 않으니 모르면 넘어가세요.",
        "many",
        key_in_methods_options,
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
        has_easy_pay,
    ),
    Question(
        "overseas",
        "해외 구매자의 결제도 받나요?",
        "해외에서 발급한 카드나 현지 결제수단입니다. 국내 구매자만 있으면 고르지 않고 넘어가세요.",
        "many",
        overseas_options,
    ),
    Question(
        "overseas_billing",
        "해외 구매자에게 정기결제도 받나요?",
        "국내 결제대행사의 해외카드는 정기결제가 되지 않아 해외 결제대행사가 필요합니다.",
        "many",
        overseas_billing_options,
        has_overseas,
    ),
    Question(
        "identity",
        "본인인증이 필요한가요?",
        "회원가입이나 성인 확인에 쓰는 서비스로, 결제와 따로 계약합니다.",
        "many",
        identity_options,
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
        has_styled,
    ),
    Question(
        "portone",
        "포트원 버전은?",
        "V2가 새 버전입니다. 이미 V1으로 개발했거나 우커머스를 쓰면 V1입니다.",
        "one",
        lambda answers, book: (Option("v2", "V2 (새 버전)"), Option("v1", "V1")),
        any_need,
    ),
    Question(
        "tier",
        "연 매출은 어느 정도인가요?",
        "카드 수수료는 매출 구간으로 정해집니다. 새 사업자는 첫 세금 신고 전까지 일반 요율입니다.",
        "one",
        tiers_options,
        has_card,
    ),
    Question(
        "sales",
        "결제수단별로 한 달에 얼마나 팔 것 같나요?",
        "비용을 더해 비교합니다. 모르는 칸은 비워 두세요. 1000만, 1억 5000만처럼 적어도 됩니다.",
        "amounts",
        sales_rows,
        has_sales_rows,
        check=parse_amount,
    ),
    Question(
        "count",
        "한 달에 몇 건인가요?",
        "건당 수수료가 붙는 결제수단입니다. 모르는 칸은 비워 두세요.",
        "amounts",
        count_rows,
        has_count_rows,
        unit="건",
        check=parse_amount,
    ),
    Question(
        "largest_payment",
        "한 번에 결제하는 가장 큰 금액은?",
        "결제대행사마다 한 번에 받을 수 있는 금액이 다릅니다. 모르면 비워 두세요.",
        "amount",
        ask_if=any_need,
        check=parse_amount,
    ),
    Question(
        "open_before_review",
        "카드사 심사(약 2주)가 끝나기 전에 먼저 열어야 하나요?",
        "'바로오픈'을 제공하는 곳만 남깁니다. 급하지 않으면 아니요를 고르세요.",
        "one",
        lambda answers, book: (Option("no", "아니요"), Option("yes", "예, 먼저 열어야 합니다")),
        any_need,
    ),
)


def contract_options(selection: Selection, book: RuleBook) -> tuple[Option, ...]:
    """Return the contracts that a merchant can go on with: single gateways, then sets, then none yet."""
    names = {gateway: facts.name for gateway, facts in book.pg_methods.gateways.items()}
    best = selection.recommended
    ordered = sorted(selection.qualified, key=lambda entry: entry is not best)
    singles = [Option(entry.gateway, names[entry.gateway]) for entry in ordered]
    sets = [
        Option("+".join(entry.gateways), " + ".join(names[gateway] for gateway in entry.gateways))
        for entry in selection.combinations
    ]
    found = (*sets, *singles) if not singles else (*singles, *sets)
    return (*found, Option(UNKNOWN, "아직 정하지 않음")) if found else ()


def chosen_gateways(choice: str) -> tuple[str, ...]:
    """Return the gateways of a picked contract option; none if it was left open."""
    return () if choice == UNKNOWN else tuple(choice.split("+"))
