"""How one text is written in a rule file: plain where YAML reads it back as it stands, else quoted."""

import json
import re
import unicodedata

_STARTS_SOMETHING = tuple("?:,[]{}#&*!|>'\"%@`")
_NOTHING = {"", "~", "null", "Null", "NULL"}
_IN_FLOW = re.compile(r"[,\[\]{}?]")  # the question mark: PyYAML without its C parser takes it for a key


def scalar(text: str, *, flow: bool) -> str:
    """Return a text as it stands in a file; in a flow list or row (``[a, b]``) more must be quoted."""
    if _is_plain(text) and not (flow and _IN_FLOW.search(text)):
        return text
    return f"'{text.replace(chr(39), chr(39) * 2)}'" if text.isprintable() else json.dumps(text, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    return not (
        text in _NOTHING
        or not text.isprintable()
        or text != text.strip()
        or text.startswith((*_STARTS_SOMETHING, "---", "..."))
        or text == "-"
        or text.startswith("- ")
        or ": " in text
        or text.endswith(":")
        or " #" in text
    )


def width(text: str) -> int:
    """Return how many columns a line takes in an editor: Korean letters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
