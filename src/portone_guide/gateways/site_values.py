"""Values that stand on a site, judged one by one: business number, phone, mail-order number, address.

Sources: the arithmetic of the business registration number is the tax office's; which phones and host names are
taken is in the checklist file. Nothing here keeps what it is given.
"""

import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from portone_guide.gateways.korean_forms import mail_order_form, phone_kind, valid_business_number
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.typed_text import plain
from portone_guide.rules.models.checklist import ChecklistFile, ValueField

ValueState = Literal["pass", "fail", "check"]


class SiteValue(NamedTuple):
    """One value's verdict. The value itself is never kept: only what is right or wrong with it."""

    field: ValueField
    state: ValueState
    reason: Reason


def judged(typed: Mapping[str, str], file: ChecklistFile) -> tuple[SiteValue, ...]:
    """Judge what was typed, by field id; a field without a rule is left out."""
    checks: dict[str, Callable[[str], SiteValue]] = {
        "business_number": check_business_number,
        "phone": lambda text: check_phone(text, file),
        "mail_order_number": check_mail_order_number,
        "url": lambda text: check_url(text, file),
    }
    return tuple(checks[name](text) for name, text in typed.items() if name in checks)


def check_business_number(text: str) -> SiteValue:
    """Judge a business registration number by its ten digits, ranges and check digit."""
    digits = re.sub(r"[\s\-.]", "", plain(text))
    if not (digits.isascii() and digits.isdigit() and len(digits) == 10):
        return SiteValue("business_number", "fail", because("business_number.form"))
    if not valid_business_number(digits):
        return SiteValue("business_number", "fail", because("business_number.impossible"))
    return SiteValue("business_number", "pass", because("business_number.possible"))


def check_phone(text: str, file: ChecklistFile) -> SiteValue:
    """Judge a footer phone number by its kind; a kind that no source speaks of is to be checked."""
    kind = phone_kind(text)
    if kind is None:
        return SiteValue("phone", "fail", because("phone.form"))
    accepted = {rule.kind: rule.accepted for rule in file.phone_rules}.get(kind)
    if accepted is None:
        return SiteValue("phone", "check", because("phone.unknown", kind=kind))
    if accepted:
        return SiteValue("phone", "pass", because("phone.accepted", kind=kind))
    return SiteValue("phone", "fail", because("phone.not_accepted", kind=kind))


def check_mail_order_number(text: str) -> SiteValue:
    """Judge a mail-order business report number by its form; placeholders are no numbers."""
    match mail_order_form(text):
        case "usual":
            return SiteValue("mail_order_number", "pass", because("mail_order_number.possible"))
        case "unusual":
            return SiteValue("mail_order_number", "check", because("mail_order_number.unusual"))
        case "zero":
            return SiteValue("mail_order_number", "fail", because("mail_order_number.zero"))
        case "example":
            return SiteValue("mail_order_number", "fail", because("mail_order_number.example"))
        case "none":
            return SiteValue("mail_order_number", "fail", because("mail_order_number.form"))


def check_url(text: str, file: ChecklistFile) -> SiteValue:
    """Judge a site address by its host name: test words and addresses that outsiders can't open fail.

    A word is one that stands alone between dots and hyphens: the letters of "test" inside a shop's name are no test.
    """
    state, reason = _address(text, file)
    return SiteValue("url", state, reason)


def _address(text: str, file: ChecklistFile) -> tuple[ValueState, Reason]:
    typed = plain(text).strip()
    address = typed if "//" in typed else f"https://{typed}"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower().removesuffix(".")
    except ValueError:
        host = ""
    if not re.fullmatch(r"[\w\-]+(?:\.[\w\-]+)*", host) or parts.scheme not in {"http", "https"}:
        return "fail", because("url.form")
    if host == "localhost" or host.endswith((".local", ".localhost")) or re.fullmatch(r"[\d.]+", host):
        return "fail", because("url.private")
    if "." not in host:
        return "fail", because("url.no_domain")
    labels = {label.rstrip("0123456789") for label in re.split(r"[.\-_]", host)}
    found = [row for row in file.host_words if row.word in labels]
    if words := tuple(row.word for row in found if row.like is None):
        return "fail", because("url.test_words", words=words)
    if found:
        return "check", because("url.test_like", words=tuple(row.word for row in found))
    if parts.scheme == "http":
        return "check", because("url.http")
    return "pass", because("url.possible")
