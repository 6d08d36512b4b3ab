"""What a merchant is asked about the shop, each question declared once: its words, its flag and how it is read.

A room's flow takes from here what it needs, and adds its own.
"""

from typing import Literal

from portone_guide.needs import options, shop_questions
from portone_guide.needs.amounts import by_part
from portone_guide.needs.exchange_questions import USD_KRW
from portone_guide.needs.gateway_names import gateways
from portone_guide.needs.korean_number import parse_amount
from portone_guide.needs.options import any_need
from portone_guide.needs.question import NO, YES, Flag, Flow, Question, never
from portone_guide.needs.reading import amount, choice, names_in, yes
from portone_guide.needs.styles import styles
from portone_guide.rules.models.fields import PaymentType, PortOneVersion, SalesTier
from portone_guide.rules.vocabulary import methods_of

EasyPayContract = Literal["direct", "via_gateway", "any"]
TierAnswer = Literal[SalesTier, "new"]

_METHODS = "card, transfer, virtual_account, mobile, gift_certificate"


def _methods(
    kind: PaymentType, help_: str, text: str, explain: str, offered: options.Offer
) -> Question[tuple[str, ...]]:
    return Question(
        kind, "many", Flag(help_, "M"), names_in(lambda book: methods_of(kind, book.pg_methods)), text, explain, offered
    )


GOODS = shop_questions.GOODS
INDUSTRY = shop_questions.INDUSTRY
PLATFORM = shop_questions.PLATFORM
BUSINESS = shop_questions.BUSINESS
COUNTRY = shop_questions.COUNTRY
CONTRACTED = shop_questions.CONTRACTED
ONE_TIME = _methods(
    "one_time",
    f"일반결제 수단 (여러 번): {_METHODS}, easy_pay:ID",
    "구매자가 결제할 때마다 받을 결제수단은?",
    "일반결제: 구매할 때마다 결제창에서 인증하고 결제하는 가장 흔한 방식입니다.",
    options.methods_options,
)
EASY_PAY: Question[tuple[str, ...]] = Question(
    "easy_pay",
    "many",
    Flag("간편결제 (여러 번): kakaopay, naverpay, tosspay ...", "ID"),
    names_in(lambda book: book.pg_methods.easy_pays),
    "함께 받을 간편결제는?",
    "카카오페이처럼 이미 등록해 둔 카드나 잔액으로 결제하는 방식입니다.",
    options.easy_pays_options,
)
BILLING = _methods(
    "billing",
    "정기결제 수단 (여러 번)",
    "정기결제(구독)로 받을 결제수단은?",
    "카드 등을 한 번 등록해 두고 다음부터 자동으로 결제하는 방식입니다. 심사가 더 까다롭습니다.",
    options.billing_methods_options,
)
KEY_IN = _methods(
    "key_in",
    "수기결제 수단 (여러 번): card, virtual_account",
    "수기결제로 받을 결제수단은?",
    "결제창 없이 카드번호를 직접 입력받아 결제하는 방식입니다. 흔하지 않으니 모르면 '없음'을 고르세요.",
    options.key_in_methods_options,
)
EASY_PAY_CONTRACT: Question[EasyPayContract | None] = Question(
    "easy_pay_contract",
    "one",
    Flag("간편결제 계약: direct(직접), via_gateway(PG 제휴), any", "WAY"),
    choice(EasyPayContract),
    "간편결제는 어떻게 계약할까요?",
    "직접 계약하면 회사마다 계약하고, PG 제휴면 결제대행사 한 곳의 계약으로 씁니다. 둘을 함께 쓸 수는 없습니다.",
    options.fixed(any="상관없음", direct="간편결제사와 직접 계약", via_gateway="결제대행사를 통해(PG 제휴)"),
    options.has_easy_pay,
)
OVERSEAS = _methods(
    "overseas",
    "해외 결제수단 (여러 번): card, alipay ...",
    "해외 구매자의 결제도 받나요?",
    "해외에서 발급한 카드나 현지 결제수단입니다. 국내 구매자만 있으면 '없음'을 고르세요.",
    options.overseas_options,
)
OVERSEAS_BILLING = _methods(
    "overseas_billing",
    "해외 정기결제 수단 (여러 번)",
    "해외 구매자에게 정기결제도 받나요?",
    "국내 결제대행사의 해외카드는 정기결제가 되지 않아 해외 결제대행사가 필요합니다.",
    options.overseas_billing_options,
)._replace(ask_if=options.has_overseas)
IDENTITY = _methods(
    "identity",
    "본인인증 수단 (여러 번): sms, pass, integrated",
    "본인인증이 필요한가요?",
    "회원가입이나 성인 확인에 쓰는 서비스로, 결제와 따로 계약합니다.",
    options.identity_options,
)
STYLE = Question(
    "style",
    "many",
    Flag("정기·수기결제와 본인인증의 연동방식 (여러 번이면 모두): window, api", "[TYPE:]S"),
    styles,
    "정기·수기결제와 본인인증의 화면은 어떻게 할까요?",
    "결제창은 결제대행사 화면을 그대로 쓰고, API는 입력 화면을 직접 만듭니다(추가 심사가 있을 수 있음).",
    options.fixed(window="결제창 - 결제대행사의 화면을 그대로 사용", api="API - 입력 화면을 직접 개발"),
    options.has_styled,
)
PORTONE: Question[PortOneVersion | None] = Question(
    "portone",
    "one",
    Flag("포트원 버전: v1, v2", "V"),
    choice(PortOneVersion),
    "포트원 버전은?",
    "V2가 새 버전입니다. 이미 V1으로 개발했거나 우커머스를 쓰면 V1입니다.",
    options.fixed(v2="V2 (새 버전)", v1="V1"),
    any_need,
)
TIER: Question[TierAnswer | None] = Question(
    "tier",
    "one",
    Flag("매출 구간: micro, small_1, small_2, small_3, general", "T"),
    choice(TierAnswer),
    "연 매출은 어느 정도인가요?",
    "카드 수수료는 매출 구간으로 정해집니다. 새 사업자는 첫 세금 신고 전까지 일반 요율입니다.",
    options.tiers_options,
    options.has_card,
)
YEARLY_SALES: Question[int | None] = Question(
    "yearly_sales", "amount", Flag("연 매출 (새 사업자는 0): 구간을 대신 정합니다", "WON"), amount, ask_if=never
)
SALES = Question(
    "sales",
    "amounts",
    Flag("결제수단별 월 매출 (여러 번)", "[TYPE:]M=WON"),
    by_part("--sales"),
    "결제수단별로 한 달에 얼마나 팔 것 같나요?",
    "비용을 더해 비교합니다. 모르는 칸은 비워 두세요. 1000만, 1억 5000만처럼 적어도 됩니다.",
    options.sales_rows,
    options.has_sales_rows,
    check=parse_amount,
)
COUNT = Question(
    "count",
    "amounts",
    Flag("결제수단별 월 결제 건수 (여러 번)", "[TYPE:]M=N"),
    by_part("--count"),
    "한 달에 몇 건인가요?",
    "건당 수수료가 붙는 결제수단입니다. 모르는 칸은 비워 두세요.",
    options.count_rows,
    options.has_count_rows,
    "건",
    parse_amount,
)
LARGEST_PAYMENT: Question[int | None] = Question(
    "largest_payment",
    "amount",
    Flag("가장 큰 1회 결제 금액", "WON"),
    amount,
    "한 번에 결제하는 가장 큰 금액은?",
    "결제대행사마다 한 번에 받을 수 있는 금액이 다릅니다. 모르면 비워 두세요.",
    ask_if=any_need,
    check=parse_amount,
)
SMALLEST_PAYMENT: Question[int | None] = Question(
    "smallest_payment",
    "amount",
    Flag("가장 작은 1회 결제 금액: 최소 결제 금액과 비교합니다", "WON"),
    amount,
    ask_if=never,
    check=parse_amount,
)
MAX_SIGNUP_FEE: Question[int | None] = Question(
    "max_signup_fee", "amount", Flag("가입비 한도, 여러 곳이면 합계 (VAT 별도)", "WON"), amount, ask_if=never
)
OPEN_BEFORE_REVIEW = Question(
    "open_before_review",
    "one",
    Flag("카드사 심사 전에 여는 바로오픈이 필요합니다.", off="--no-open-before-review"),
    yes,
    "카드사 심사(약 2주)가 끝나기 전에 먼저 열어야 하나요?",
    "'바로오픈'을 제공하는 곳만 남깁니다. 급하지 않으면 아니요를 고르세요.",
    options.fixed(**{NO: "아니요", YES: "예, 먼저 열어야 합니다"}),
    any_need,
)
GATEWAY = Question(
    "gateway",
    "many",
    Flag("결제대행사 (여러 번): nice, kakaopay ...", "ID"),
    gateways,
    options=options.gateways_options,
)

NEEDS: Flow = (
    GOODS,
    INDUSTRY,
    PLATFORM,
    ONE_TIME,
    EASY_PAY,
    BILLING,
    KEY_IN,
    EASY_PAY_CONTRACT,
    OVERSEAS,
    COUNTRY,
    OVERSEAS_BILLING,
    IDENTITY,
    BUSINESS,
    STYLE,
    PORTONE,
    TIER,
    YEARLY_SALES,
    SALES,
    COUNT,
    SMALLEST_PAYMENT,
    LARGEST_PAYMENT,
    USD_KRW,
    MAX_SIGNUP_FEE,
    OPEN_BEFORE_REVIEW,
    CONTRACTED,
)
"""Everything that requirements are made of, in the order in which a merchant can answer it."""
PAYMENTS: Flow = (ONE_TIME, BILLING, KEY_IN, EASY_PAY, OVERSEAS, OVERSEAS_BILLING, IDENTITY)
"""What is to be paid with: at least one of them is asked for."""
