"""How the texts of a rule file become values; what can't be read is told by a ValueError with the message to show."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from portone_guide.rules.days import FIRST_DAY, LAST_DAY, in_reach
from portone_guide.rules.errors import shown
from portone_guide.rules.models.money import Charge, parse_charge, parse_won

NAMED: Final = "="
"""What begins a text that stands elsewhere under a name, so as to stand once: ``=api_review``."""
NO_SUCH_TEXT: Final = "\0"
"""What begins such a name where no text has it; no file can hold it."""


def read_text(text: str) -> str:
    """Return a line of text."""
    if text.startswith(NO_SUCH_TEXT):
        name = shown(text.removeprefix(NO_SUCH_TEXT))
        raise ValueError(f"없는 글의 이름입니다: {name} - 이 파일이나 texts.yaml의 texts에 있는 이름을 적으세요")
    if "\n" in text:
        raise ValueError("한 줄로 적으세요: 줄을 바꾼 곳이 있습니다")
    if not text.isprintable():
        raise ValueError("화면에 보이지 않는 문자가 있습니다: 지우고 다시 적으세요")
    return text


def read_url(text: str) -> str:
    """Return an https address."""
    if not re.fullmatch(_ADDRESS, text, re.ASCII):
        raise ValueError(f"https:// 주소를 적으세요: {shown(text)}")
    return text


def read_pattern(text: str) -> str:
    """Take the few things that a form of an id needs, with one part of variable length: no text takes it long."""
    if not re.fullmatch(_FORM, text, re.ASCII):
        raise ValueError(f"쓸 수 없는 형식입니다: {shown(text)} - 글자와 {_FORM_PARTS}만 적으세요")
    if len(re.findall(_VARIABLE, text)) > 1:
        raise ValueError(f"길이가 정해지지 않은 곳이 둘 이상입니다: {shown(text)}")
    try:
        re.compile(text)
    except re.error:
        raise ValueError(f"쓸 수 없는 형식입니다: {shown(text)} - 범위와 횟수를 확인하세요") from None
    return text


def read_email(text: str) -> str:
    """Return a mail address."""
    if not re.fullmatch(_MAILBOX, text, re.ASCII):
        raise ValueError(f"전자우편 주소를 적으세요: {shown(text)}")
    return text


def read_contact(text: str) -> str:
    """Return where one asks: an address, a mail address or a phone number.

    An address may be one of http, unlike that of a source: the pages name some companies' so, and no other.
    """
    text = read_text(text)
    if re.fullmatch(_PHONE, text) or re.fullmatch(_MAILBOX, text, re.ASCII):
        return text
    if re.fullmatch(_ADDRESS, re.sub("^http:", "https:", text), re.ASCII):
        return text
    raise ValueError(
        f"문의처가 아닙니다: {shown(text)} - https:// 주소, 전자우편 주소, 1544-0000 같은 전화번호를 적으세요"
    )


def read_flag(text: str) -> bool:
    """Return yes or no."""
    if text not in {"yes", "no"}:
        raise ValueError(f"yes 또는 no로 적으세요: {shown(text)}")
    return text == "yes"


def read_day(text: str) -> date:
    """Return a day as it is written in a file."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):  # Python would take 20260819 and 2026-W34-3, too
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"날짜는 2026-08-19처럼 적으세요: {shown(text)}")


def read_fact_day(text: str) -> date:
    """Return a day on which a fact can have begun."""
    day = read_day(text)
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise ValueError(f"{_FIRST_DAY}부터 {_LAST_DAY}까지의 날을 적으세요: {shown(text)}")
    return day


def _whole(text: str) -> int:
    if not re.fullmatch(r"\d{1,15}", text, re.ASCII):
        raise ValueError(f"0 이상의 정수로 적으세요: {shown(text)}")
    return int(text)


def read_at_most(most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers of which the largest that can be meant is ``most``."""

    def read(text: str) -> int:
        if (number := _whole(text)) > most:
            raise ValueError(f"너무 큰 수입니다: {shown(text)} - {most:,}까지 적을 수 있습니다")
        return number

    return read


def read_rate(text: str) -> Charge:
    """Return a percentage."""
    charge = parse_charge(text)
    if charge.high > _MOST_PERCENT:
        raise ValueError(f"너무 큰 요율입니다: {shown(text)} - {_MOST_PERCENT}%까지 적을 수 있습니다")
    if max(charge.won, charge.floor) > _MOST_CHARGED:
        raise ValueError(f"너무 큰 금액입니다: {shown(text)} - {_MOST_CHARGED:,}원까지 적을 수 있습니다")
    return charge


def read_won(text: str) -> int:
    """Return an amount of won."""
    if (amount := parse_won(text)) > _MOST_WON:
        raise ValueError(f"너무 큰 금액입니다: {shown(text)} - {_MOST_WON:,}원까지 적을 수 있습니다")
    return amount


def read_quote(value: Any) -> tuple[tuple[str, Charge], ...]:
    """Return the charges of a cell, each with what it is for."""
    if value == "unknown":
        return ()
    if isinstance(value, str):
        return (("", read_rate(value)),)
    if isinstance(value, dict) and value and all(isinstance(text, str) for text in value.values()):
        return tuple(_labelled(label, text) for label, text in value.items())
    raise ValueError("'3.20%' 같은 요율이나, '조건: 요율'의 표, 또는 unknown을 적으세요")


def _labelled(label: str, text: str) -> "tuple[str, Charge]":
    try:
        return (read_text(label), read_rate(text))
    except ValueError as error:
        raise ValueError(f"{shown(label)}의 {error}") from None


def read_id(text: str) -> str:
    """Return a name."""
    allowed = "abcdefghijklmnopqrstuvwxyz0123456789_-.:/"
    if any(char not in allowed and char not in allowed.upper() for char in text):
        raise ValueError(f"이름은 영문자, 숫자, _ - . : / 로 적으세요: {shown(text)}")
    return text


def read_reachable_day(text: str) -> date:
    """Return a day that the calendar of the program reaches."""
    day = read_day(text)
    if not in_reach(day):
        raise ValueError(f"날짜는 {FIRST_DAY}부터 {LAST_DAY}까지 적으세요: {shown(text)}")
    return day


def read_code(text: str) -> str:
    """Return a word that programs write."""
    return read_id(text)


# What can be meant: a day, a rate, a sum far from these is a slip of the finger.
_FIRST_DAY, _LAST_DAY = date(2010, 1, 1), date(2039, 12, 31)
_MOST_PERCENT = 30
_MOST_CHARGED = 10_000_000  # in won, by one fee
_MOST_WON = 1_000_000_000_000
_ADDRESS = r"https://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?:/[\w.~%!$&'()*+,;=:@/?#-]*)?"
_MAILBOX = r"[\w.+-]{1,64}@(?:[a-zA-Z0-9-]{1,63}\.)+[a-zA-Z]{2,24}"
_PHONE = r"[0-9]{2,4}(?:-[0-9]{3,4}){1,2}(?: \((?:내선 )?[0-9-]{1,9}\))?"  # what is pressed then, in brackets
_PART = r"(?:[\w-]|\\[.dS]|\[[\w-]+\])(?:\{\d{1,2}(?:,\d{1,2})?\}|\+)?"
_FORM = rf"(?:\(\w+(?:\|\w+)*\))?(?:{_PART}){{1,99}}"
_FORM_PARTS = r"\d, \S, \., [0-9a-f], {8}, {1,16}, +, 맨 앞의 (a|b)"
_VARIABLE = r"\{\d+,\d+\}|\+"
