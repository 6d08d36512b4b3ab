"""What a line of server code says: it asks PortOne, compares money, checks a state, receives a webhook.

It is read from the text without comments, so that it holds in every language.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from portone_guide.code.source import Source
from portone_guide.go_live import korean_samples
from portone_guide.go_live.paths import is_test

_LOOKUP: Final = re.compile(
    r"api\.iamport\.kr/payments/(?!cancel|prepare|status)|api\.portone\.io/payments/(?![^\s\"'`]*/(?:cancel|billing-key|schedule|pre-register|instant))"
    r"|paymentByImpUid|paymentByMerchantUid|(?:iamport\w*|imp|client)\)?(?:->|\.)find_?By_?(?:Imp|Merchant)_?Uid\s*\(|getByImpUid"
    r"|getByMerchantUid|(?:iamport|portone|\bimp)\w*(?:->|\.|::)(?:get|find|retrieve|fetch|load|inquire)\w*payment\w*\s*\("
    r"|get_by_imp_uid|Payment::withImpUid|Payment::withMerchantUid|iamport\.(?:find|is_paid|payment)\w*\("
    r"|\.getPayment\s*\(|\.get_payment\s*\(|payment\(\)\.getPayment|getPaymentByImpUid|get_payment_by|Iamport::(?:find|payment)",
    re.IGNORECASE,
)
_PATH: Final = re.compile(r"[\"'`}]/?payments/[\"'`]?\s*(?:\+|\.|,|%|\$\{|\{|\.\s*\$)|[\"'`/}]payments/\$?\{")
_HOST: Final = re.compile(
    r"api\.iamport\.kr|api\.portone\.io|IAMPORT_\w*(?:URL|HOST|BASE)|PORTONE_\w*(?:URL|HOST|BASE)", re.IGNORECASE
)
_MONEY: Final = re.compile(r"amount|price|total|paid|cost|sum|money", re.IGNORECASE)
_OPERATOR: Final = re.compile(r"!==|===|!=|==|<>")
_LEFT: Final = re.compile(r"[\w$>.\[\]'\"()?-]+$")
_RIGHT: Final = re.compile(r"[\w$(\[][\w$>.\[\]'\"()?-]*")
_METHOD: Final = re.compile(
    r"(?:Objects\.equals|assertEquals|is_equal|bccomp)\([^;\n]*|\w[\w.()]*\.(?:equals|compareTo|isEqual|eq)\([^;\n]*"
    r"|(?:verify|validate|check|assert|match|compare|is_?valid)_?\w*(?:amount|price)\w*\s*\([^;\n]*",
    re.IGNORECASE,
)
_NOTHING: Final = re.compile(r"^(?:0|null|None|undefined|nil|true|false|''|\"\"|-1|typeof)\W*$")
_CLIENT: Final = re.compile(
    r"\breq(?:uest)?\.(?:body|query|params|data|POST|GET|form|json|input|get)|\bbody\b|\bdto\b|\w*(?:Dto|Request|Req)\b\.?|\$request|\$_(?:POST|GET|REQUEST)"
    r"|getParameter|\brequest\.get\w+\(|\bdata\[|client\w*amount|params\.",
    re.IGNORECASE,
)
STATUS: Final = re.compile(r"[\"'`.](?:paid|PAID)\b[\"'`]?|PaidPayment|isPaid\b|is_paid\b|STATUS_PAID|\bPAID\b")
_USED: Final = re.compile(
    r"(?:find|exists?|where|filter|select|count|get_or_create|query|get|fetch|load|has|unique)\w*[^;\n]{0,90}(?:imp_?uid|merchant_?uid|payment_?id|order_?id|tx_?id)"
    r"|already|duplicat|idempot|processed|unique|" + korean_samples.SEEN_BEFORE,
    re.IGNORECASE,
)
_ASKS: Final = re.compile(r"get_?Payment|payments/|axios|fetch\(", re.IGNORECASE)
SIGNED: Final = re.compile(
    r"Webhook\.verify|WebhookVerifier|webhook\.verify|webhook[-_]signature|webhook[-_]id\b|standardwebhooks|standard-webhooks|svix"
    r"|(?:verify|validate|check)_?(?:Webhook|Signature|Hmac)|(?:webhook|signature)_?(?:verify|verification|validate)",
    re.IGNORECASE,
)
_RECEIVES: Final = re.compile(
    r"[\"'`/]([\w/{}:.\-]*(?:web_?-?hook|notice_url|iamport-callback|portone-callback)[\w/{}:.\-]*)", re.IGNORECASE
)
_ELSEWHERE: Final = re.compile(
    r"require\(|\bimport\b|\bfrom\b|_url\b|Urls?\b|fetch\(|axios|post\(\s*[\"'`]https?|href|=\s*[\"'`]https?",
    re.IGNORECASE,
)
OURS: Final = re.compile(
    r"iamport|portone|imp_?uid|Transaction\.Paid|merchant_?uid|payment_?id\b|tx_?id", re.IGNORECASE
)
_ANSWERS: Final = re.compile(
    r"@(?:Post|Request|Get)Mapping|@(?:Post|All)\("
    r"|export\s+(?:default\s+)?(?:async\s+)?(?:function|const)\s+(?:POST|handler)\b"
    r"|\breq\w*\s*(?::\s*\w+)?,\s*res\w*|def post\b|@csrf_exempt"
    r"|\b(?:app|router)\.(?:post|all|route)\b|defineEventHandler"
    r"|\$request\b|\$_(?:POST|REQUEST)|php://input|export default defineEventHandler|Deno\.serve|onRequest"
)
READS: Final = re.compile(r"imp_?uid|payment_?id|Transaction\.", re.IGNORECASE)
_SERVER: Final = re.compile(
    r"\b(?:app|router|server|route|fastify|api)\.(?:get|post|put|all|use)\s*\(|@(?:Controller|Post|Get|Injectable|Body)\b"
    r"|export\s+(?:default\s+)?(?:async\s+)?(?:function|const)\s+(?:GET|POST|handler|action|loader)\b|NextRe(?:quest|sponse)|NextApi"
    r"|defineEventHandler|require\([\"'](?:express|koa|http|fastify)|from\s+[\"'](?:express|koa|hono|fastify|@nestjs|next/server)"
    r"|Deno\.serve|onRequest|functions\.https|[\"']use server[\"']|exports\.\w+\s*=\s*async\s*\(\s*req"
    r"|PORTONE_API_SECRET|IMP_SECRET|imp_secret|api\.iamport\.kr|api\.portone\.io"
)


class Comparison(NamedTuple):
    """A comparison of money in a file."""

    source: Source
    start: int
    end: int
    of_client: bool


def is_server(source: Source) -> bool:
    """Tell whether a file runs on a server."""
    if is_test(source.path) or source.language == "config":
        return False
    if source.language in {"python", "java", "kotlin", "php"}:
        return True
    if source.language == "markup":
        return "<%" in source.text or "<?php" in source.text
    return source.language != "component" and bool(_SERVER.search(source.text))


def looks_for_used(source: Source) -> bool:
    """Tell whether a file looks in its own store for what was paid before; to ask PortOne is something else."""
    code = re.sub(r"[\"'`]https?://[^\"'`]*[\"'`]?", "", source.clean)
    return any(not _ASKS.search(found[0]) for found in _USED.finditer(code))


def lookup_at(source: Source) -> int | None:
    """Return where a file asks PortOne about a payment; None: it does not."""
    found = _LOOKUP.search(source.clean)
    if not found and (_HOST.search(source.clean) or source.language in {"python", "java", "kotlin", "php"}):
        found = _PATH.search(source.clean)
    return found.start() if found else None


def comparisons_in(source: Source) -> Iterator[Comparison]:
    """Yield where money is compared with something that is not written out."""
    code = source.clean
    for found in _OPERATOR.finditer(code):
        left = _LEFT.search(code[max(0, found.start() - 80) : found.start()].rstrip(" "))
        right = _RIGHT.match(code[found.end() : found.end() + 80].lstrip(" "))
        if not left or not right or not _MONEY.search(f"{left[0]} {right[0]}"):
            continue
        parts = tuple(part[0].strip("()") for part in (left, right))
        if any(not part or _NOTHING.match(part) or part[0] in "0'\"" for part in parts):
            continue
        yield Comparison(source, found.start() - len(left[0].lstrip("(")), found.end(), _of_client(source, *parts))
    for found in _METHOD.finditer(code):
        if _MONEY.search(found[0]) and code[max(0, found.start() - 4) : found.start()] not in {"def ", "ion ", "oid "}:
            yield Comparison(source, found.start(), found.end(), _of_client(source, found[0]))


def _of_client(source: Source, *parts: str) -> bool:
    """Tell whether what money is compared with came with the request."""
    return any(_CLIENT.search(part) for part in parts) or _from_body(source, parts)


def _from_body(source: Source, parts: tuple[str, ...]) -> bool:
    """Tell whether a name that is compared was taken out of the request."""
    names = {text for text in parts if re.fullmatch(r"\$?\w+", text)}
    taken = re.findall(
        r"\{([^{}]*)\}\s*(?::\s*\w+\s*)?=\s*(?:await\s+)?(?:req|request|ctx|event)\w*\.(?:body|json|query)",
        source.clean,
    )
    words = {word for group in taken for word in re.findall(r"\w+", group)}
    single = set(
        re.findall(
            r"(\$?\w+)\s*=\s*[^;\n]*(?:req(?:uest)?\.(?:body|data|POST|json|input|get)|\$request->|\$_POST|getParameter)",
            source.clean,
        )
    )
    return bool(names & (words | single))


def webhook_at(source: Source) -> int | None:
    """Return where a file receives a webhook; None: it does not."""
    handles = re.search(r"web-?_?hook", source.path, re.IGNORECASE) and source.language != "markup"
    answers = _ANSWERS.search(source.clean) if handles and READS.search(source.clean) else None
    if answers:
        return answers.start()
    for found in _RECEIVES.finditer(source.clean):
        if not _ELSEWHERE.search(source.clean[max(0, found.start() - 60) : found.start()].rpartition("\n")[2]):
            return found.start(1)
    return None


def old_format_at(source: Source) -> int | None:
    """Return where a webhook reads the keys of the old format; None: it does not."""
    if "webhook" not in f"{source.path} {source.clean}".lower():
        return None
    if re.search(r"imp_?uid|Transaction\.|data\.paymentId|data\[.paymentId", source.clean):
        return None
    found = re.search(r"\btx_id\b", source.clean)
    both = found and re.search(r"\bpayment_id\b", source.clean)
    return found.start() if found and both else None
