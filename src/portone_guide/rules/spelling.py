"""Which spellings of a name are one: in a rule file, and on the command line."""

import re


def folded(text: str) -> str:
    """Return a text as it is compared: small letters without blanks and the marks between words."""
    return re.sub(r"[\s\-_·.:,]", "", text.casefold())
