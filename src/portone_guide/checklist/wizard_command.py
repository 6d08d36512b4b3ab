"""The questions of ``checklist`` at a terminal: what kind of site it is, the list, then what of it is open."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from portone_guide.checklist import decide
from portone_guide.checklist.answer import STATES
from portone_guide.checklist.questions import SITE, item_questions, site_of
from portone_guide.checklist.screen import list_lines
from portone_guide.checklist.site import Site
from portone_guide.needs.flow import next_question
from portone_guide.needs.places import hosted_place
from portone_guide.needs.question import Answer
from portone_guide.plan.model import CheckState, Plan, SiteSeen
from portone_guide.rules.book import RuleBook
from portone_guide.shell.context import asking_allowed, day, parse, read_flow
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import Shared
from portone_guide.shell.interview import ITEMS, Interview
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.typed_line import same_flags
from portone_guide.terminal.prompts import TerminalAsker

_WHOLE_LIST = "심사에서 보는 것은 다음과 같습니다. 정해지지 않은 것만 묶음별로 여쭙습니다."


class Asks(NamedTuple):
    """What the questions are asked with: ``given`` and ``set_`` are the names of what flags have answered."""

    book: RuleBook
    keeper: PlanKeeper
    shared: Shared
    given: frozenset[str]
    set_: frozenset[str]
    looked: SiteSeen | None


def asked(
    asks: Asks, known: dict[str, Any], states: dict[str, CheckState]
) -> tuple[dict[str, Any], dict[str, CheckState]]:
    """Ask what is open, at a terminal; elsewhere something must have been said.

    :raises CommandError: interrupted; the answers so far are kept.
    """
    if not asking_allowed():
        _described(known)
        return known, states
    again, book = asks.shared.ask, asks.book
    if hosted_place(known, book) and not again:
        return known, states
    begun = asks.keeper.read().going_on("checklist", again=again)
    if not known.get("gateway") and not (begun and "gateway" in asks.keeper.read().answers):
        known.pop("gateway", None)
    talk = Interview("checklist", book, asks.keeper, again=again, flags=same_flags(asks.shared))
    told = {"goods", "platform"} <= known.keys()  # an earlier run or select-pg has described the site
    if talk.state.stage != ITEMS and (again or begun or not told):
        known = talk.ask(SITE, known, asks.given)
    if not hosted_place(known, book):
        about = site_of(read_flow(SITE, known, book), parse(known, book, day(None)))
        states = _items_asked(asks, talk, about, states)
    talk.finish()
    return known, states


def _items_asked(asks: Asks, talk: Interview, about: Site, states: dict[str, CheckState]) -> dict[str, CheckState]:
    checked = decide.checklist(asks.book, about, states, (), asks.looked)
    seen = asks.looked.items if asks.looked and not asks.shared.ask else {}
    flow = item_questions(checked.groups)
    questions = tuple(question for question in flow if question.id not in seen or question.id in states)
    if asks.shared.ask or next_question(questions, _closed(states), asks.book):
        TerminalAsker().say(f"\n{_WHOLE_LIST}\n{list_lines(checked)}")
    answers = talk.ask_items(questions, {**states}, asks.set_, _with_items)
    return {**states, **_item_states(answers)}


def _closed(states: Mapping[str, CheckState]) -> dict[str, Answer]:
    return {name: state for name, state in states.items() if state != "check"}


def _with_items(plan: Plan, changed: dict[str, Answer]) -> Plan:
    return plan._replace(checklist={**plan.checklist, **_item_states(changed)})


def _item_states(answers: Mapping[str, Answer]) -> dict[str, CheckState]:
    """Return answers as item states; 모르겠어요 stays open."""
    return {name: STATES.get(str(answer), "check") for name, answer in answers.items()}


def _described(known: Mapping[str, Any]) -> None:
    """Make sure that something was said of the site.

    :raises CommandError: nothing was.
    """
    if not any(known.get(name) for name in ("goods", "platform", "one_time", "easy_pay")):
        raise CommandError(
            "needs_answers",
            "어떤 사이트인지 정해지지 않았습니다. 물어볼 터미널이 없으니 다음을 적으세요:",
            "--goods, --platform, --one-time, --billing, --gateway, --industry, --set ITEM=STATE",
            "예: portone-guide checklist --goods physical --platform self --one-time card --json",
        )
