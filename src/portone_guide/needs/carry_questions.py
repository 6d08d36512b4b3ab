"""Who of several gateways carries what: said where more than one of them could."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, get_args

from portone_guide.needs.amounts import Part, part_of, parts_said
from portone_guide.needs.gateway_names import find_gateway
from portone_guide.needs.question import Flag, Question, Reading, never
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.reason import because
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import IntegrationStyle, PaymentType
from portone_guide.rules.vocabulary import methods_of

_STYLES: Final[tuple[IntegrationStyle, ...]] = get_args(IntegrationStyle)


class Carried(NamedTuple):
    """That a gateway carries a payment; ``style`` None: in every style that was asked for."""

    gateway: str
    part: Part
    style: IntegrationStyle | None


def _carried(texts: Sequence[str], reading: Reading) -> tuple[Carried, ...]:
    return tuple(dict.fromkeys(_pair(text, reading) for text in texts))


def _pair(text: str, reading: Reading) -> Carried:
    gateway, equals, what = text.partition("=")
    if not equals:
        raise WrongValueError(because("no_carrier", text=text))
    style = next((style for style in _STYLES if what.endswith(f":{style}")), None)
    payment = what.removesuffix(f":{style}")
    every = dict(_every(reading.book))
    # What is not asked for any more carries nothing: a kept answer stays readable.
    part = every.get(payment) or part_of(payment, parts_said(reading.said))
    return Carried(find_gateway(gateway, reading.book.pg_methods), part, style)


def _every(book: RuleBook) -> Iterator[tuple[str, Part]]:
    for kind in get_args(PaymentType):
        for method in methods_of(kind, book.pg_methods):
            yield f"{kind}:{method}", (kind, method)


CARRIES: Question[tuple[Carried, ...]] = Question(
    "carries",
    "many",
    Flag("여러 곳과 나누어 계약할 때 누가 무엇을 맡는지 (여러 번): kcp=identity:sms ...", "ID=[TYPE:]M"),
    _carried,
    "누가 무엇을 맡나요?",
    "여러 곳이 다 받을 수 있는 결제입니다. 맡길 곳만 고르세요. 모르면 모두 맡는 것으로 보입니다.",
    ask_if=never,
)
