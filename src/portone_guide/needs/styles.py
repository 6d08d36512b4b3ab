"""How the integration style is read: ``api``, or ``billing:api`` for one payment type."""

from collections.abc import Sequence
from typing import cast, get_args

from portone_guide.needs.question import Reading
from portone_guide.needs.reading import known
from portone_guide.rules.models.fields import IntegrationStyle, PaymentType

Style = tuple[PaymentType | None, IntegrationStyle]
"""A style, and the payment type that it is for; None: for all that have one."""


def styles(texts: Sequence[str], reading: Reading) -> tuple[Style, ...]:
    """Read styles, each with its payment type or without."""
    return tuple(_style(text) for text in texts)


def _style(text: str) -> Style:
    kind, colon, style = text.rpartition(":")
    if colon:
        known(kind, get_args(PaymentType))
    known(style, get_args(IntegrationStyle))
    return cast(PaymentType, kind) if colon else None, cast(IntegrationStyle, style)
