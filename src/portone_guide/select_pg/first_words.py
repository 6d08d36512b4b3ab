"""Sentences of the first view: the answer, its cost and what is open, a line each."""

from collections.abc import Sequence

from portone_guide.gateways.words import left_out_text
from portone_guide.needs.reason import Reason
from portone_guide.select_pg.answer import Combination, Cost, Qualified, Selection
from portone_guide.select_pg.compare_screen import rates_text
from portone_guide.select_pg.words import combination_costs, signup_text, text_of
from portone_guide.terminal.text import won_range


def using_text(selection: Selection, entry: Qualified) -> str:
    """Return a gateway with the module and PortOne version that are used: ``토스페이먼츠 (신모듈, 포트원 V2)``."""
    name = selection.named.name(entry.gateway)
    modules = [selection.named.modules[module].name for module in entry.modules]
    return f"{name} ({', '.join([*(each for each in modules if each != name), f'포트원 {entry.version.upper()}'])})"


def cost_line(cost: Cost) -> str:
    """Return what a gateway costs in a line; a sum of some parts only is not told as the cost."""
    told = [f"요율 {rates_text(cost)}", f"가입비 {signup_text(cost.signup.once)}"]
    if cost.monthly:
        told.append(f"월 수수료 {won_range(*cost.monthly)}")
    if cost.first_year:
        told.append(f"첫해 {won_range(*cost.first_year)} (VAT 포함)")
    if left := left_out_text(cost.left_out):
        told.append(left)
    return f"비용: {', '.join(told)}"


def set_cost_line(entry: Combination) -> str:
    """Return what a set of contracts costs in a line."""
    return f"비용: {', '.join(combination_costs(entry)) or '모름'}"


def unknowns_line(unknowns: Sequence[Reason]) -> str:
    """Return what no page says, in a line: the first of them and how many more."""
    first, *more = map(text_of, unknowns)
    return f"출처로 알 수 없는 것: {first}{f' 외 {len(more)}가지 (--section about)' if more else ''}"
