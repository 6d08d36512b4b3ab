"""What is asked of a merchant who knows with whom to sign: what is paid with there, and what only flags may add."""

from typing import Final

from portone_guide.needs.exchange_questions import USD_KRW
from portone_guide.needs.question import Flow, never
from portone_guide.needs.questions import (
    BILLING,
    EASY_PAY,
    EASY_PAY_CONTRACT,
    GOODS,
    IDENTITY,
    INDUSTRY,
    KEY_IN,
    LARGEST_PAYMENT,
    ONE_TIME,
    OVERSEAS,
    OVERSEAS_BILLING,
    PLATFORM,
    SMALLEST_PAYMENT,
    STYLE,
)

WANTED: Final[Flow] = (ONE_TIME, EASY_PAY, BILLING, KEY_IN, OVERSEAS, OVERSEAS_BILLING, IDENTITY, STYLE)
"""What is to be paid with, in the order in which a road is told."""
FLAGS_ALONE: Final[Flow] = tuple(
    question._replace(ask_if=never)
    for question in (INDUSTRY, GOODS, PLATFORM, EASY_PAY_CONTRACT, SMALLEST_PAYMENT, LARGEST_PAYMENT, USD_KRW)
)
"""What decides nothing here that has to be asked."""
