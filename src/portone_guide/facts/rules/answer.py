"""The answers of ``rules check``, ``show``, ``sources`` and ``conflicts``."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from portone_guide.facts.answer import NamedFee, SourceAge
from portone_guide.gateways.missing_facts import MissingFact
from portone_guide.gateways.pricing import Held
from portone_guide.gateways.references import References
from portone_guide.rules.errors import Problem
from portone_guide.rules.models.fee import Fee, Package, PayoutFee
from portone_guide.rules.models.fields import PlatformId
from portone_guide.rules.models.industry import Exclusion, Industry, Reviewer
from portone_guide.rules.models.method import Gateway, Module, Support
from portone_guide.rules.models.scope import ScopedNote
from portone_guide.rules.models.term import AmountLimit, Condition, Platform, PlatformGateway, QuickOpening


class Counts(NamedTuple):
    """How much the rule files hold; a fee counts once for each day that it changed."""

    gateways: int
    modules: int
    support: int
    fees: int
    conflicts: int
    sources: int


class Checked(NamedTuple):
    """What a check found. ``files``: those that were given; ``counts`` None: there are problems."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    counts: Counts | None
    missing: tuple[MissingFact, ...] = ()


class SourceList(NamedTuple):
    """Every source page, the oldest first; one is old after more than ``old_after_days``."""

    on: date
    old_after_days: int
    pages: tuple[SourceAge, ...]


class Conflicts(NamedTuple):
    """Where pages disagree, with those pages; ``gateway`` None: everywhere."""

    gateway: str | None
    named: References


class SupportFact(NamedTuple):
    """A row of a module's support list, with the names of its methods."""

    row: Support
    methods: tuple[str, ...]


class ModuleFacts(NamedTuple):
    """A module, what is worth knowing of it, and its support list."""

    id: str
    module: Module
    notes: tuple[ScopedNote, ...]
    support: tuple[SupportFact, ...]


class FeeFact(NamedTuple):
    """What one thing costs now and cost ``earlier``; ``conflict`` where pages disagree."""

    fee: NamedFee
    now: Fee
    earlier: tuple[Fee, ...]
    conflict: str | None


class PlatformFees(NamedTuple):
    """What shops built in one place are charged otherwise than ``GatewayFacts.fees`` has it."""

    id: PlatformId
    name: str
    fees: tuple[FeeFact, ...]


class OpeningFact(NamedTuple):
    """What can be paid with before the card companies' review is done."""

    opening: QuickOpening
    methods: tuple[str, ...]


class LimitFact(NamedTuple):
    """What may be paid, with the names of its method and of the others that it holds for, too."""

    limit: AmountLimit
    method: str
    also: tuple[str, ...] = ()


class PlatformFact(NamedTuple):
    """A platform and what one gateway offers there, with the names of the methods and the page that says so."""

    id: PlatformId
    platform: Platform
    offer: PlatformGateway
    methods: tuple[str, ...]
    source: str


class IndustryFact(NamedTuple):
    """A risky industry, what one gateway says of it, and the page that says so."""

    id: str
    industry: Industry
    reviewer: Reviewer
    source: str


class ExclusionFact(NamedTuple):
    """What can't be had of one gateway in a risky industry, with the names of the methods."""

    id: str
    industry: Industry
    rule: Exclusion
    methods: tuple[str, ...]


class GatewayFacts(NamedTuple):
    """Everything that the rule files say of one gateway; ``fees`` are those in force on the day.

    ``brand`` is the name of its easy-pay brand, ``vat`` in percent, ``disputes`` the conflicts that concern it,
    ``pages`` all pages that are named, by id.
    """

    on: date
    id: str
    facts: Gateway
    brand: str | None
    modules: tuple[ModuleFacts, ...]
    fees: tuple[FeeFact, ...]
    vat: Decimal
    packages: tuple[Package, ...]
    conditions: tuple[Condition, ...]
    opening: OpeningFact | None
    limits: tuple[LimitFact, ...]
    platforms: tuple[PlatformFact, ...]
    industries: tuple[IndustryFact, ...]
    exclusions: tuple[ExclusionFact, ...]
    disputes: References
    pages: Mapping[str, SourceAge]
    holds: tuple[Held, ...] = ()
    platform_fees: tuple[PlatformFees, ...] = ()
    payout_fees: tuple[PayoutFee, ...] = ()
