"""What a merchant needs, as answers and as the single needs that a gateway must cover."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from portone_guide.needs import questions as asked
from portone_guide.needs.amounts import Part, parts_said
from portone_guide.needs.carry_questions import CARRIES, Carried
from portone_guide.needs.exchange_questions import USD_KRW
from portone_guide.needs.named import NamedNeed
from portone_guide.needs.question import Answers
from portone_guide.needs.questions import EasyPayContract
from portone_guide.needs.reading import AnswerError, Said, read
from portone_guide.needs.reason import because
from portone_guide.needs.styles import Style, has_choice
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import (
    BusinessForm,
    Goods,
    IntegrationStyle,
    PaymentType,
    PlatformId,
    PortOneVersion,
    SalesTier,
)
from portone_guide.rules.models.method import MethodsFile
from portone_guide.rules.vocabulary import STYLED_TYPES, easy_pay_id, method_name


class Need(NamedTuple):
    """One thing that a contract must be able to do; ``style`` None: either style will do."""

    type: PaymentType
    method: str
    style: IntegrationStyle | None = None

    @property
    def part(self) -> Part:
        """The payment type and method, without the style."""
        return (self.type, self.method)

    @property
    def brand(self) -> str | None:
        """The easy-pay brand, if it is one."""
        return easy_pay_id(self.method)

    @property
    def key(self) -> str:
        """The need as flags write it: ``billing:card:api``."""
        return ":".join(filter(None, (self.type, self.method, self.style)))

    def named(self, file: MethodsFile) -> NamedNeed:
        """The need with its method's name, for a sentence about it."""
        return NamedNeed(self.type, method_name(self.type, self.method, file), self.style)


class Requirements(NamedTuple):
    """All answers. Empty or None: not asked for, or "모르겠어요"; it never narrows the result.

    ``one_style`` are those whose style is nobody's choice, though their payment type has styles.
    Money is integer won a month (``sales``) or a payment (the smallest and the largest); ``payments`` is how many there
    are a month, ``usd_krw`` how many won a US dollar is. ``carries`` says who of several gateways carries what,
    ``builder`` who hosts the shop, if that was said by name; ``contracted`` are those whom the merchant has signed with
    by now, not through PortOne.
    ``said`` has every answer as its question reads it; what several decisions share has a name here.
    """

    methods: tuple[Part, ...] = ()
    styles: tuple[Style, ...] = ()
    easy_pay_contract: EasyPayContract = "any"
    portone: PortOneVersion | None = None
    tier: SalesTier | None = None
    yearly_sales: int | None = None
    sales: Mapping[Part, int] = {}
    payments: Mapping[Part, int] = {}
    smallest_payment: int | None = None
    largest_payment: int | None = None
    usd_krw: Decimal | None = None
    goods: Goods | None = None
    industries: tuple[str, ...] = ()
    platform: PlatformId | None = None
    builder: str | None = None
    countries: tuple[str, ...] = ()
    contracted: tuple[str, ...] = ()
    business: BusinessForm | None = None
    max_signup_fee: int | None = None
    open_before_review: bool = False
    as_of: date = date.min
    one_style: frozenset[Part] = frozenset()
    carries: tuple[Carried, ...] = ()
    said: Said = Said({})

    def needs(self) -> tuple[Need, ...]:
        """Return every need, one for each style that was asked for."""
        found: dict[Need, None] = {}
        for kind, method in self.methods:
            styles: list[IntegrationStyle | None] = [*self.styles_for(kind, method)]
            for style in styles or [None]:
                found[Need(kind, method, style)] = None
        return tuple(found)

    def asking(self, needs: Iterable[Need]) -> "Requirements":
        """Return the answers of a merchant who asks for nothing but these needs: what one contract of several carries.

        Their styles stay asked for, as they are.
        """
        return self._replace(methods=tuple(dict.fromkeys(need.part for need in needs)))

    def carriers(self, need: Need, signing: Iterable[str]) -> frozenset[str]:
        """Return who was said to carry a need; none where nobody was, or where others are signed with than said."""
        named = {row.gateway for row in self.carries}
        rows = self.carries if named <= set(signing) else ()
        return frozenset(row.gateway for row in rows if row.part == need.part and row.style in {None, need.style})

    def asks_for(self, concerns: tuple[str, ...]) -> bool:
        """Tell whether a row about ``concerns`` matters here.

        They are payment types, methods, both (``overseas:card``), ``easy_pay`` or industries.

        It does if it names nothing, or if nothing was asked for yet.
        """
        if not concerns or not self.methods:
            return True
        asked = {part for pair in self.methods for part in pair} | set(self.industries)
        asked |= {":".join(pair) for pair in self.methods}
        if any(easy_pay_id(method) for _, method in self.methods):
            asked.add("easy_pay")
        return not asked.isdisjoint(concerns)

    def styles_for(self, kind: PaymentType, method: str) -> list[IntegrationStyle]:
        """Return the styles asked for a payment.

        A style that names a payment type (``identity:api``) holds for that type alone. One that names none holds
        for every type that has styles (recurring, key-in, identity), but not for a method that comes in one only.
        A one-time payment always opens the window.
        """
        named = [style for named_type, style in self.styles if named_type == kind]
        if kind == "one_time":
            named = [style for style in named if style != "window"]
        chosen = kind in STYLED_TYPES and (kind, method) not in self.one_style
        general = [style for named_type, style in self.styles if named_type is None and chosen]
        return list(dict.fromkeys(named or general))


def requirements_from(answers: Answers, book: RuleBook, as_of: date) -> Requirements:
    """Return what the answers ask for.

    :raises AnswerError: the first answer that can't be understood.
    """
    said = read((*asked.NEEDS, CARRIES), answers, book)
    contract = said.of(asked.EASY_PAY_CONTRACT)
    tier, yearly, place = said.of(asked.TIER), said.of(asked.YEARLY_SALES), said.of(asked.PLATFORM)
    if tier == "new":  # no sales yet, so 일반 until the first tax filing
        tier, yearly = None, yearly or 0
    if tier and yearly is not None:
        raise AnswerError(asked.TIER, because("tier_and_sales"))
    methods = parts_said({question.id: said.of(question) for question in asked.PAYMENTS})
    one_style = (part for part in methods if part[0] in STYLED_TYPES and not has_choice(*part, book.pg_methods))
    return Requirements(
        methods=methods,
        styles=said.of(asked.STYLE),
        easy_pay_contract=contract or "any",
        portone=said.of(asked.PORTONE),
        tier=tier,
        yearly_sales=yearly,
        sales=said.of(asked.SALES),
        payments=said.of(asked.COUNT),
        smallest_payment=said.of(asked.SMALLEST_PAYMENT),
        largest_payment=said.of(asked.LARGEST_PAYMENT),
        usd_krw=said.of(USD_KRW),
        goods=said.of(asked.GOODS),
        industries=said.of(asked.INDUSTRY),
        platform=place.platform if place else None,
        builder=place.builder if place else None,
        countries=said.of(asked.COUNTRY),
        contracted=said.of(asked.CONTRACTED),
        business=said.of(asked.BUSINESS),
        max_signup_fee=said.of(asked.MAX_SIGNUP_FEE),
        open_before_review=said.of(asked.OPEN_BEFORE_REVIEW),
        as_of=as_of,
        one_style=frozenset(one_style),
        carries=said.of(CARRIES),
        said=said,
    )
