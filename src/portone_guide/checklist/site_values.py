"""Values that stand in a site's footer, judged one by one: business number, phone, mail-order number, host.

Sources: the arithmetic of the business registration number is the tax office's; which phones and host names are
taken is in the checklist file. Nothing here keeps what it is given.
"""

import re
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from portone_guide.rules.models.checklist import ChecklistFile

State = Literal["pass", "fail", "check"]
PhoneKind = Literal["mobile", "area_02", "area_0xx", "internet_070", "national_15xx", "toll_free_080", "personal_050"]

PHONE_NAMES: dict[str, str] = {
    "mobile": "휴대폰 번호",
    "area_02": "서울 지역번호 전화",
    "area_0xx": "지역번호 전화",
    "internet_070": "인터넷 전화(070)",
    "national_15xx": "대표번호(15xx·16xx·18xx)",
    "toll_free_080": "수신자 부담(080)",
    "personal_050": "안심·평생번호(050x)",
}

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


class SiteValue(NamedTuple):
    """One value's verdict. ``value`` itself is never kept: only what was wrong with it."""

    field: str
    state: State
    reason: str


def check_business_number(text: str) -> SiteValue:
    """Judge a business registration number by its ten digits, ranges and check digit."""
    field = "business_number"
    digits = re.sub(r"[\s\-.]", "", text)
    if not (digits.isascii() and digits.isdigit() and len(digits) == 10):
        return SiteValue(field, "fail", "사업자등록번호는 숫자 10자리입니다 (000-00-00000)")
    if not valid_business_number(digits):
        return SiteValue(field, "fail", "있을 수 없는 번호입니다: 등록증과 한 자리씩 비교하세요")
    return SiteValue(field, "pass", "형식과 검증 숫자가 맞습니다 (등록증과 같은지는 직접 확인하세요)")


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


def check_phone(text: str, file: ChecklistFile) -> SiteValue:
    """Judge a footer phone number by its kind; a kind that no source speaks of is to be checked."""
    kind = phone_kind(text)
    if kind is None:
        return SiteValue(
            "phone", "fail", "전화번호 형식이 아닙니다: 02-000-0000, 070-0000-0000, 1588-0000처럼 적으세요"
        )
    rules = {rule.kind: rule.accepted for rule in file.phone_rules}
    name = PHONE_NAMES[kind]
    if kind not in rules:
        return SiteValue("phone", "check", f"{name}: 심사에서 받아 주는지 출처에 없으니 결제대행사에 물어보세요")
    if rules[kind]:
        return SiteValue("phone", "pass", f"{name}: 쓸 수 있는 번호입니다")
    return SiteValue("phone", "fail", f"{name}: 심사에서 받지 않습니다. 유선 번호나 대표번호로 바꾸세요")


def check_mail_order_number(text: str) -> SiteValue:
    """Judge a mail-order business report number by its form; placeholders are no numbers."""
    field = "mail_order_number"
    plain = " ".join(text.split())
    match = next((found for pattern in _MAIL_ORDER if (found := pattern.fullmatch(plain))), None)
    if match is None:
        return SiteValue(
            field, "fail", "통신판매업 신고번호 형식이 아닙니다: '2024-서울강남-01234'처럼 신고증 그대로 적으세요"
        )
    if int(match["serial"]) == 0 or match["serial"].strip("0123456789"):
        return SiteValue(field, "fail", "일련번호가 0으로만 되어 있습니다: 신고증의 번호로 바꾸세요")
    if re.search(r"(.)\1\1", match["place"] if "place" in match.groupdict() else "") or "지역" in plain:
        return SiteValue(field, "fail", "예시로 보이는 번호입니다: 신고증의 번호로 바꾸세요")
    return SiteValue(field, "pass", "형식이 맞습니다 (신고증과 같은지는 직접 확인하세요)")


def check_url(text: str, file: ChecklistFile) -> SiteValue:
    """Judge a site address by its host name: test words and addresses that outsiders can't open fail."""
    address = text.strip() if "//" in text else f"https://{text.strip()}"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        host = ""
    if not host or not re.fullmatch(r"[\w.\-]+", host) or parts.scheme not in {"http", "https"}:
        return SiteValue("url", "fail", "웹 주소가 아닙니다: https://www.example.com처럼 적으세요")
    if host == "localhost" or host.endswith((".local", ".localhost")) or re.fullmatch(r"[\d.]+", host):
        return SiteValue("url", "fail", "밖에서 열 수 있는 도메인 주소여야 심사할 수 있습니다")
    if "." not in host:
        return SiteValue("url", "fail", "도메인 이름이 아닙니다: www.example.com처럼 적으세요")
    labels = re.split(r"[.\-_]", host)
    found = [row.word for row in file.host_words if any(label.rstrip("0123456789") == row.word for label in labels)]
    if found:
        return SiteValue(
            "url",
            "fail",
            f"주소에 '{', '.join(found)}'이(가) 있어 카드사 심사에서 반려될 수 있습니다: 실제 주소를 쓰세요",
        )
    if any(row.word in host for row in file.host_words):
        return SiteValue("url", "check", "주소에 시험용으로 보이는 말이 들어 있습니다: 실제 주소인지 확인하세요")
    if parts.scheme == "http":
        return SiteValue("url", "check", "http 주소입니다: https로 열리는지 확인하세요")
    return SiteValue("url", "pass", "심사에 쓸 수 있는 주소 형식입니다")
