"""What no source says, and what can keep the merchant from opening."""

from collections.abc import Iterable, Iterator

from portone_guide.gateways.barriers import Caution, barriers, shut_out
from portone_guide.gateways.conditions import conditions_for
from portone_guide.gateways.missing_facts import missing_facts
from portone_guide.gateways.versions import Coverage
from portone_guide.needs.reason import because
from portone_guide.next_steps.answer import GatewayChannels, RoadStep, Unknown
from portone_guide.next_steps.case import Case
from portone_guide.rules.vocabulary import WAITING_ON
from portone_guide.samples.answer import NoSample


def unknowns(
    case: Case, steps: Iterable[RoadStep], channels: Iterable[GatewayChannels], without: Iterable[NoSample]
) -> Iterator[Unknown]:
    """Yield what to ask: how long others take, facts about the chosen gateways, and samples."""
    titles = dict.fromkeys(step.title for step in steps if step.days is None and step.actor in WAITING_ON)
    if titles:
        yield Unknown(None, because("duration", steps=tuple(titles)))
    file = case.book.pg_methods
    shown = {row.module for entry in channels for row in entry.modules}
    for missing in missing_facts(case.book):
        if missing.gateway not in case.carriers or missing.fact == "sample":  # those are told need by need
            continue
        if missing.module is None or missing.module in shown:
            module = file.modules[missing.module].name if missing.module else None
            yield Unknown(missing.gateway, because("missing_fact", fact=missing.fact, module=module))
    for gateway in case.shares:
        if _insurance_unknown(case, gateway):
            yield Unknown(gateway, because("insurance_unknown"))
    for entry in without:
        yield Unknown(entry.gateway, because("no_sample", version=entry.portone, need=entry.need.named(file)))


def cautions(case: Case) -> Iterator[Caution]:
    """Yield what keeps the chosen gateways from carrying it all, and what each asks before it signs."""
    requirements, carriers = case.wishes.requirements, case.carriers
    if not case.allowed:
        yield Caution(None, because("portone_version.none"))
    if len(case.versions) > 1:
        yield Caution(None, because("several_versions"))
    coverage = Coverage(case.book, requirements)
    for need in case.needs:
        mismatches = [coverage.contract_mismatch(gateway, need) for gateway in carriers]
        if carriers and not all(mismatches) and not case.carried(need):
            named = need.named(case.book.pg_methods)
            yield Caution(None, because("unsupported", need=named, versions=case.versions))
        for gateway, mismatch in zip(carriers, mismatches, strict=True):
            if mismatch and not case.carried(need):
                yield Caution(gateway, mismatch)
    for gateway, carrier in carriers.items():
        for barrier in barriers(case.book, requirements, gateway, carrier.needs or case.needs):
            yield Caution(gateway, barrier)
        for reason in (*shut_out(case.book, gateway, requirements), *conditions_for(case.book, gateway, requirements)):
            yield Caution(gateway, reason)


def _insurance_unknown(case: Case, gateway: str) -> bool:
    contract = case.book.contracts.gateways.get(gateway)
    row = contract.demands.get("insurance") if contract else None
    return row is None or row.asked == "unknown"
