"""The whole plan as JSON: the object of each command."""

from typing import Literal, TypedDict

from portone_guide.checklist.report import ChecklistReport
from portone_guide.checklist.report import report as checklist_report
from portone_guide.home.report import HomeReport, home_report
from portone_guide.next_steps.report import NextStepsReport
from portone_guide.next_steps.report import report as next_steps_report
from portone_guide.report.answer import Whole
from portone_guide.rules.json_types import DayText
from portone_guide.select_pg.next_actions import next_actions
from portone_guide.select_pg.report import SelectionReport
from portone_guide.select_pg.report import report as selection_report
from portone_guide.shell.flags import Shared


class WholeReport(TypedDict):
    """``report --json``: the objects of the commands; null: the plan does not say yet what a command takes."""

    schema_version: Literal[1]
    as_of: DayText
    home: HomeReport
    select_pg: SelectionReport | None
    checklist: ChecklistReport | None
    next_steps: NextStepsReport | None


def whole_report(answer: Whole, as_of: str, flags: Shared) -> WholeReport:
    """Return the whole plan; ``flags`` are those that the command lines to go on with take along."""
    selection = answer.selection
    return {
        "schema_version": 1,
        "as_of": as_of,
        "home": home_report(answer.standing),
        "select_pg": selection_report(selection, next_actions(selection, answer.known, flags)) if selection else None,
        "checklist": checklist_report(answer.checklist) if answer.checklist else None,
        "next_steps": next_steps_report(answer.road) if answer.road else None,
    }
