"""What a script runs after ``select-pg``: whole command lines, with what was answered as flags."""

import shlex
from collections.abc import Iterator, Mapping
from typing import Any

from portone_guide.needs import questions as asked
from portone_guide.needs.carry_questions import CARRIES
from portone_guide.select_pg.answer import Selection
from portone_guide.select_pg.questions import carrying
from portone_guide.shell.carried import SHOP
from portone_guide.shell.flags import Shared
from portone_guide.shell.typed_line import command_line

_MAY_FIT_SHOWN = 3


def next_actions(selection: Selection, answers: Mapping[str, Any], shared: Shared) -> tuple[str, ...]:
    """Return the command lines to go on with; where nothing fits, those that show whom to ask."""
    if not selection.contracts:
        asking = [entry.gateway for entry in selection.rejected if entry.may_fit][:_MAY_FIT_SHOWN]
        return tuple(" ".join(["portone-guide", "rules", "show", name, *_facts(shared)]) for name in asking)
    first = selection.recommended or selection.combinations[0]
    carried = [] if selection.recommended else carrying(selection, selection.contracts)
    known = {
        **answers,
        asked.GATEWAY.id: list(selection.contracts),
        asked.PORTONE.id: first.version,
        CARRIES.id: carried,
    }
    more = (*_plan(shared), *_facts(shared))
    return (
        command_line("checklist", SHOP, known, *more),
        command_line("next-steps", SHOP, known, *more),
    )


def _plan(shared: Shared) -> Iterator[str]:
    if shared.plan:
        yield from ("--plan", shlex.quote(shared.plan))
    if shared.save:
        yield "--save"
    if shared.no_save:
        yield "--no-save"


def _facts(shared: Shared) -> Iterator[str]:
    """Yield the flags for the same facts, and for an answer that a script can read."""
    if shared.as_of:
        yield from ("--as-of", shared.as_of)
    for name in shared.rules or ():
        yield from ("--rules", shlex.quote(name))
    yield "--json"
