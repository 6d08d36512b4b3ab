"""What no source says, to be asked of the gateways."""

from collections.abc import Iterable, Iterator

from portone_guide.gateways.missing_facts import missing_facts
from portone_guide.needs.reason import because
from portone_guide.next_steps.answer import GatewayChannels, Unknown
from portone_guide.next_steps.case import Case
from portone_guide.road.answer import RoadStep
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
    for gateway in case.gateways:
        if _insurance_unknown(case, gateway):
            yield Unknown(gateway, because("insurance_unknown"))
    for entry in without:
        yield Unknown(entry.gateway, because("no_sample", version=entry.portone, need=entry.need.named(file)))


def _insurance_unknown(case: Case, gateway: str) -> bool:
    contract = case.book.contracts.gateways.get(gateway)
    row = contract.demands.get("insurance") if contract else None
    return row is None or row.asked == "unknown"
