"""The values in a line of code: what a program has to write, and what a remark says."""

import re

from portone_guide.facts.rules.drift.korean_tokens import squeezed
from portone_guide.facts.rules.drift.name_finder import NameFinder

_REMARK = re.compile(r"(?<!:)//.*|^\s*#.*|/\*.*?\*/|<!--.*?-->")
_TEXT = re.compile(r"\"([^\"]{1,80})\"|'([^'\"]{1,80})'|`([^`\"]{1,80})`")
_ASKED_FOR = re.compile(
    r"([A-Za-z_$][\w$.-]*)[\"']?\s*[:=](?!=)"  # a key
    r"|\.([A-Za-z_$][\w$]*)\s*\("  # a function
    r"|(?<![\w.])([A-Za-z_]\w*\d\w*)",  # a word with digits
    re.A,
)
_NUMBER = re.compile(r"(?<![\w.-])\d[\d_,.]*(?![\w-])")


def code_values(line: str, names: NameFinder) -> list[str]:
    """Return keys, functions that are called, texts and numbers; not a program's own variables.

    Of a remark, and of a text in Korean, what a sentence would name. No value has a space in it.
    """
    bare = _REMARK.sub("", line)
    texts = ["".join(found) for found in _TEXT.findall(bare)]
    spoken = " ".join(
        [*(found[0] for found in _REMARK.finditer(line)), *(text for text in texts if not _is_word(text))]
    )
    written = [text for text in texts if _is_word(text)]
    asked_for = [next(filter(None, said)) for said in _ASKED_FOR.findall(bare)]
    numbers = [number.rstrip(".,") for number in _NUMBER.findall(_TEXT.sub(" ", bare))]
    return [*asked_for, *written, *(squeezed(value) for value in names.values(spoken)), *numbers]


def _is_word(text: str) -> bool:
    return bool(re.fullmatch(r"[!-~]+", text))
