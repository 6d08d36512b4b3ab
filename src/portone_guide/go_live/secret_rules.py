"""Secrets: in the code, on their way to browsers, in logs. What is found is never shown, only its name and length."""

import re
from collections.abc import Iterator
from typing import Final

from portone_guide.code.source import Literal, Source
from portone_guide.go_live.case import Case, Seen
from portone_guide.go_live.paths import is_sample_setting
from portone_guide.needs.reason import because

_OURS: Final = re.compile(r"iamport|portone|(?:^|[^a-z])imp(?:[^a-z]|$)", re.IGNORECASE)
_SECRET_NAME: Final = re.compile(r"secret", re.IGNORECASE)
_NOT_OURS: Final = re.compile(
    r"jwt|session|cookie|oauth|client_?secret|naver|kakao(?!pay)|google|apple|facebook|aws|s3|toss|stripe|cron|csrf|django|"
    r"secret_?key_?base|access_?secret|refresh|auth_?secret|encrypt|hash|paypal|twilio|firebase",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_OUR_WORDS: Final = frozenset(("imp", "iamport", "portone"))
_GENERAL: Final = frozenset(
    (
        *(
            "api",
            "key",
            "rest",
            "webhook",
            "hook",
            "v",
            "my",
            "app",
            "token",
            "value",
            "prod",
            "live",
            "service",
            "config",
        ),
        *("payment", "payments", "pay", "pg", "store", "import", "default", "private", "the", "this", "self", "config"),
    )
)
_KEY: Final = re.compile(r"(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[A-Za-z0-9+/=_\-.]{16,}")
_FILL_IN: Final = re.compile(
    r"your|xxx|example|sample|change|replace|insert|placeholder|dummy|\$\{|\{\{|<|\.\.\.|process\.env|secret|here|todo|test_?key|"
    r"^(\w)\1+$|123456789",
    re.IGNORECASE,
)
_INSIDE: Final = re.compile(r"imp_secret\W{1,8}([0-9A-Za-z]{20,})")
_HEADER: Final = re.compile(r"^PortOne\s+([A-Za-z0-9+/=_\-]{20,})$")
_WEBHOOK: Final = re.compile(r"\bwhsec_[A-Za-z0-9+/=]{16,}")
_CLIENTS: Final = re.compile(
    r"(?:Iamport\w*|Iamporter|PortOne\w*Client|PaymentClient|BillingKeyClient|WebhookVerifier|Webhook\.verify)$"
)
_PUBLIC: Final = re.compile(
    r"\b(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|NUXT_ENV|VUE_APP|EXPO_PUBLIC|GATSBY|PUBLIC|SNOWPACK_PUBLIC)_\w*",
    re.ASCII,
)
_LOG: Final = re.compile(
    r"\b(?:console\.(?:log|info|debug|warn|error|table)|print|println|printf|System\.out\.print(?:ln|f)?|"
    r"(?:log|logger|logging|LOGGER|this\.logger|self\.logger)\.(?:info|debug|warn|warning|error|log|trace|verbose)|"
    r"Log::(?:info|debug|error|warning)|error_log|var_dump|print_r|echo|dd|dump)\s*\(",
)
_NAMED: Final = re.compile(r"(?<![\w.])[\w.$>\[\]'\"-]*(?:secret)\w*(?:\(\))?", re.IGNORECASE)
_HIDES: Final = re.compile(
    r"!!\s*$|Boolean\(\s*$|typeof\s+$|len\(\s*$|(?:bool|mask\w*|hash\w*)\(\s*$|isset\(\s*$|empty\(\s*$"
)
_SHOWS_LITTLE: Final = re.compile(
    r"^\s*(?:\?(?!\.)|\.length|\?\.length|\.slice|\?\.slice|\.substring|\.substr|===|!==|!=|==|is\b|\.isEmpty|&&)"
)


def judge_secrets(case: Case) -> Iterator[Seen]:
    """Yield secrets in the files of the payment."""
    for source in case.sources:
        if is_sample_setting(source.path):
            continue
        yield from _written(case, source)
        yield from _to_browser(source)
        yield from _logged(source)


def _written(case: Case, source: Source) -> Iterator[Seen]:
    ours = bool(_OURS.search(source.text))
    in_page = source.language in {"markup", "component"} or (bool(case.requests) and _opens_window(case, source))
    for literal in source.literals:
        found = _secret(literal, ours=ours)
        if (
            found
            and literal.value not in case.samples
            and not any(found in sample or sample in found for sample in case.samples)
        ):
            name = literal.name.rpartition(".")[2] or literal.called.rpartition(".")[2]
            start = literal.start + literal.value.find(found)
            detail = because("secret.detail", name=name.strip("'\"[]$"), length=len(found))
            rule = "secret_in_browser" if in_page or _PUBLIC.search(literal.name) else "secret_in_repo"
            yield Seen(rule, source, start, start + len(found), detail=detail, secret=True)


def _opens_window(case: Case, source: Source) -> bool:
    return any(request.at.source is source for request in case.requests)


def _secret(literal: Literal, *, ours: bool) -> str | None:
    """Return the secret in a text, where there is one."""
    for pattern in (_INSIDE, _HEADER, _WEBHOOK):
        found = pattern.search(literal.value)
        if found:
            secret = found[found.lastindex or 0]
            return None if _FILL_IN.search(secret.removeprefix("whsec_")) else secret
    value = literal.value.strip()
    if not _KEY.fullmatch(value) or _FILL_IN.search(value):
        return None
    if value.startswith(("store-", "channel-key-", "http", "imp_", "payment-")) or value.count(".") > 1:
        return None
    if _SECRET_NAME.search(literal.name) and _is_ours(literal.name, ours=ours):
        return value
    if _CLIENTS.search(literal.called) and "key" not in literal.name.lower() and len(value) > 24:
        return value
    return None


def _is_ours(name: str, *, ours: bool) -> bool:
    """Tell whether a secret's name is of PortOne's: it says so, or says nothing of anybody in a file that does."""
    words = {word.lower() for word in _WORD.findall(name)}
    if words & _OUR_WORDS or "portone" in name.lower() or "iamport" in name.lower():
        return True
    return ours and all(word in _GENERAL or "secret" in word or word.isdigit() for word in words)


def _to_browser(source: Source) -> Iterator[Seen]:
    """A name that build tools put into the browser's code, and that is a secret's."""
    for found in _PUBLIC.finditer(source.clean):
        name = found[0]
        if (
            _SECRET_NAME.search(name)
            and not _NOT_OURS.search(name)
            and re.search(r"iamport|portone|imp_|_imp|pg_|payment", name, re.IGNORECASE)
        ):
            yield Seen(
                "secret_in_browser",
                source,
                found.start(),
                found.end(),
                detail=because("secret.name", name=name),
                secret=True,
            )


def _logged(source: Source) -> Iterator[Seen]:
    if source.language == "config" or not _OURS.search(source.text):
        return
    for call in _LOG.finditer(source.clean):
        given = _without_texts(_in_brackets(source.clean, call.end()))
        for name in _NAMED.finditer(given):
            after, before = given[name.end() :], given[: name.start()]
            if _HIDES.search(before) or _SHOWS_LITTLE.match(after) or _NOT_OURS.search(name[0]):
                continue
            start = call.end() + name.start()
            yield Seen(
                "secret_logged", source, call.start(), start, detail=because("secret.name", name=name[0]), secret=True
            )
            break


def _in_brackets(text: str, start: int) -> str:
    depth = 1
    for at in range(start, min(len(text), start + 600)):
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if depth == 0:
            return text[start:at]
    return text[start : start + 200].partition("\n")[0]


def _without_texts(code: str) -> str:
    """Return what is given to a call without the texts in it; what a template fills in stays."""
    code = re.sub(r"`((?:[^`$]|\$(?!\{))*)(?=\$\{|`)", lambda found: " " * len(found[0]), code)
    return re.sub(r"(?<!\[)(?:\"[^\"\n]*\"|(?<!\w)'[^'\n]*')", lambda found: " " * len(found[0]), code)
