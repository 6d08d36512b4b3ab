"""The forms that Korean numbers have: what a text can be, by its digits and syllables."""

import re
from typing import Literal

from portone_guide.rules.models.checklist import PhoneKind

MailOrderFlaw = Literal["form", "zero", "example"]

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
_MAIL_ORDER = (
    re.compile(r"(?:제\s*)?(?P<year>\d{4})\s*-\s*(?P<place>[가-힣]{2,}[A-Za-z]?)\s*-\s*(?P<serial>\d{1,6})\s*호?"),
    re.compile(r"(?P<place>[가-힣]{2,})\s*제?\s*(?P<serial>\d{1,6})\s*호"),
    re.compile(r"제\s*(?P<year>\d{2})\s*-\s*(?P<serial>\d{1,6})\s*호"),
)


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
    plain = re.sub(r"[\s().\-]", "", text)
    plain = re.sub(r"^\+82(?=0)", "", plain)
    plain = re.sub(r"^\+82", "" if re.match(r"\+821[568]\d{6}$", plain) else "0", plain)
    return next((kind for kind, pattern in _PHONES if pattern.fullmatch(plain)), None)


def mail_order_flaw(text: str) -> MailOrderFlaw | None:
    """Return what shows that a text is no number of a mail-order business report: its form, or a placeholder."""
    plain = " ".join(text.split())
    match = next((found for pattern in _MAIL_ORDER if (found := pattern.fullmatch(plain))), None)
    if match is None:
        return "form"
    if int(match["serial"]) == 0 or match["serial"].strip("0123456789"):
        return "zero"
    if re.search(r"(.)\1\1", match["place"] if "place" in match.groupdict() else "") or "지역" in plain:
        return "example"
    return None
