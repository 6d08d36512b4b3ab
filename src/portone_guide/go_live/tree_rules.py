"""What the tree as a whole shows: is a payment believed without asking, are webhooks received, are versions mixed."""

from collections.abc import Iterator

from portone_guide.go_live.case import Case, Seen
from portone_guide.go_live.evidence import Evidence
from portone_guide.go_live.paths import is_trial_page
from portone_guide.go_live.requests import Request
from portone_guide.go_live.server_code import old_format_at
from portone_guide.go_live.success_flag import branches_on_success
from portone_guide.go_live.window_rules import at_call
from portone_guide.needs.reason import because


def judge_tree(case: Case) -> Iterator[Seen]:
    """Yield what the whole tree shows."""
    evidence = Evidence(case)
    payments = [request for request in case.requests if request.purpose != "identity" and not request.guarded]
    if payments:
        yield from _missing(evidence, payments[0])
    yield from _versions(case)
    yield from _verification(evidence)
    yield from _webhooks(evidence)
    for request in case.requests:
        if is_trial_page(request.at.source.path):
            yield at_call("shipped_test_page", request)
        yield from branches_on_success(case, request)


def _missing(evidence: Evidence, first: Request) -> Iterator[Seen]:
    where = "here" if evidence.any_server else "elsewhere"
    if not evidence.lookups and not any(map(evidence.signed, evidence.servers)):
        yield at_call("no_server_check", first, where=where)
    told = first.given("notice_url", "noticeUrls")
    if not evidence.webhooks and not told:
        yield at_call("no_webhook", first, where=where)


def _versions(case: Case) -> Iterator[Seen]:
    """Calls of both versions, or of another than the one that was said."""
    first: dict[str, Request] = {}
    for request in case.requests:
        first.setdefault(request.version, request)
    said = case.said.portone
    if len(first) == 2:
        older = first["v1"] if said == "v2" or not said else first["v2"]
        yield at_call("mixed_versions", older, versions=tuple(sorted(first)), said=said)
    elif said and first and said not in first:
        yield at_call("mixed_versions", next(iter(first.values())), versions=tuple(first), said=said)


def _verification(evidence: Evidence) -> Iterator[Seen]:
    """What is done with a payment that PortOne was asked about."""
    for source in evidence.servers:
        at = evidence.lookups.get(source.path)
        if at is None:
            continue
        if not evidence.comparisons:
            yield Seen("no_amount_check", source, at)
        if not evidence.checks_status:
            yield Seen("no_status_check", source, at)
        if not evidence.refuses_used:
            yield Seen("reused_payment", source, at)
        break
    client = [found for found in evidence.comparisons if found.of_client]
    if client and len(client) == len(evidence.comparisons):
        yield Seen("amount_from_client", client[0].source, client[0].start, client[0].end)


def _webhooks(evidence: Evidence) -> Iterator[Seen]:
    for source, at in evidence.handlers:
        asks = evidence.reaches(source, evidence.looks_up)
        if not asks and not evidence.reaches(source, evidence.signed):
            yield Seen("webhook_unverified", source, at)
        elif asks and evidence.comparisons and not evidence.reaches(source, evidence.compares):
            yield Seen("webhook_no_amount", source, at)
    for source in evidence.servers:
        old = old_format_at(source)
        if old is not None:
            yield Seen("webhook_old_format", source, old, detail=because("webhook_old_format.detail"))
