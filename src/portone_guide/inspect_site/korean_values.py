"""What a text can be as a value at the foot of a site: a number, an address, a name, or only a placeholder."""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from portone_guide.gateways.korean_forms import mail_order_form, phone_kind, valid_business_number
from portone_guide.inspect_site.korean_labels import tidy
from portone_guide.needs.typed_text import plain
from portone_guide.rules.models.site_sign import SignId, SiteSignsFile
from portone_guide.site.page import PICTURE
from portone_guide.site.whole import UNFILLED

Found = Literal["value", "empty", "placeholder", "template", "broken", "picture", "columns", "odd", "other"]

_BUSINESS: Final = re.compile(r"(?<![\d-])\d{3}\s?-\s?\d{2}\s?-\s?\d{5}(?![\d-])|(?<![\d-])\d{10}(?![\d-])")
_PHONE: Final = re.compile(
    r"(?<![\d-])(?:\+?82[\s.)-]{0,2}\(?0?\)?|\(?0)\d{1,3}\)?[\s.)-]{0,3}\d{3,4}[\s.-]{0,3}\d{4}(?![\d-])"
    r"|(?<![\d-])1[568]\d{2}[\s.-]{0,3}\d{4}(?![\d-])|(?<![\d-])\d{3,4}-\d{4}(?![\d-])"
)
_MAIL: Final = re.compile(r"[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{0,190}\.[A-Za-z]{2,12}")
_ORDER: Final = re.compile(
    r"(?:제\s?)?(?:19|20)\d{2}\s?년?\s?[-.]?\s?[가-힣][가-힣A-Za-z ]{1,20}?\s?-?\s?제?\s?\d{1,6}\s?호?"
)
_ZIP: Final = re.compile(r"^[\[(]?\s?(?:우|우편번호|우\))?\s?[:.)]?\s?\d{3}-?\d{2,3}\s?[\])]?\s*")
_LETTER: Final = re.compile(r"[가-힣A-Za-z\u4e00-\u9fff]")
_TELLS: Final = re.compile(r"\d|@")
_ZEROS: Final = re.compile(r"[0\s\-.()]+")
_STREET: Final = re.compile(r"(?:[가-힣]{1,9}\d{0,4}(?:시|도|구|군|읍|면|동|로|길|리|가)|[A-Za-z\d]동)(?=[\s\d,(]|$)")
_WAY: Final = re.compile(r"[가-힣]{1,9}\d{0,4}(?:구|군|읍|면|동|로|길|리|가|번지)(?=[\s\d,(]|$)")
_PERSON: Final = re.compile(r"[가-힣]{2,4}")
_AFTER_NAME: Final = re.compile(r"\s*(?:사업자|회사|쇼핑몰|기본|기업)\s?(?:등록\s?)?정보$")
_ASKS: Final = re.compile(r"(?:문의|상담|센터|전화|콜|주문|예약|대표|연락)[^\d]{0,8}$")
_OUTLINE: Final = re.compile(r"[Oo0]{2,}(?=[가-힣\s(]|$)|[○●□◯ㅇ]{2,}|[Xx*]{3,}")


class Value(NamedTuple):
    """What a text is as the value of a sign."""

    found: Found
    text: str = ""


def value_of(sign: SignId, raw: str, file: SiteSignsFile) -> Value:
    """Return what stands after a label."""
    if PICTURE in raw and not raw.replace(PICTURE, "").strip(" :"):
        return Value("picture")
    text = tidy(plain(raw).replace(PICTURE, " "))
    if not text:
        return Value("empty")
    if is_template(text, file):
        return Value("template", text)
    if "\ufffd" in text:
        return Value("broken", text)
    if _stands_for_another(text, file):
        return Value("placeholder", text)
    if sign in {"representative", "trade_name"} and (cut := _street_after(text, file)):
        text = tidy(text[:cut])
    return _OF[sign](text, file)


def is_template(text: str, file: SiteSignsFile) -> bool:
    """Tell whether a text has the mark of a program that should have put a value there."""
    return any(mark in text for mark in file.templates) or bool(UNFILLED.search(text))


def _stands_for_another(text: str, file: SiteSignsFile) -> bool:
    bare = text.strip(" .()[]{}<>\"'").lower()
    return (
        bare in _small(file.placeholders.whole)
        or any(part in text for part in file.placeholders.parts)
        or bool(re.match(_OUTLINE, text))
    )


@lru_cache(maxsize=4)
def _small(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _business(text: str, file: SiteSignsFile) -> Value:
    if match := _BUSINESS.search(text):
        number = match.group()
        return Value("placeholder" if _ZEROS.fullmatch(number) else "value", number)
    digits = re.sub(r"\D", "", text)
    return Value("value", text[:40]) if len(digits) >= 8 and digits.strip("0") else Value("placeholder", text)


def _phone(text: str, file: SiteSignsFile) -> Value:
    for match in _PHONE.finditer(text):
        number = match.group().strip()
        digits = re.sub(r"\D", "", number)
        if not digits[-7:].strip("0") or (digits[-8:-4].strip("0") == "" and digits[-4:].strip("0") == ""):
            return Value("placeholder", number)
        return Value("value", number)
    return Value("other", text) if _LETTER.search(text) else Value("placeholder", text)


def _email(text: str, file: SiteSignsFile) -> Value:
    match = _MAIL.search(text)
    return Value("value", match.group()) if match else Value("other", text)


def _mail_order(text: str, file: SiteSignsFile) -> Value:
    match mail_order_form(text):
        case "usual" | "unusual":
            return Value("value", text)
        case "zero" | "example":
            return Value("placeholder", text)
    if match := _ORDER.search(text):
        inside = match.group().strip()
        return Value("value" if mail_order_form(inside) in {"usual", "unusual"} else "placeholder", inside)
    digits = re.sub(r"\D", "", text)
    return Value("value", text[:40]) if len(digits) >= 3 and digits.strip("0") else Value("placeholder", text)


def _person(text: str, file: SiteSignsFile) -> Value:
    if _PHONE.search(text) or "@" in text or any(word in text for word in file.others.no_names):
        return Value("other", text)
    return Value("value", text[:40]) if _LETTER.search(text) and len(text) <= 60 else Value("other", text)


def _address(text: str, file: SiteSignsFile) -> Value:
    if "@" in text and not re.search(r"\s", text):
        return Value("other", text)
    where = any(text.startswith(region) or f" {region}" in text for region in file.regions)
    parts = len(_STREET.findall(text)) + any(part in text for part in file.address_parts)
    if len(text) >= 6 and (where or parts >= 2 or (parts and re.search(r"\d", text))):
        return Value("value", text[:120])
    return Value("odd" if len(text) >= 6 and _LETTER.search(text) else "other", text)


def _name(text: str, file: SiteSignsFile) -> Value:
    if not _LETTER.search(text) or len(text) > 60 or text.startswith("및"):
        return Value("other", text)
    return Value("value", tidy(_AFTER_NAME.sub("", text))[:60])


_OF: Final = {
    "trade_name": _name,
    "representative": _person,
    "address": _address,
    "phone": _phone,
    "email": _email,
    "business_number": _business,
    "mail_order_number": _mail_order,
    "hosting_provider": _name,
}


def unlabelled(text: str, file: SiteSignsFile) -> list[tuple[SignId, str]]:
    """Return what words without a label are by their form alone; empty: they could be anything."""
    words = tidy(plain(text).replace(PICTURE, " "))
    if len(words) < 4 or not (_TELLS.search(words) or any(mark in words for mark in file.firm_marks)):
        return []
    if is_template(words, file) or "\ufffd" in words or _stands_for_another(words, file):
        return []
    if (match := _BUSINESS.search(words)) and "-" in match.group() and _can_be_business(match.group()):
        return [("business_number", match.group())]
    after = words.rpartition(":")[2].strip()
    if mail_order_form(after) == "usual":
        return [("mail_order_number", after)]
    found: list[tuple[SignId, str]] = []
    if match := _MAIL.search(words):
        found.append(("email", match.group()))
        words = " ".join((words[: match.start()] + words[match.end() :]).split())
    street = _ZIP.sub("", words)
    begins = any(street.startswith(region) for region in file.regions)
    if begins and _WAY.search(street) and re.search(r"\d", street) and len(street) >= 8:
        return [*found, ("address", words[:120])]
    if number := _bare_phone(words):
        return [*found, ("phone", number)]
    cut = _street_after(words, file)
    if cut and not (":" in words[:cut] or any(word in words[:cut] for word in file.others.no_names)):
        found.append(("address", tidy(words[cut:])[:120]))
        words = words[:cut].strip()
    if any(mark in words for mark in file.firm_marks) and len(words) <= 40 and _LETTER.search(words):
        found.append(("trade_name", tidy(_AFTER_NAME.sub("", words))))
    return found


def may_be_person(text: str) -> bool:
    """Tell whether words alone have the length and letters of a Korean name."""
    return _PERSON.fullmatch(text) is not None


def _can_be_business(number: str) -> bool:
    """Tell whether a number without a label can be that of a business: one of a bank account rarely has its check."""
    return valid_business_number(re.sub(r"\D", "", number))


def _bare_phone(words: str) -> str | None:
    """Return a telephone number that stands nearly alone, or after words that ask to call."""
    match = _PHONE.search(words)
    if match is None or not phone_kind(match.group()) or not re.sub(r"\D", "", match.group())[-7:].strip("0"):
        return None
    alone = len(words) <= len(match.group()) + 12
    first = match.start() == 0 and words[match.end() :].lstrip()[:1] in {"(", "/", ","}
    return match.group() if alone or first or _ASKS.search(words[: match.start()]) else None


def rest_of(sign: str, text: str, file: SiteSignsFile) -> str:
    """Return what stands after a value in the same breath, and is not it; empty: nothing does."""
    words = plain(text)
    match sign:
        case "representative" | "trade_name":
            cut = _street_after(words, file)
            return words[cut:].strip() if cut else ""
        case "business_number":
            found = _BUSINESS.search(words)
            return words[found.end() :].strip(" ()[]") if found else ""
        case "phone":
            return words if "@" in words else ""
    return ""


def _street_after(words: str, file: SiteSignsFile) -> int:
    """Return where an address begins after a name; 0: nowhere."""
    starts = [at for region in file.regions if (at := words.find(f" {region}")) > 0]
    at = min(starts, default=0)
    return at if re.search(r"\d", words[at:]) and _WAY.search(words, at) and at <= 40 else 0
