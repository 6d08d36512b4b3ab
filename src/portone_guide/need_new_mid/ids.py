"""How many merchant ids several changes at one gateway need and in which order they come."""

from collections.abc import Sequence
from typing import Final, get_args

from portone_guide.need_new_mid.answer import CaseVerdict, Found, Ids, Way
from portone_guide.rules.models.merchant_id import IdOrder, MerchantIdsFile

_ORDER: Final[tuple[IdOrder, ...]] = get_args(IdOrder)
_NEEDS: Final[frozenset[Found]] = frozenset({"new_mid", "new_contract"})
_MAY_NEED: Final[frozenset[Found]] = _NEEDS | {"ask_gateway"}


def ids_needed(file: MerchantIdsFile, cases: Sequence[CaseVerdict], ways: Sequence[Way]) -> Ids | None:
    """Return what the cases come to; None: none of them is about another id.

    Contract and service share one id, however many of their cases there are; every payment has its own
    (opi/ko/console/guide/connect: ids come by the kind of payment).
    """
    order = sorted(
        (case for case in cases if file.cases[case.case].another_for and case.verdict in _MAY_NEED),
        key=lambda case: _ORDER.index(file.cases[case.case].another_for or "payment"),
    )
    if not order:
        return None
    shared = [case for case in order if file.cases[case.case].another_for != "payment"]
    own = [case for case in order if case not in shared]
    certain, possible = _count(shared, _NEEDS) + _each(own, _NEEDS), _count(shared, _MAY_NEED) + _each(own, _MAY_NEED)
    applied = [way for way in ways if any(case in order for case in way.cases)]
    return Ids(certain, possible, tuple(order), together=len(applied) == 1)


def _count(cases: Sequence[CaseVerdict], needing: frozenset[Found]) -> int:
    return int(any(case.verdict in needing for case in cases))


def _each(cases: Sequence[CaseVerdict], needing: frozenset[Found]) -> int:
    return sum(case.verdict in needing for case in cases)
