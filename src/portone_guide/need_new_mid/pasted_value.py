"""What is this value: recognises a pasted id or key by its form, and never keeps or repeats it."""

import re
from collections.abc import Iterator, Sequence
from itertools import starmap

from portone_guide.gateways.references import references
from portone_guide.need_new_mid.answer import Recognised, SharedTestId
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.secret_forms import secret_form
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.merchant_id import ValueKind


def recognise(text: str, book: RuleBook, *, on_command_line: bool) -> Recognised:
    """Return what a pasted value may be; no kinds where no source gives such a form."""
    value, file = text.strip(), book.merchant_ids
    tests = tuple(_shared_tests(value, book))
    kinds = tuple(
        (name, kind) for name, kind in file.value_kinds.items() if kind.pattern and re.fullmatch(kind.pattern, value)
    )
    secret = None if tests else _secret(value, [kind for _, kind in kinds])
    named = references(book, gateways=[test.gateway for test in tests])
    return Recognised(kinds, tests, secret, on_command_line, named)


def _shared_tests(value: str, book: RuleBook) -> Iterator[SharedTestId]:
    """Yield whose shared test id a value is, each with all that it is for."""
    found: dict[str, dict[str, set[str]]] = {}
    for module, channels in book.channels.test.items():
        purposes = found.setdefault(book.pg_methods.modules[module].gateway, {})
        for channel in channels:
            if channel.merchant_id == value:
                purposes.setdefault(channel.purpose, set()).update(channel.portone)
    for gateway, purposes in found.items():
        if purposes:
            yield SharedTestId(gateway, ", ".join(starmap(_with_version, purposes.items())))


def _with_version(purpose: str, versions: set[str]) -> str:
    return f"{purpose} ({next(iter(versions)).upper()})" if len(versions) == 1 else purpose


def _secret(value: str, kinds: Sequence[ValueKind]) -> Reason | None:
    """Say why a value may be a secret; a form that a source gives decides, but for what begins as secrets do."""
    form = secret_form(value)
    if form == "prefix":
        return because("secret.prefix")
    if kinds:
        return because("secret.kind") if any(kind.secret for kind in kinds) else None
    match form:
        case "card":
            return because("secret.card")
        case "long":
            return because("secret.long")
    return None
