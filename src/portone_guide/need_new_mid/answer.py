"""The answers of ``need-new-mid``: what a change needs, what gateways call their ids, what a pasted value is."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from portone_guide.gateways.hosting import Hosted
from portone_guide.gateways.references import References
from portone_guide.needs.reason import Reason, because
from portone_guide.rules.models.fields import PaymentType
from portone_guide.rules.models.merchant_id import KnownField, Route, Synonym, ValueKind, VerdictRow
from portone_guide.rules.models.method import Contact
from portone_guide.rules.models.source import Note


class Change(NamedTuple):
    """What a merchant changes at one gateway, at least one case; ``methods`` and ``easy_pay`` say what is added."""

    gateway: str
    cases: tuple[str, ...]
    methods: tuple[str, ...] = ()
    easy_pay: tuple[str, ...] = ()


Found = Literal["new_mid", "keep", "new_contract", "ask_gateway", "not_offered", "through_host"]
"""A row's verdict, that the gateway can't give this merchant what is added, or that a shop's host is to be asked."""


class CaseVerdict(NamedTuple):
    """The verdict on one case; ``row`` None: no source speaks of it, so the gateway must be asked.

    ``lacking``: this merchant can't have of the gateway what the case adds, or no page says so.
    """

    case: str
    name: str
    verdict: Found
    row: VerdictRow | None
    lacking: Reason | None = None

    @property
    def general(self) -> bool:
        """Whether it is said of all gateways, not of this one."""
        return self.row is not None and not self.row.gateways and not self.lacking

    @property
    def reason(self) -> Reason:
        """Why."""
        if self.lacking:
            return self.lacking
        if self.row is None:
            return because("verdict.no_source")
        conflicts = [self.row.conflict] if self.row.conflict else []
        return because("verdict.source", sources=self.row.sources, conflicts=conflicts, text=self.row.why)


class Sender(NamedTuple):
    """Who asks for an id: ``details`` by the field of a mail, ``methods`` are what the shop takes, by payment type."""

    details: Mapping[KnownField, str] = {}
    methods: Mapping[PaymentType, tuple[str, ...]] = {}
    industries: tuple[str, ...] = ()


class MailField(NamedTuple):
    """A field that a mail asks for; ``value`` None: it is not known."""

    label: str
    value: str | None
    note: str | None


class Mail(NamedTuple):
    """A mail to send; ``subject`` None: no page gives its words."""

    to: str
    subject: str | None
    fields: tuple[MailField, ...]


class Way(NamedTuple):
    """How to apply for some of the cases; ``general``: no page tells the gateway's own way. ``mail`` None: by none."""

    route: Route
    general: bool
    cases: tuple[CaseVerdict, ...]
    mail: Mail | None = None

    @property
    def to_be_asked(self) -> bool:
        """Whether the gateway must first say if there is anything to apply for."""
        return all(case.verdict == "ask_gateway" for case in self.cases)


class Ids(NamedTuple):
    """How many ids several changes need, and in which order they are applied for.

    ``certain`` of them by what pages say, up to ``possible`` with those that are to be asked about. ``together``: one
    application is for all of them.
    """

    certain: int
    possible: int
    order: tuple[CaseVerdict, ...]
    together: bool


class Decision(NamedTuple):
    """The whole answer for one gateway; the weightiest of the cases is its verdict.

    ``label`` is what the gateway calls its merchant id, None: no source says. ``sources`` and ``conflicts`` are what
    the answer rests on. ``ways`` are how to apply, that of the weightiest case first; none: there is nothing to apply
    for, or no way is known. ``cautions``: what is to be settled with the gateway for what is added.
    ``ids`` None: one change alone, or none that is about another id.
    """

    change: Change
    name: str
    label: str | None
    contacts: tuple[Contact, ...]
    verdict: Found
    cases: tuple[CaseVerdict, ...]
    ways: tuple[Way, ...]
    sources: tuple[str, ...]
    conflicts: tuple[str, ...]
    cautions: tuple[Reason, ...] = ()
    ids: Ids | None = None

    @property
    def route(self) -> Route | None:
        """The way to apply for the weightiest case that has one."""
        return self.ways[0].route if self.ways else None

    @property
    def route_is_general(self) -> bool:
        """Whether no page tells the gateway's own way."""
        return self.ways[0].general if self.ways else self.verdict != "keep"


class MidAnswer(NamedTuple):
    """A decision for each gateway, and what holds for all of them; ``host``: how a shop that is hosted signs."""

    decisions: tuple[Decision, ...]
    notes: tuple[Note, ...]
    named: References
    host: Hosted | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """The pages that the decisions rest on."""
        of_host = self.host.sources if self.host else ()
        return tuple(dict.fromkeys((*of_host, *(page for decision in self.decisions for page in decision.sources))))


class Synonyms(NamedTuple):
    """What each gateway calls its merchant id (None: no page says) and where it is found."""

    rows: tuple[tuple[str, str | None, Synonym], ...]
    named: References


class SharedTestId(NamedTuple):
    """A merchant id for tests that everybody shares: whose, and what for."""

    gateway: str
    purpose: str


class Recognised(NamedTuple):
    """What a pasted value may be: kinds by form, and the shared test ids that it equals. Both empty: not known.

    ``secret`` says why it may be a secret, None: nothing speaks for that. ``on_command_line``: it was typed where a
    shell keeps it.
    """

    kinds: tuple[tuple[str, ValueKind], ...]
    test_ids: tuple[SharedTestId, ...]
    secret: Reason | None
    on_command_line: bool
    named: References
