"""The answers of ``need-new-mid``: what a change needs, what gateways call their ids, what a pasted value is."""

from typing import NamedTuple

from portone_guide.gateways.references import References
from portone_guide.needs.reason import Reason, because
from portone_guide.rules.models.merchant_id import Route, Synonym, TestId, ValueKind, Verdict, VerdictRow
from portone_guide.rules.models.method import Contact
from portone_guide.rules.models.source import Note


class Change(NamedTuple):
    """What a merchant changes at one gateway, at least one case; ``methods`` and ``easy_pay`` say what is added."""

    gateway: str
    cases: tuple[str, ...]
    methods: tuple[str, ...] = ()
    easy_pay: tuple[str, ...] = ()


class CaseVerdict(NamedTuple):
    """The verdict on one case; ``row`` None: no source speaks of it, so the gateway must be asked."""

    case: str
    name: str
    verdict: Verdict
    row: VerdictRow | None

    @property
    def general(self) -> bool:
        """Whether it is said of all gateways, not of this one."""
        return self.row is not None and not self.row.gateways

    @property
    def reason(self) -> Reason:
        """Why."""
        if self.row is None:
            return because("verdict.no_source")
        conflicts = [self.row.conflict] if self.row.conflict else []
        return because("verdict.source", sources=self.row.sources, conflicts=conflicts, text=self.row.why)


class Decision(NamedTuple):
    """The whole answer for one gateway; the weightiest of the cases is its verdict.

    ``label`` is what the gateway calls its merchant id, None: no source says. ``sources`` and ``conflicts`` are what
    the answer rests on. ``route`` is the way to apply, None: there is nothing to apply for, or no way is known;
    ``route_is_general``: no page tells the gateway's own way.
    """

    change: Change
    name: str
    label: str | None
    contacts: tuple[Contact, ...]
    verdict: Verdict
    cases: tuple[CaseVerdict, ...]
    route: Route | None
    route_is_general: bool
    sources: tuple[str, ...]
    conflicts: tuple[str, ...]


class MidAnswer(NamedTuple):
    """A decision for each gateway, and what holds for all of them."""

    decisions: tuple[Decision, ...]
    notes: tuple[Note, ...]
    named: References


class Synonyms(NamedTuple):
    """What each gateway calls its merchant id and where it is found."""

    rows: tuple[tuple[str, Synonym], ...]
    named: References


class Recognised(NamedTuple):
    """What a pasted value may be: kinds by form, and the shared test ids that it equals. Both empty: not known.

    ``secret`` says why it may be a secret, None: nothing speaks for that. ``on_command_line``: it was typed where a
    shell keeps it.
    """

    kinds: tuple[tuple[str, ValueKind], ...]
    test_ids: tuple[TestId, ...]
    secret: Reason | None
    on_command_line: bool
    named: References
