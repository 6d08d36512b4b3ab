"""Which answers a plan keeps: the questions of the commands by their id, each of which its command declares.

Those of the merchant (a name, an address) are only there where a person wrote them: no command does.
"""

from typing import Final

from portone_guide.plan.words import unknown_answer

ANSWER_KEYS: Final = (
    "goods",
    "industry",
    "platform",
    "one_time",
    "easy_pay",
    "billing",
    "key_in",
    "easy_pay_contract",
    "overseas",
    "overseas_billing",
    "identity",
    "business",
    "style",
    "portone",
    "tier",
    "yearly_sales",
    "sales",
    "count",
    "country",
    "smallest_payment",
    "contracted",
    "carries",
    "largest_payment",
    "usd_krw",
    "max_signup_fee",
    "open_before_review",
    "gateway",
    "in_development",
    "foreign_representative",
    "monthly_sales",
    "settlement_cycle",
    "start",
    "open_by",
    "lang",
    "trade_name",
    "business_number",
    "representative",
    "url",
    "service_type",
    "contact",
    "current_id",
)


def read_answer_key(text: str) -> str:
    """Return the id of a question whose answer a plan keeps.

    :raises ValueError: there is none of that id; the nearest ones are told.
    """
    if text in ANSWER_KEYS:
        return text
    from difflib import get_close_matches

    alike = [key for key in ANSWER_KEYS if key[:1] == text[:1]]  # a file may hold thousands of wrong keys
    raise ValueError(unknown_answer(text, get_close_matches(text, alike, 2, 0.5)))
