"""How the integration style is read: ``api``, or ``billing:api`` for one payment type."""

from collections.abc import Mapping, Sequence
from typing import cast, get_args

from portone_guide.needs.question import Reading
from portone_guide.needs.reading import Naming, known
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import IntegrationStyle, PaymentType
from portone_guide.rules.vocabulary import STYLE_NAMES, STYLED_TYPES, TYPE_NAMES

Style = tuple[PaymentType | None, IntegrationStyle]
"""A style, and the payment type that it is for; None: for all that have one."""


class _Styles(Naming):
    """Reads styles, each with its payment type or without."""

    def __call__(self, texts: Sequence[str], reading: Reading) -> tuple[Style, ...]:
        return tuple(_style(text) for text in texts)

    def names(self, book: RuleBook) -> Mapping[str, str]:
        of_types = {
            f"{kind}:{style}": f"{TYPE_NAMES[kind]} {name}"
            for kind in STYLED_TYPES
            for style, name in STYLE_NAMES.items()
        }
        return {**STYLE_NAMES, **of_types}


styles = _Styles()


def _style(text: str) -> Style:
    kind, colon, style = text.rpartition(":")
    if colon:
        known(kind, get_args(PaymentType))
    known(style, get_args(IntegrationStyle))
    return cast(PaymentType, kind) if colon else None, cast(IntegrationStyle, style)
