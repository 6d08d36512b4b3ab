"""A need with the name of its method: what a sentence about it takes."""

from typing import NamedTuple

from portone_guide.rules.models.fields import IntegrationStyle, PaymentType


class NamedNeed(NamedTuple):
    """A payment type, the name of a method (from the rule files) and a style; ``style`` None: either."""

    type: PaymentType
    name: str
    style: IntegrationStyle | None = None
