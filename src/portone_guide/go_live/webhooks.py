"""Did the notice of the payment reach the shop: an open https address, and an answer."""

import ipaddress
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from portone_guide.go_live.addresses import is_local, is_placeholder_address
from portone_guide.needs.reason import Reason, because
from portone_guide.plan.model import EvidenceState
from portone_guide.remote.payment import Webhook

Judged = tuple[EvidenceState, Reason]
_WORST: Final[tuple[EvidenceState, ...]] = ("fail", "unknown", "pass")
_OK: Final = "200"


def judge_webhooks(sent: tuple[Webhook, ...] | None) -> Judged:
    """Return the worst of the addresses; of one address any answer will do."""
    if sent is None:
        return "unknown", because("webhook.not_told")
    of_payment = [one for one in sent if one.of_payment is not False]
    if not of_payment:
        return "unknown", because("webhook.none")
    addresses = dict.fromkeys(one.url for one in of_payment)
    judged = [_address(url, [one for one in of_payment if one.url == url]) for url in addresses]
    return min(judged, key=lambda one: _WORST.index(one[0]))


def _address(url: str, sent: Iterable[Webhook]) -> Judged:
    sent = list(sent)
    host = _host(url)
    if host is None:
        return "unknown", because("webhook.no_address")
    if not url.lower().startswith("https://"):
        return "fail", because("webhook.no_https", host=host)
    if not _is_public(url, host):
        return "fail", because("webhook.local", host=host)
    if any(one.answered or (one.answered is None and one.code == _OK) for one in sent):
        return "pass", because("webhook.yes", host=host)
    last = sent[-1]
    if last.answered is False:
        return "fail", because("webhook.no_answer", host=host, status=_code(last.code))
    return "unknown", because("webhook.no_state", host=host)


def _host(url: str) -> str | None:
    """Return whose address it is: what follows may be a key of theirs and is never shown."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _is_public(url: str, host: str) -> bool:
    if is_local(url) or is_placeholder_address(f"https://{host}") or ("." not in host.strip(".") and ":" not in host):
        return False
    if host.endswith((".internal", ".localhost", ".local")):
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return True


def _code(code: str | None) -> str | None:
    """Return a status code that is one."""
    return code if code and len(code) == 3 and code.isascii() and code.isdigit() else None
