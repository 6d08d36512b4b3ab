"""The answer of ``next-steps`` as one JSON object."""

from typing import Literal, TypedDict

from portone_guide.gateways.report import (
    DisputeReport,
    HostReport,
    OldSourcesReport,
    PageReport,
    WarningReport,
    disputes_report,
    host_report,
    old_sources_report,
    pages_report,
    warning_report,
)
from portone_guide.next_steps.answer import NextSteps, ShownSample
from portone_guide.next_steps.channels_report import (
    ChannelsReport,
    ConsolesReport,
    UntestableReport,
    channels_report,
    consoles_report,
    untestable_report,
)
from portone_guide.next_steps.code_words import changed_line
from portone_guide.next_steps.contract_report import (
    CardReviewReport,
    ContractReport,
    DocumentReport,
    OpeningReport,
    card_review_report,
    contract_report,
    documents_report,
    opening_report,
)
from portone_guide.next_steps.insurance_report import InsuranceReport, insurance_report
from portone_guide.next_steps.road_report import GoalReport, StepReport, goal_report, step_report
from portone_guide.next_steps.words import places_to_ask, told
from portone_guide.rules.json_types import DayText, Urls
from portone_guide.rules.models.fields import IntegrationStyle, PaymentType, PortOneVersion
from portone_guide.samples.answer import Language, Runs


class CodeReport(TypedDict):
    """A sample program; ``style`` null: not asked for."""

    gateway: str
    module: str
    portone: PortOneVersion
    type: PaymentType
    method: str
    style: IntegrationStyle | None
    lang: Language
    runs: Runs
    code: str
    notes: list[str]
    sources: Urls


class CodeChangeReport(TypedDict):
    """One line of code before and after the day of opening."""

    module: str
    before: str
    after: str
    note: str


class UnknownReport(TypedDict):
    """What no source says, and whom to ask; ``gateway`` null: it concerns the whole road."""

    gateway: str | None
    what: str
    ask: list[str]


class NextStepsReport(TypedDict):
    """The road from the choice to the first live payment. Money is won, days are ISO dates, Unknown is null.

    ``portone_given`` false: the version was not asked for but taken from what the gateways carry; each one's own
    and why is in ``channels``, the first one's is ``portone``. ``steps`` are in an order in which each comes after
    those it waits for; ``next_step`` is what to do next and ``also`` what can be done meanwhile, by name.
    ``channels`` and ``contracts`` are by gateway; ``untestable`` is what no gateway's test mode can show;
    ``insurance`` null: none of the gateways wants it. ``through_host`` not null: the shop signs through the company
    that hosts it and has no road here; ``platform_notes`` say what to know of it.
    """

    schema_version: Literal[1]
    as_of: DayText
    gateways: list[str]
    portone: PortOneVersion
    portone_given: bool
    needs: list[str]
    counted: Literal["forward", "backward"]
    goal: GoalReport | None
    through_host: HostReport | None
    platform_notes: list[str]
    steps: list[StepReport]
    next_step: str | None
    also: list[str]
    channels: dict[str, ChannelsReport]
    console: ConsolesReport
    untestable: list[UntestableReport]
    contracts: dict[str, ContractReport]
    documents: list[DocumentReport]
    insurance: InsuranceReport | None
    card_review: list[CardReviewReport]
    opening: list[OpeningReport]
    code: list[CodeReport]
    code_change: list[CodeChangeReport]
    unknowns: list[UnknownReport]
    warnings: list[WarningReport]
    disputes: list[DisputeReport]
    sources: list[PageReport]
    old_sources: OldSourcesReport | None


def report(answer: NextSteps) -> NextStepsReport:
    """Return the whole answer."""
    wishes, named, host = answer.wishes, answer.named, answer.host
    return {
        "schema_version": 1,
        "as_of": wishes.today.isoformat(),
        "gateways": list(answer.gateways),
        "portone": answer.version,
        "portone_given": wishes.requirements.portone is not None,
        "needs": [need.key for need in wishes.requirements.needs()],
        "counted": "backward" if answer.schedule.backward else "forward",
        "goal": goal_report(answer.goal) if answer.goal else None,
        "platform_notes": [note.text for note in (*host.at_builder, *host.by_portone)] if host else [],
        "through_host": host_report(host, named) if host else None,
        "steps": [step_report(step, answer) for step in answer.steps],
        "next_step": answer.ahead.now.name if answer.ahead.now and not answer.host else None,
        "also": [step.name for step in answer.ahead.also] if not answer.host else [],
        "channels": {entry.gateway: channels_report(entry, named) for entry in answer.channels},
        "console": consoles_report(answer),
        "untestable": untestable_report(answer.untestable, named),
        "contracts": {name: contract_report(name, answer) for name in answer.contracts},
        "documents": documents_report(answer),
        "insurance": insurance_report(answer),
        "card_review": card_review_report(answer),
        "opening": opening_report(answer),
        "code": [_code(shown, answer) for shown in answer.samples],
        "code_change": _code_changes(answer),
        "unknowns": [
            {"gateway": entry.gateway, "what": told(entry.what), "ask": places_to_ask(entry, answer)}
            for entry in answer.unknowns
        ],
        "warnings": [warning_report(entry, told(entry.what), named) for entry in answer.cautions],
        "disputes": disputes_report(named, answer.disputes),
        "sources": pages_report(named, answer.sources),
        "old_sources": old_sources_report(named.old_pages(answer.sources)),
    }


def _code(shown: ShownSample, answer: NextSteps) -> CodeReport:
    sample = shown.sample
    return {
        "gateway": sample.gateway,
        "module": sample.module,
        "portone": sample.portone,
        "type": sample.need.type,
        "method": sample.need.method,
        "style": sample.need.style,
        "lang": sample.language,
        "runs": sample.runs,
        "code": sample.code,
        "notes": list(sample.notes),
        "sources": answer.named.urls(sample.sources),
    }


def _code_changes(answer: NextSteps) -> list[CodeChangeReport]:
    lines = ((change.module, changed_line(change.what)) for change in answer.code_changes)
    return [{"module": name, "before": line.before, "after": line.after, "note": line.note} for name, line in lines]
