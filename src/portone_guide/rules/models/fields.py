"""Field types of the rule files: how their text becomes a value. pydantic is only touched while a file is read."""

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypeVar

from portone_guide.rules.days import FIRST_DAY, LAST_DAY, in_reach
from portone_guide.rules.errors import shown
from portone_guide.rules.models.money import Charge, Foreign, parse_charge, parse_foreign, parse_won

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


NAMED = "="
"""What begins a text that stands elsewhere under a name, so as to stand once: ``=api_review``."""
NO_SUCH_TEXT = "\0"
"""What begins such a name where no text has it; no file can hold it."""


class Parsed(NamedTuple):
    """Tells pydantic to make the value with ``parse``, whose ValueError is the message shown.

    ``parse`` takes the text, or with ``raw`` whatever stands there (text, list or mapping).
    """

    parse: Callable[[Any], Any]
    raw: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        text = core_schema.str_schema(strip_whitespace=True, min_length=1)
        taken = core_schema.any_schema() if self.raw else text
        return core_schema.no_info_after_validator_function(self.parse, taken)


class Reference(NamedTuple):
    """Marks an id that must stand as a key in the named table of another rule file."""

    table: str


class Gathered(NamedTuple):
    """Marks what is not written in the file of its table: the gateways' own files hold it, each its part.

    pydantic need not look into it: its rows are read as those of the gateways' files.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return core_schema.any_schema()


Given = TypeVar("Given")
OfGateways = Annotated[Given, Gathered()]


class Known(NamedTuple):
    """Marks the names of a table of which the program knows these: each must be there."""

    names: tuple[str, ...]


class Vocabulary(NamedTuple):
    """Marks an id that is a word of its own language, which the named check reads.

    ``own`` keeps it from being equal to a reference to a table of that name: types with equal marks are one type.
    """

    check: str
    own: bool = True


def _text(text: str) -> str:
    if text.startswith(NO_SUCH_TEXT):
        name = shown(text.removeprefix(NO_SUCH_TEXT))
        raise ValueError(f"없는 글의 이름입니다: {name} - 이 파일이나 texts.yaml의 texts에 있는 이름을 적으세요")
    if "\n" in text:
        raise ValueError("한 줄로 적으세요: 줄을 바꾼 곳이 있습니다")
    if not text.isprintable():
        raise ValueError("화면에 보이지 않는 문자가 있습니다: 지우고 다시 적으세요")
    return text


def _url(text: str) -> str:
    if not re.fullmatch(_ADDRESS, text, re.ASCII):
        raise ValueError(f"https:// 주소를 적으세요: {shown(text)}")
    return text


def _pattern(text: str) -> str:
    """Take the few things that a form of an id needs, with one part of variable length: no text takes it long."""
    if not re.fullmatch(_FORM, text, re.ASCII):
        raise ValueError(f"쓸 수 없는 형식입니다: {shown(text)} - 글자와 {_FORM_PARTS}만 적으세요")
    if len(re.findall(_VARIABLE, text)) > 1:
        raise ValueError(f"길이가 정해지지 않은 곳이 둘 이상입니다: {shown(text)}")
    try:
        re.compile(text)
    except re.error:
        raise ValueError(f"쓸 수 없는 형식입니다: {shown(text)} - 범위와 횟수를 확인하세요") from None
    return text


def _email(text: str) -> str:
    if not re.fullmatch(_MAILBOX, text, re.ASCII):
        raise ValueError(f"전자우편 주소를 적으세요: {shown(text)}")
    return text


def _flag(text: str) -> bool:
    if text not in {"yes", "no"}:
        raise ValueError(f"yes 또는 no로 적으세요: {shown(text)}")
    return text == "yes"


def _day(text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):  # Python would take 20260819 and 2026-W34-3, too
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"날짜는 2026-08-19처럼 적으세요: {shown(text)}")


def _fact_day(text: str) -> date:
    day = _day(text)
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise ValueError(f"{_FIRST_DAY}부터 {_LAST_DAY}까지의 날을 적으세요: {shown(text)}")
    return day


def _whole(text: str) -> int:
    if not re.fullmatch(r"\d{1,15}", text, re.ASCII):
        raise ValueError(f"0 이상의 정수로 적으세요: {shown(text)}")
    return int(text)


def _at_most(most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers of which the largest that can be meant is ``most``."""

    def read(text: str) -> int:
        if (number := _whole(text)) > most:
            raise ValueError(f"너무 큰 수입니다: {shown(text)} - {most:,}까지 적을 수 있습니다")
        return number

    return read


def _rate(text: str) -> Charge:
    charge = parse_charge(text)
    if charge.high > _MOST_PERCENT:
        raise ValueError(f"너무 큰 요율입니다: {shown(text)} - {_MOST_PERCENT}%까지 적을 수 있습니다")
    if max(charge.won, charge.floor) > _MOST_CHARGED:
        raise ValueError(f"너무 큰 금액입니다: {shown(text)} - {_MOST_CHARGED:,}원까지 적을 수 있습니다")
    return charge


def _won(text: str) -> int:
    if (amount := parse_won(text)) > _MOST_WON:
        raise ValueError(f"너무 큰 금액입니다: {shown(text)} - {_MOST_WON:,}원까지 적을 수 있습니다")
    return amount


def _quote(value: Any) -> "Quote":
    if value == "unknown":
        return ()
    if isinstance(value, str):
        return (("", _rate(value)),)
    if isinstance(value, dict) and value and all(isinstance(text, str) for text in value.values()):
        return tuple(_labelled(label, text) for label, text in value.items())
    raise ValueError("'3.20%' 같은 요율이나, '조건: 요율'의 표, 또는 unknown을 적으세요")


def _labelled(label: str, text: str) -> "tuple[str, Charge]":
    try:
        return (_text(label), _rate(text))
    except ValueError as error:
        raise ValueError(f"{shown(label)}의 {error}") from None


def _id(text: str) -> str:
    allowed = "abcdefghijklmnopqrstuvwxyz0123456789_-.:/"
    if any(char not in allowed and char not in allowed.upper() for char in text):
        raise ValueError(f"이름은 영문자, 숫자, _ - . : / 로 적으세요: {shown(text)}")
    return text


def _reachable_day(text: str) -> date:
    day = _day(text)
    if not in_reach(day):
        raise ValueError(f"날짜는 {FIRST_DAY}부터 {LAST_DAY}까지 적으세요: {shown(text)}")
    return day


def _code(text: str) -> str:
    return _id(text)


# What can be meant: a day, a rate, a sum far from these is a slip of the finger.
_FIRST_DAY, _LAST_DAY = date(2010, 1, 1), date(2039, 12, 31)
_MOST_PERCENT = 30
_MOST_CHARGED = 10_000_000  # in won, by one fee
_MOST_WON = 1_000_000_000_000
_ADDRESS = r"https://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?:/[\w.~%!$&'()*+,;=:@/?#-]*)?"
_MAILBOX = r"[\w.+-]{1,64}@(?:[a-zA-Z0-9-]{1,63}\.)+[a-zA-Z]{2,24}"
_PART = r"(?:[\w-]|\\[.dS]|\[[\w-]+\])(?:\{\d{1,2}(?:,\d{1,2})?\}|\+)?"
_FORM = rf"(?:\(\w+(?:\|\w+)*\))?(?:{_PART}){{1,99}}"
_FORM_PARTS = r"\d, \S, \., [0-9a-f], {8}, {1,16}, +, 맨 앞의 (a|b)"
_VARIABLE = r"\{\d+,\d+\}|\+"

Text = Annotated[str, Parsed(_text)]  # one line
Url = Annotated[str, Parsed(_url)]
Pattern = Annotated[str, Parsed(_pattern)]
Email = Annotated[str, Parsed(_email)]
Id = Annotated[str, Parsed(_id)]
"""A name that is given here; what names a row of another table has a type of its own, below."""
Code = Annotated[str, Parsed(_code)]
"""A word that programs write; no row has its name."""
SourceId = Annotated[str, Parsed(_id), Reference("sources")]
ConflictId = Annotated[str, Parsed(_id), Reference("conflicts")]
GatewayId = Annotated[str, Parsed(_id), Reference("gateways")]
ModuleId = Annotated[str, Parsed(_id), Reference("modules")]
IndustryId = Annotated[str, Parsed(_id), Reference("industries")]
EasyPayId = Annotated[str, Parsed(_id), Reference("easy_pays")]
MethodId = Annotated[str, Parsed(_id), Reference("any_method")]
ScopeMethodId = Annotated[str, Parsed(_id), Reference("scope_method")]
OverseasId = Annotated[str, Parsed(_id), Reference("overseas")]
IdentityId = Annotated[str, Parsed(_id), Reference("identity")]
ConcernId = Annotated[str, Parsed(_id), Reference("concern")]
CaseId = Annotated[str, Parsed(_id), Reference("cases")]
StepId = Annotated[str, Parsed(_id), Reference("steps")]
GroupId = Annotated[str, Parsed(_id), Reference("groups")]
FeeKeyId = Annotated[str, Parsed(_id), Vocabulary("fees")]
AnchorId = Annotated[str, Parsed(_id), Vocabulary("roads")]
ClaimedId = Annotated[str, Parsed(_id), Vocabulary("conflicts")]
Flag = Annotated[bool, Parsed(_flag)]
Day = Annotated[date, Parsed(_day)]
FactDay = Annotated[date, Parsed(_fact_day)]
Whole = Annotated[int, Parsed(_at_most(10_000_000))]
DayCount = Annotated[int, Parsed(_at_most(400))]
MonthCount = Annotated[int, Parsed(_at_most(60))]
Won = Annotated[int, Parsed(_won)]
ForeignMoney = Annotated[Foreign, Parsed(parse_foreign)]
# The charges for one thing, each with the condition under which it holds ("" where there is only one).
# Empty: the source was asked and does not say.
Quote = tuple[tuple[str, Charge], ...]
Quoted = Annotated[Quote, Parsed(_quote, raw=True)]
Rate = Annotated[Charge, Parsed(_rate)]
ReachableDay = Annotated[date, Parsed(_reachable_day)]

Supported = Literal["yes", "no", "unknown"]
PortOneVersion = Literal["v1", "v2"]
IntegrationStyle = Literal["window", "api"]
PaymentType = Literal["one_time", "billing", "key_in", "overseas", "overseas_billing", "identity"]
SalesTier = Literal["micro", "small_1", "small_2", "small_3", "general"]
WalletPart = Literal["card", "account", "money", "points", "transfer", "virtual_account", "mobile"]
Goods = Literal["physical", "digital"]
BusinessForm = Literal["sole", "corporation"]
PlatformId = Literal["self", "app", "wordpress", "shopify", "builder"]
Role = Literal["general", "easy_pay", "overseas", "identity"]
Purpose = Literal["payment", "identity", "overseas", "wallet"]
# What most gateways ask of a merchant, and some don't.
Demand = Literal["paper_contract", "insurance", "card_review"]
