"""The shape of ``go_live.yaml``: what code must do before it takes real money, and what code can't show."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import Id, PortOneVersion, SourceId, Text

Level = Literal["block", "ask"]
"""``block``: the shop can't open like this; ``ask``: a person has to look."""


class CodeCheck(NamedTuple):
    """One thing to find in code; ``portone`` empty: in code for either version.

    ``source_v2`` is the page for code of V2 alone, where that has its own.
    """

    title: Text
    level: Level
    why: Text
    fix: Text
    source: SourceId
    portone: tuple[PortOneVersion, ...] = ()
    source_v2: SourceId | None = None


class CodeAsk(NamedTuple):
    """Something that code can't show and the merchant has to answer."""

    text: Text
    source: SourceId
    portone: tuple[PortOneVersion, ...] = ()


class FirstPaymentCheck(NamedTuple):
    """What to look at with the first real payment; ``source_v2`` is the page for V2, where that has its own."""

    text: Text
    source: SourceId
    source_v2: SourceId | None = None


class Sample(NamedTuple):
    """A value that the documents show as an example and that is nobody's own."""

    value: Text
    source: SourceId


class Parameters(NamedTuple):
    """The fields that a call takes, as its page or schema names them; ``required``: it can't be without these."""

    names: tuple[Text, ...]
    source: SourceId
    required: tuple[Text, ...] = ()


class GoLiveFile(NamedTuple):
    """``go_live.yaml``. ``parameters`` are by the name of the call."""

    kind: Literal["go_live"]
    checks: dict[Id, CodeCheck]
    asks: dict[Id, CodeAsk]
    first_payment: dict[Id, FirstPaymentCheck]
    samples: tuple[Sample, ...]
    parameters: dict[Id, Parameters]
