"""Field types of the rule files: how their text becomes a value. pydantic is only touched while a file is read."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypeVar

from portone_guide.rules.models.money import Charge, Foreign, parse_foreign
from portone_guide.rules.models.readers import (
    read_at_most,
    read_code,
    read_contact,
    read_day,
    read_email,
    read_fact_day,
    read_flag,
    read_id,
    read_pattern,
    read_quote,
    read_rate,
    read_reachable_day,
    read_text,
    read_url,
    read_won,
)

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


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


Text = Annotated[str, Parsed(read_text)]  # one line
Url = Annotated[str, Parsed(read_url)]
Pattern = Annotated[str, Parsed(read_pattern)]
Email = Annotated[str, Parsed(read_email)]
ContactText = Annotated[str, Parsed(read_contact)]  # an address, a mail address or a phone number
Id = Annotated[str, Parsed(read_id)]
"""A name that is given here; what names a row of another table has a type of its own, below."""
Code = Annotated[str, Parsed(read_code)]
"""A word that programs write; no row has its name."""
SourceId = Annotated[str, Parsed(read_id), Reference("sources")]
ConflictId = Annotated[str, Parsed(read_id), Reference("conflicts")]
GatewayId = Annotated[str, Parsed(read_id), Reference("gateways")]
ModuleId = Annotated[str, Parsed(read_id), Reference("modules")]
IndustryId = Annotated[str, Parsed(read_id), Reference("industries")]
EasyPayId = Annotated[str, Parsed(read_id), Reference("easy_pays")]
MethodId = Annotated[str, Parsed(read_id), Reference("any_method")]
ScopeMethodId = Annotated[str, Parsed(read_id), Reference("scope_method")]
OverseasId = Annotated[str, Parsed(read_id), Reference("overseas")]
IdentityId = Annotated[str, Parsed(read_id), Reference("identity")]
ConcernId = Annotated[str, Parsed(read_id), Reference("concern")]
CaseId = Annotated[str, Parsed(read_id), Reference("cases")]
StepId = Annotated[str, Parsed(read_id), Reference("steps")]
GroupId = Annotated[str, Parsed(read_id), Reference("groups")]
FeeKeyId = Annotated[str, Parsed(read_id), Vocabulary("fees")]
AnchorId = Annotated[str, Parsed(read_id), Vocabulary("roads")]
ClaimedId = Annotated[str, Parsed(read_id), Vocabulary("conflicts")]
Flag = Annotated[bool, Parsed(read_flag)]
Day = Annotated[date, Parsed(read_day)]
FactDay = Annotated[date, Parsed(read_fact_day)]
Whole = Annotated[int, Parsed(read_at_most(10_000_000))]
DayCount = Annotated[int, Parsed(read_at_most(400))]
MonthCount = Annotated[int, Parsed(read_at_most(60))]
Won = Annotated[int, Parsed(read_won)]
ForeignMoney = Annotated[Foreign, Parsed(parse_foreign)]
# The charges for one thing, each with the condition under which it holds ("" where there is only one).
# Empty: the source was asked and does not say.
Quote = tuple[tuple[str, Charge], ...]
Quoted = Annotated[Quote, Parsed(read_quote, raw=True)]
Rate = Annotated[Charge, Parsed(read_rate)]
ReachableDay = Annotated[date, Parsed(read_reachable_day)]

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
