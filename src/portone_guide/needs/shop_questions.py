"""What a merchant is asked about the shop itself: what it sells, where it is built, who signs."""

from portone_guide.needs import options
from portone_guide.needs.gateway_names import gateways
from portone_guide.needs.places import PLATFORM_ID, Place, hosted_place, place, places_options
from portone_guide.needs.question import Flag, Option, Question
from portone_guide.needs.reading import choice, names_in
from portone_guide.rules.models.fields import BusinessForm, Goods

GOODS: Question[Goods | None] = Question(
    "goods",
    "one",
    Flag("파는 것: physical(배송), digital(비실물)", "G"),
    choice(Goods),
    "무엇을 파나요?",
    "배송하는 물건인지에 따라 휴대폰 결제 수수료와 심사 항목이 달라집니다.",
    options.fixed(physical="배송하는 실물 상품", digital="콘텐츠·서비스 등 배송하지 않는 것"),
)
INDUSTRY: Question[tuple[str, ...]] = Question(
    "industry",
    "many",
    Flag("위험 업종 (여러 번): fortune_telling, travel ...", "ID"),
    names_in(lambda book: book.industries.industries),
    "다음 업종에 해당하나요?",
    "위험 업종은 심사해 주는 결제대행사가 정해져 있습니다. 해당하지 않으면 '없음'을 고르세요.",
    options.industries_options,
)
PLATFORM: Question[Place | None] = Question(
    PLATFORM_ID,
    "one",
    Flag("만드는 곳: self, app, wordpress, shopify, cafe24, imweb ... (한글 이름도 됨)", "P"),
    place,
    "어디에 만드나요?",
    "플러그인이나 쇼핑몰 빌더를 쓰면 고를 수 있는 결제대행사가 달라집니다.",
    places_options,
    settles=hosted_place,
)
BUSINESS: Question[BusinessForm | None] = Question(
    "business",
    "one",
    Flag("사업자: sole(개인), corporation(법인)", "B"),
    choice(BusinessForm),
    "누가 계약하나요?",
    "내야 하는 계약 서류가 다르고, 법인만 쓸 수 있는 결제수단이나 결제대행사가 있습니다.",
    options.fixed(sole="개인사업자", corporation="법인"),
    options.business_decides,
)
COUNTRY = Question(
    "country",
    "many",
    Flag("해외 구매자의 나라 (여러 번): jp, us, cn, sea ... (한글 이름도 됨)", "C"),
    names_in(lambda book: book.terms.countries),
    "해외 구매자는 어느 나라에 있나요?",
    "그 나라 구매자가 쓰는 결제수단을 출처에 있는 만큼 알려 줍니다. 고른 결제수단은 바뀌지 않습니다.",
    lambda answers, book: tuple(Option(name, row.name) for name, row in book.terms.countries.items()),
    options.has_overseas,
)
CONTRACTED: Question[tuple[str, ...]] = Question(
    "contracted",
    "many",
    Flag("포트원 없이 이미 계약한 결제대행사 (여러 번)", "ID"),
    gateways,
    "포트원을 거치지 않고 이미 계약한 결제대행사가 있나요?",
    "그 상점아이디는 포트원에서 쓸 수 없습니다. 몇 개를 어떻게 새로 받는지 알려 주는 명령을 답에 붙입니다.",
    options.gateways_options,
    options.has_own_ids,
)
