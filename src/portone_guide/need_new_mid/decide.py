"""Does a change need another merchant id: a row's word where there is one, else "ask the gateway"."""

from collections.abc import Iterable
from typing import NamedTuple

from portone_guide.rules.models.merchant_id import MerchantIdsFile, Route, Verdict, VerdictRow

# The weightiest verdict of several changes decides what the merchant must do.
_WEIGHT: dict[Verdict, int] = {"keep": 0, "ask_gateway": 1, "new_mid": 2, "new_contract": 3}


class Change(NamedTuple):
    """What a merchant changes at one gateway; ``methods`` and ``easy_pay`` say what is added."""

    gateway: str
    cases: tuple[str, ...]
    methods: tuple[str, ...] = ()
    easy_pay: tuple[str, ...] = ()


class CaseVerdict(NamedTuple):
    """The verdict on one case; ``row`` None: no source speaks of it, so the gateway must be asked."""

    case: str
    verdict: Verdict
    row: VerdictRow | None
    general: bool = False

    @property
    def reason(self) -> str:
        """Why, in words."""
        return self.row.why if self.row else "출처에 이 경우가 없어 결제대행사에 물어봐야 함"


class Decision(NamedTuple):
    """The whole answer for one gateway."""

    change: Change
    verdict: Verdict
    cases: tuple[CaseVerdict, ...]
    route: Route | None
    route_is_general: bool


def decide(file: MerchantIdsFile, change: Change) -> Decision:
    """Return the verdict on a change; with several cases the weightiest one decides.

    The nearest row wins: one that names the gateway and what is added, then the gateway, then what is added,
    then a general statement.
    """
    cases = tuple(_case(file, change, case) for case in change.cases)
    verdict: Verdict = "ask_gateway"
    if cases:
        verdict = max(cases, key=lambda case: _WEIGHT[case.verdict]).verdict
    route, general = _route(file, change, verdict)
    return Decision(change, verdict, cases, route, general)


def _case(file: MerchantIdsFile, change: Change, case: str) -> CaseVerdict:
    matching = [row for row in file.verdicts if case in row.cases and _concerns(row, change)]
    if not matching:
        return CaseVerdict(case, "ask_gateway", None)
    row = max(matching, key=_nearness)
    return CaseVerdict(case, row.verdict, row, general=not row.gateways)


def _concerns(row: VerdictRow, change: Change) -> bool:
    return (
        (not row.gateways or change.gateway in row.gateways)
        and _covers(row.method, change.methods)
        and _covers(row.easy_pay, change.easy_pay)
    )


def _covers(named: tuple[str, ...], added: tuple[str, ...]) -> bool:
    """A row that names what is added speaks only of that; what is added must then all be named."""
    return not named or (bool(added) and set(added) <= set(named))


def _nearness(row: VerdictRow) -> tuple[bool, bool]:
    return (bool(row.gateways), bool(row.method or row.easy_pay))


def _route(file: MerchantIdsFile, change: Change, verdict: Verdict) -> tuple[Route | None, bool]:
    """Return the nearest way to apply, and whether it is only the general one."""
    own = file.routes.get(change.gateway, ())
    if verdict == "keep":
        # Nothing new to apply for, unless the gateway's page has a way for just this change.
        return _nearest([route for route in own if route.cases], change), False
    nearest = _nearest(own, change)
    return (nearest, False) if nearest else (_nearest(file.general_routes, change), True)


def _nearest(routes: Iterable[Route], change: Change) -> Route | None:
    fitting = [
        route
        for route in routes
        if (not route.cases or set(route.cases) & set(change.cases)) and _covers(route.easy_pay, change.easy_pay)
    ]
    return max(fitting, key=lambda route: (bool(route.cases), bool(route.easy_pay)), default=None)
