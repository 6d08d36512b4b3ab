"""The steps of a way through menus: ``[결제 연동] → [채널 관리]``, ``관리자 > 부가서비스 > 연동방식``."""

import re
from typing import Final

from portone_guide.facts.rules.drift.korean_tokens import is_name

_BRACKETS: Final = r"\[\s*[^\[\]\n]{1,40}\]"
_PLAIN: Final = r"[^\[\]<>→`|,.:;!?\n]{1,60}"
_STEP: Final = rf"(?:(?:{_PLAIN})?{_BRACKETS}(?: ?버튼(?: ?클릭)?)? ?|{_PLAIN})"
_BY_ARROWS: Final = rf"(?<![\w./:]){_STEP}(?:(?:→|(?<![-=])>){_STEP})+"
_BY_STROKES: Final = rf"{_BRACKETS}(?: ?-+ ?{_BRACKETS})+"
_WAY: Final = re.compile(f"{_BY_STROKES}|{_BY_ARROWS}")
_APART: Final = re.compile(r"→|>|(?<=\])\s*-\s*(?=\[)")
_BRACKETED: Final = re.compile(r"\[([^\[\]]+)\]")
_LETTERS: Final = re.compile(r"[가-힣A-Za-z]{2}|[가-힣A-Za-z].*[가-힣A-Za-z]")
_DONE: Final = re.compile(r"(?:^|\s*)(?:클릭|선택|접속)$")
_EDGES: Final = " +↗\"'"


def steps_of(text: str) -> list[str]:
    """Return the steps of each way in a text. What is no name is none: a sentence goes on before and after a way."""
    if "→" not in text and ">" not in text and "]" not in text:
        return []
    ways = ([step for step in map(_step, _APART.split(way[0])) if _is_step(step)] for way in _WAY.finditer(text))
    return [step for way in ways if len(way) > 1 for step in way]


def _is_step(text: str) -> bool:
    return is_name(text) and bool(_LETTERS.match(text)) and text.count("(") == text.count(")")


def _step(text: str) -> str:
    inner = _BRACKETED.search(text)
    return (inner[1] if inner else _DONE.sub("", text.strip(_EDGES))).strip(_EDGES)
