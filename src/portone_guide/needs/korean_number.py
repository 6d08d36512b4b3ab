"""Amounts as people type them: ``10,000,000``, ``1000만``, ``1억 5000만원``."""

import re

from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.reason import because
from portone_guide.rules.errors import shown

_AMOUNT = r"(?:(\d{1,20})억)?(?:(\d{1,20})만)?(\d{1,20})?원?"
_MOST = 10**15


def parse_amount(text: str) -> int:
    """Read a whole number of won or payments.

    :raises WrongValueError: it is none, or larger than any business.
    """
    plain = re.sub(r"[\s,_]", "", text)
    match = re.fullmatch(_AMOUNT, plain)
    if not match or not any(match.groups()):
        raise WrongValueError(because("no_amount", text=shown(text)))
    hundred_millions, ten_thousands, ones = (int(part or 0) for part in match.groups())
    amount = hundred_millions * 100_000_000 + ten_thousands * 10_000 + ones
    if amount > _MOST:
        raise WrongValueError(because("amount_too_large", text=shown(text)))
    return amount
