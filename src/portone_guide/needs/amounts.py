"""How amounts by payment are read: ``[TYPE:]M=N``."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from portone_guide.needs.korean_number import parse_amount
from portone_guide.needs.options import PAYMENT_TYPES
from portone_guide.needs.question import Reading
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.reason import because
from portone_guide.rules.models.fields import PaymentType
from portone_guide.rules.vocabulary import EASY_PAY

Part = tuple[PaymentType, str]
"""A payment type and a method: what sales are given for."""


def parts_said(said: Mapping[str, Any]) -> tuple[Part, ...]:
    """Return every payment that was asked for, easy pay last."""
    found: dict[Part, None] = {(kind, method): None for kind in PAYMENT_TYPES for method in said.get(kind, ())}
    found.update({("one_time", EASY_PAY + brand): None for brand in said.get("easy_pay", ())})
    return tuple(found)


def by_part(flag: str) -> Callable[[Sequence[str], Reading], dict[Part, int]]:
    """Read a number for each payment; TYPE may be left out where M is asked for under one type only."""

    def amounts(texts: Sequence[str], reading: Reading) -> dict[Part, int]:
        found: dict[Part, int] = {}
        for text in texts:
            what, equals, number = text.rpartition("=")
            if not equals:
                raise WrongValueError(because("no_pair", text=text, flag=flag))
            part = part_of(what, parts_said(reading.said))
            if part in found:
                raise WrongValueError(because("given_twice", what=what))
            found[part] = parse_amount(number)
        return found

    return amounts


def part_of(what: str, asked: Iterable[Part]) -> Part:
    """Return the payment that was asked for and is meant: ``card``, or ``billing:card`` where both are.

    :raises WrongValueError: it was not asked for, or several go by that name.
    """
    asked = tuple(asked)
    matching = [part for part in asked if what in (":".join(part), part[1])]
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise WrongValueError(because("which_type", what=what, parts=tuple(map(":".join, matching))))
    raise WrongValueError(because("not_asked_for", what=what, asked=tuple(map(":".join, asked))))
