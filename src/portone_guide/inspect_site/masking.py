"""Hides what a screen or a file should not repeat of a site: names of persons, and mobile numbers."""

import re
from typing import Final

from portone_guide.inspect_site.answer import Inspection, Place, Sign

_MOBILE: Final = re.compile(
    r"(?<!\d)(\(?\+?(?:82)?[\s.)-]{0,2}\(?0?1[016789]\)?)([\s.)-]{0,2})\d{3,4}([\s.-]{0,2})(\d{4})(?!\d)"
)
_BETWEEN: Final = re.compile(r"[,/·&:|()\s]+")


def masked(found: Inspection) -> Inspection:
    """Return an inspection without names of persons and mobile numbers, in values and in what is quoted."""
    sign = found.sign("representative")
    person = sign.value or (sign.where[0].quote if sign.where else None)
    return found._replace(
        signs=tuple(_masked(sign, person) for sign in found.signs),
        hints=found.hints._replace(
            industries=tuple(hint._replace(quote=hidden(hint.quote, person)) for hint in found.hints.industries)
        ),
    )


def _masked(sign: Sign, person: str | None) -> Sign:
    where = tuple(Place(seen.page, seen.how, hidden(seen.quote, person)) for seen in sign.where)
    return sign._replace(value=sign.value and hidden(sign.value, person), where=where)


def hidden(text: str, person: str | None) -> str:
    """Return a text with a person's name and all mobile numbers made unreadable."""
    for name in _BETWEEN.split(person or ""):
        if len(name) >= 2:
            text = text.replace(name, name[0] + "*" * (len(name) - 1))
    return _MOBILE.sub(lambda found: f"{found[1]}{found[2]}****{found[3]}{found[4]}", text)
