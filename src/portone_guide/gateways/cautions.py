"""What can keep a merchant from opening with the gateways signed with: the one place where that is judged."""

from collections.abc import Iterator
from typing import NamedTuple

from portone_guide.gateways.barriers import against
from portone_guide.gateways.settle import to_settle
from portone_guide.gateways.shares import Share, Shares
from portone_guide.gateways.signing import signing_alone, signing_order
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook


class Caution(NamedTuple):
    """Something that can keep the merchant from opening; ``gateway`` None: whoever they sign with."""

    gateway: str | None
    what: Reason


def cautions(book: RuleBook, answers: Requirements, found: Shares) -> Iterator[Caution]:
    """Yield what keeps the gateways from carrying it all, what each asks before it signs, and who signs later."""
    if not found.allowed:
        yield Caution(None, because("portone_version.none"))
    if len(found.versions) > 1:
        yield Caution(None, because("several_versions"))
    for need in answers.needs():
        yield from _uncarried(book, found, need)
    carried = {gateway: share.needs or answers.needs() for gateway, share in found.of.items()}
    if len(carried) > 1 and (order := signing_order(book, answers, carried)[1]):
        yield Caution(None, order)
    for gateway in carried if len(carried) == 1 else ():
        if wait := signing_alone(book, gateway, answers):
            yield Caution(gateway, wait)
    for gateway, needs in carried.items():
        settled = (*against(book, answers, gateway, needs), *to_settle(book, answers, gateway, needs))
        for reason in (*settled, *_beside(book, found.of[gateway])):
            yield Caution(gateway, reason)
    yield from _shared(book, found, answers)


def _shared(book: RuleBook, found: Shares, answers: Requirements) -> Iterator[Caution]:
    """Yield what more than one gateway is taken to carry, because nobody said which one does."""
    carriers = {need: found.carriers(need) for need in answers.needs()}
    for names in dict.fromkeys(carriers.values()):
        needs = [need for need in carriers if carriers[need] == names and not answers.carriers(need, found.of)]
        if len(names) > 1 and needs:
            named = tuple(need.named(book.pg_methods) for need in needs)
            called = tuple(book.pg_methods.gateways[name].name for name in names)
            said = f"{names[0]}={needs[0].key}"
            yield Caution(None, because("carried_by_several", needs=named, gateways=called, said=said))


def _uncarried(book: RuleBook, found: Shares, need: Need) -> Iterator[Caution]:
    if found.carried(need):
        return
    mismatches = {gateway: found.coverage.contract_mismatch(gateway, need) for gateway in found.of}
    if found.of and not all(mismatches.values()):
        named = need.named(book.pg_methods)
        yield Caution(None, because("unsupported", need=named, versions=found.versions))
    for gateway, mismatch in mismatches.items():
        if mismatch:
            yield Caution(gateway, mismatch)


def _beside(book: RuleBook, share: Share) -> Iterator[Reason]:
    """Yield what the support rows say beside yes."""
    for need, finding in share.findings:
        if finding.notes:
            named = need.named(book.pg_methods)
            yield because("supported.noted", sources=finding.sources, need=named, notes=finding.notes)
