"""Texts and lines of any language: test ids, example values, old scripts, mocks, and periods of a few minutes."""

import re
from collections.abc import Iterator
from typing import Final

from portone_guide.code.expression import At, Value
from portone_guide.code.script import Call
from portone_guide.code.source import Literal, Source
from portone_guide.go_live import korean_samples
from portone_guide.go_live.addresses import is_local, is_placeholder_address
from portone_guide.go_live.case import Case, Seen
from portone_guide.go_live.paths import is_development_setting
from portone_guide.needs.reason import Reason, because

_ID_KEY: Final = re.compile(
    r"(?:^|[_.\-]|(?<=[a-z]))(?:pg|p_?mid|mid|cpid|merchant_?id|site_?c(?:ode|d)|shop_?id)s?(?:$|[_.\-\]])",
    re.IGNORECASE,
)
_WHERE: Final = re.compile(r"NODE_ENV|is_?dev|__DEV__|\.env\.(?:DEV|PROD|MODE)|DEBUG|is_?test|is_?prod", re.IGNORECASE)
_OLD_SDK: Final = re.compile(r"(?:cdn|service)\.iamport\.kr/js/iamport\.payment[\w.\-]*\.js")
_MOCK_NAME: Final = re.compile(
    r"(?:function|const|let|var|def|class|public|private|async|fun|self\.|this\.|static)\s+(?:\w+\s+)*?"
    r"(\w*(?:mock|fake|dummy|simulate)_?(?:\w*_)?(?:payment|pay|paid|checkout|billing|imp_?uid)\w*)",
    re.IGNORECASE,
)
_PRETENDS: Final = ("mock", "fake", "dummy", "simulate", "skip", "bypass")
_MOCK_SWITCH: Final = re.compile(
    r"^\w*(?:(?:mock|fake|skip|bypass)_(?:\w+_)?(?:payment|pay|billing|verify|verification)|(?:payment|billing|portone|iamport)_(?:mock|fake|skip|bypass))\w*$",
    re.IGNORECASE,
)
_MOCK_ID: Final = re.compile(
    r"^(?:imp_?)?(?:_?(?:test|mock|fake|dummy|sample))\w*$|^imp_0+$|^imp_1234\d*$", re.IGNORECASE
)
_UID_KEY: Final = re.compile(r"(?:^|[._\[\]])imp_?uid\]?$", re.IGNORECASE)
_MINUTES: Final = re.compile(
    r"(?:schedule_?at|time_?to_?pay|next_?(?:payment|billing|pay)\w*|scheduled?_?\w*)\W[^\n;]{0,100}?"
    r"(?:\+\s*(?:60|120|180|300|600)\b(?!\s*\*\s*(?:60|24|1000\s*\*\s*60))|\+\s*(?:\d{1,2}\s*\*\s*)?60\s*\*\s*1000\b(?!\s*\*)"
    r"|add\w*\(\s*\d{1,2}\s*,\s*[\"'](?:m|min|mins|minutes?|s|secs?|seconds?)[\"']|timedelta\(\s*(?:minutes|seconds)\s*="
    r"|plus(?:Minutes|Seconds)\(|addMinutes?\(|getMinutes\(\)\s*\+|getSeconds\(\)\s*\+|strtotime\(\s*[\"']\+\d+ ?min)",
    re.IGNORECASE,
)
_VERB: Final = re.compile(r"\.(?:post|get|put|patch|request|delete)$")
_ADDRESSES: Final = frozenset(("m_redirect_url", "notice_url", "noticeUrls"))
_PAID: Final = re.compile(
    r"imp_?uid|merchant_?uid|payment_?id|portone|iamport|rsp\.|payment|order|verify|complete", re.IGNORECASE
)
_FETCH: Final = re.compile(
    r"(?:fetch|axios(?:\.\w+)?|\$\.(?:ajax|post|get|getJSON)|jQuery\.(?:ajax|post|get)|ky|superagent|api)\b",
    re.IGNORECASE,
)


def judge_literals(case: Case) -> Iterator[Seen]:
    """Yield what texts of the payment's files show."""
    for source in case.sources:
        dev = is_development_setting(source.path)
        for literal in source.literals:
            if not dev:
                yield from _test_id(case, source, literal)
            yield from _example(case, source, literal)
            yield from _mock_id(source, literal)
            if source.language != "config":
                yield from _address(source, literal)
        for found in _OLD_SDK.finditer(source.clean):
            yield Seen("old_sdk", source, found.start(), found.end())
        yield from _local_calls(case, source)
        yield from _mocks(source)
        for found in _MINUTES.finditer(source.clean):
            yield Seen("test_period", source, found.start(), found.end())


def _test_id(case: Case, source: Source, literal: Literal) -> Iterator[Seen]:
    """A shared test id: with the gateway's code before it anywhere, alone only under a key that names it."""
    if _WHERE.search(source.line(literal.start)) or (
        source.language == "config" and literal.name.lower().startswith("dev")
    ):
        return
    found = case.test_pg.fullmatch(literal.value.strip())
    if found:
        yield Seen("test_merchant_id", source, literal.start, literal.end, detail=_of(found[1]))
    elif literal.value in case.test_ids and _ID_KEY.search(literal.name):
        yield Seen("test_merchant_id", source, literal.start, literal.end, detail=_of(literal.value))


def _of(merchant: str) -> Reason:
    return because("test_merchant_id.detail", id=merchant)


def _example(case: Case, source: Source, literal: Literal) -> Iterator[Seen]:
    """A value of the documents, or one to fill in, where a payment would use it."""
    if (literal.value in case.samples and _is_value(literal)) or (
        literal.called.endswith(("IMP.init", "IMP.agency"))
        and re.fullmatch(r"iamport|imp0+|imp\{.*|(?i:your).*|imp[xX]+|\{.*\}|" + korean_samples.ACCOUNT, literal.value)
    ):
        yield Seen("placeholder", source, literal.start, literal.end)


def _is_value(literal: Literal) -> bool:
    """Tell whether an example value stands as a value: one of them is the name of a setting, too."""
    if any(char.isdigit() for char in literal.value):
        return True
    return "key" in literal.name.lower() or "iamport" in literal.called.lower()


def _mock_id(source: Source, literal: Literal) -> Iterator[Seen]:
    """A payment number that no payment has."""
    if (_UID_KEY.search(literal.name) and _MOCK_ID.match(literal.value) and source.language != "config") or (
        _MOCK_SWITCH.match(literal.name) and literal.value.lower() in {"true", "1", "yes", "y", "on"}
    ):
        yield Seen("mock_payment", source, literal.start, literal.end)


def _mocks(source: Source) -> Iterator[Seen]:
    small = source.clean.lower()
    if source.language == "config" or not any(word in small for word in _PRETENDS):
        return
    for found in _MOCK_NAME.finditer(source.clean):
        yield Seen("mock_payment", source, found.start(1), found.end(1))
    for found in re.finditer(r"\b(\w+)\s*(?::\s*\w+\s*)?=\s*(?:true|True|1)\b", source.clean):
        if _MOCK_SWITCH.match(found[1]):
            yield Seen("mock_payment", source, found.start(), found.end())


def _address(source: Source, literal: Literal) -> Iterator[Seen]:
    """An address that a payment uses, written in any language under the name of its field."""
    if literal.name.rpartition(".")[2].strip("'\"[]$") not in _ADDRESSES or _WHERE.search(source.line(literal.start)):
        return
    if is_local(literal.value):
        yield Seen("local_url", source, literal.start, literal.end)
    elif is_placeholder_address(literal.value):
        yield Seen("placeholder_redirect", source, literal.start, literal.end)


def _local_calls(case: Case, source: Source) -> Iterator[Seen]:
    """A call to this computer with what belongs to a payment; its address is followed through names."""
    script = source.script
    for call in script.calls if script else ():
        if not script or not call.arguments or not _is_call_to_server(source, call):
            continue
        if not _PAID.search(script.of(call.node)) or script.guarded(call.node):
            continue
        for value in _addresses(case, source, call):
            line = value.at.source.line(value.at.node.start)
            if (
                value.kind == "text"
                and is_local(value.text)
                and not (value.fallback or value.guarded or _WHERE.search(line))
            ):
                yield Seen("local_url", value.at.source, value.at.node.start, value.at.node.end)


def _is_call_to_server(source: Source, call: Call) -> bool:
    imported = source.script.imports.get(call.name.partition(".")[0]) if source.script else None
    return bool(_FETCH.match(call.name)) or bool(imported and _VERB.search(call.name))


def _addresses(case: Case, source: Source, call: Call) -> Iterator[Value]:
    """Yield what the address of a call can be: its first argument, a field of it, or the base of its client."""
    first = At(source, call.arguments[0])
    fields = case.project.fields(first) if first.node.kind in {"object", "identifier"} else None
    for at in fields.entries.get("url", ()) if fields else (first,):
        yield from case.project.values(at)
    imported = source.script.imports.get(call.name.partition(".")[0]) if source.script else None
    client = case.project.imported(source, imported) if imported else None
    arguments = client.node.child("arguments") if client and client.node.kind == "call_expression" else None
    if client and arguments and arguments.children:
        made = case.project.fields(At(client.source, arguments.children[0]))
        for at in made.entries.get("baseURL", ()) if made else ():
            yield from case.project.values(at)
