"""Whether gateways that a merchant names fit what was answered: what is known against them, and what nobody knows."""

from collections.abc import Iterator
from typing import NamedTuple

from portone_guide.gateways.barriers import against
from portone_guide.gateways.cautions import cautions
from portone_guide.gateways.shares import shares
from portone_guide.needs.reason import Reason
from portone_guide.needs.requirements import Requirements
from portone_guide.road.answer import RoadStep
from portone_guide.rules.book import RuleBook
from portone_guide.select_pg.answer import Selection

_OF_THE_SET = frozenset({"unsupported", "portone_version", "easy_pay_contract"})
"""What rules a set out, whoever of it is meant."""
_TO_SETTLE = frozenset({"sign_later", "several_versions"})
_FEES_AND_DAYS = frozenset({"signup_fee", "open_before_review"})


class Objection(NamedTuple):
    """Something against a gateway of the choice (None: against the whole of it).

    ``rules_out``: a page says so; else it is to be settled or asked before signing.
    """

    gateway: str | None
    what: Reason
    rules_out: bool


class Choice(NamedTuple):
    """Gateways that were named. ``judged``: it was known what is to be paid with.

    ``before`` are those that the plan had; ``following`` is the step that comes next.
    """

    gateways: tuple[str, ...]
    before: tuple[str, ...]
    names: tuple[str, ...]
    judged: bool
    objections: tuple[Objection, ...]
    following: RoadStep | None = None

    @property
    def ruled_out(self) -> tuple[Objection, ...]:
        """What a page says against it."""
        return tuple(entry for entry in self.objections if entry.rules_out)

    @property
    def to_settle(self) -> tuple[Objection, ...]:
        """What is to be settled or asked before signing."""
        return tuple(entry for entry in self.objections if not entry.rules_out)


def choice(book: RuleBook, answers: Requirements, gateways: tuple[str, ...], before: tuple[str, ...] = ()) -> Choice:
    """Return a choice with what speaks against it, as ``select-pg`` and ``next-steps`` judge it."""
    judged = bool(answers.needs())
    found = tuple(dict.fromkeys(_objections(book, answers, gateways))) if judged else ()
    names = tuple(book.pg_methods.gateways[name].name for name in gateways)
    return Choice(gateways, before, names, judged, found)


def _objections(book: RuleBook, answers: Requirements, gateways: tuple[str, ...]) -> Iterator[Objection]:
    from portone_guide.select_pg.decide import select

    selection = select(book, answers)
    found = shares(book, answers, gateways)
    told = tuple(cautions(book, answers, found))
    yield from (Objection(*entry, rules_out=False) for entry in told if entry.what.kind in _TO_SETTLE)
    if _fits(selection, gateways):
        return
    alone = len(gateways) == 1
    for entry in selection.rejected:
        if entry.gateway in gateways:
            idle = alone or not found.of[entry.gateway].needs
            reasons = [reason for reason in entry.reasons if idle or reason.kind in _FEES_AND_DAYS]
            yield from (Objection(entry.gateway, reason, not entry.may_fit) for reason in reasons)
    if not alone:
        for gateway, share in found.of.items():
            for reason in against(book, answers, gateway, share.needs):
                yield Objection(gateway, reason, reason.kind != "unknown")
        yield from (Objection(*entry, rules_out=True) for entry in told if entry.what.kind in _OF_THE_SET)


def _fits(selection: Selection, gateways: tuple[str, ...]) -> bool:
    """Tell whether the answer has these as one of its contracts."""
    alone = len(gateways) == 1 and any(entry.gateway in gateways for entry in selection.qualified)
    return alone or any(set(entry.gateways) == set(gateways) for entry in selection.combinations)
