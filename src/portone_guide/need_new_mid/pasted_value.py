"""What is this value: recognises a pasted id or key by its form, and never keeps or repeats a secret."""

import re

from portone_guide.gateways.references import references
from portone_guide.need_new_mid.answer import Recognised
from portone_guide.rules.book import RuleBook


def recognise(text: str, book: RuleBook) -> Recognised:
    """Return what a pasted value may be; empty where no source gives such a form."""
    value, file = text.strip(), book.merchant_ids
    tests = tuple(test for test in file.test_ids if test.value == value)
    kinds = tuple(
        (name, kind) for name, kind in file.value_kinds.items() if kind.pattern and re.fullmatch(kind.pattern, value)
    )
    return Recognised(kinds, tests, references(book, gateways=[test.gateway for test in tests]))
