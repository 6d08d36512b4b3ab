"""The forms that Korean numbers have: what a text can be, by its digits and syllables."""

import re
from typing import Literal

from portone_guide.needs.typed_text import plain
from portone_guide.rules.models.checklist import PhoneKind

MailOrderForm = Literal["usual", "unusual", "none", "zero", "example"]
"""What a text is: a report number in a usual or an unusual form, or none of either, with zeros, or an example."""

_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
_PHONES: tuple[tuple[PhoneKind, re.Pattern[str]], ...] = (
    ("mobile", re.compile(r"01[016789]\d{7,8}")),
    ("area_02", re.compile(r"02\d{7,8}")),
    ("area_0xx", re.compile(r"0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4])\d{7,8}")),
    ("internet_070", re.compile(r"070\d{7,8}")),
    ("toll_free_080", re.compile(r"080\d{6,8}")),
    ("personal_050", re.compile(r"050\d{8,9}")),
    ("national_15xx", re.compile(r"1[568]\d{6}")),
)
# 제2018-서울강남-1234호 · 2020-성남분당B-0719 · 광진 제599호 · 제18-439호
_USUAL = (
    r"(?:제\s*)?(?P<year>[0-9]{4})\s*-\s*(?P<place>[가-힣]{2,}[A-Za-z]?)\s*-\s*(?P<serial>[0-9]{1,6})\s*호?",
    r"(?P<place>[가-힣]{2,})\s*제?\s*(?P<serial>[0-9]{1,6})\s*호",
    r"제\s*(?P<year>[0-9]{2})\s*-\s*(?P<serial>[0-9]{1,6})\s*호",
)
# Offices have written them otherwise too: 강남-14211호 · 금천구청 제 2005-01053 · 2025 - 화성향남 0101 · 제 599 호
_GAP = r"[\s\-.]*"
_SERIAL = rf"(?P<serial>[0-9]{{1,7}})(?:\s*-\s*[0-9]{{1,3}})?{_GAP}호?"
_PLACE = r"(?P<place>[가-힣]{2,}(?:\s[가-힣]{2,})?\s?[A-Za-z]?)"
_YEAR = r"(?P<year>(?:19|20)?[0-9]{2})\s?년?"
_UNUSUAL = (
    rf"(?:제{_GAP})?{_YEAR}{_GAP}{_PLACE}{_GAP}(?:제{_GAP})?{_SERIAL}",
    rf"{_PLACE}{_GAP}(?:제{_GAP})?{_YEAR}\s*-\s*{_SERIAL}",
    rf"{_PLACE}{_GAP}(?:제{_GAP})?{_SERIAL}",
    rf"제{_GAP}(?:{_YEAR}\s*-\s*)?{_SERIAL}",
)
_LABEL = r"^통신\s?판매업?\s?(?:신고)?\s?(?:번호)?\s?:?\s?"
_STANDS_FOR_ANOTHER = r"[oO]{2,}|(?<!\d)0{2,}(?!\d)|[xX*#_]{2,}|[○●□]|[ㄱ-ㅎ]|지역|예시|샘플"


def valid_business_number(digits: str) -> bool:
    """Tell whether ten digits can be a business number: tax office, kind, serial and check digit."""
    if int(digits[:3]) < 101 or digits[3:5] == "00" or digits[5:9] == "0000":
        return False
    numbers = [int(digit) for digit in digits]
    total = sum(weight * number for weight, number in zip(_WEIGHTS, numbers, strict=False))
    total += numbers[8] * 5 // 10
    return (10 - total % 10) % 10 == numbers[9]


def phone_kind(text: str) -> PhoneKind | None:
    """Return what kind of Korean phone number a text is, or None; +82, brackets, dots and spaces are fine."""
    digits = re.sub(r"[\s().\-]", "", plain(text))
    digits = re.sub(r"^\+82(?=0)", "", digits)
    digits = re.sub(r"^\+82", "" if re.match(r"\+821[568]\d{6}$", digits) else "0", digits)
    return next((kind for kind, pattern in _PHONES if digits.isascii() and pattern.fullmatch(digits)), None)


def mail_order_form(text: str) -> MailOrderForm:
    """Return what a text is as the number of a mail-order business report."""
    number = re.sub(_LABEL, "", " ".join(plain(text).split()))
    for form, patterns in (("usual", _USUAL), ("unusual", _UNUSUAL)):
        match = next((found for pattern in patterns if (found := re.fullmatch(pattern, number))), None)
        if match:
            return _placeholder(match) or ("usual" if form == "usual" else "unusual")
    return "example" if re.search(_STANDS_FOR_ANOTHER, number) and re.search("[0-9]", number) else "none"


def _placeholder(match: re.Match[str]) -> MailOrderForm | None:
    named = match.groupdict(default="")
    if any(digits and not digits.strip("0") for digits in (named["serial"], named.get("year", ""))):
        return "zero"
    place = named.get("place", "")
    return "example" if re.search(r"(.)\1\1", place) or re.search(_STANDS_FOR_ANOTHER, place) else None
