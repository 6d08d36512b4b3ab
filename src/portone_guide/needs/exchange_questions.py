"""How many won a US dollar is: asked where fees or limits stand in dollars."""

import re
from collections.abc import Sequence
from decimal import Decimal

from portone_guide.needs.korean_number import parse_amount
from portone_guide.needs.options import has_foreign_money
from portone_guide.needs.question import Flag, Question, Reading
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.reason import because
from portone_guide.rules.errors import shown

_LEAST, _MOST = 100, 100_000


def rate_of(text: str) -> Decimal:
    """Read ``1400``, ``1,389.5`` or ``1,400원``.

    :raises WrongValueError: it is no number, or a rate as no dollar ever had.
    """
    plain = re.sub(r"[\s,]|원$", "", text.strip())
    rate = Decimal(plain) if re.fullmatch(r"\d{1,9}\.\d{1,4}", plain, re.ASCII) else Decimal(parse_amount(text))
    if not _LEAST <= rate <= _MOST:
        raise WrongValueError(because("no_rate", text=shown(text)))
    return rate


def _rate(texts: Sequence[str], reading: Reading) -> Decimal | None:
    return rate_of(texts[0]) if texts else None


USD_KRW: Question[Decimal | None] = Question(
    "usd_krw",
    "amount",
    Flag("1달러가 몇 원인지: 달러로 적힌 요금과 한도를 원으로 바꿉니다", "RATE"),
    _rate,
    "1달러를 몇 원으로 계산할까요?",
    "일부 해외 결제대행사는 요금이나 한도를 달러로 적습니다. 비워 두면 달러 금액은 더하지 않고 따로 보입니다.",
    ask_if=has_foreign_money,
    check=rate_of,
)
