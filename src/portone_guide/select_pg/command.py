"""``portone-guide select-pg``: which payment gateway to sign with."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from portone_guide.needs.carry_questions import CARRIES
from portone_guide.needs.places import hosted_place
from portone_guide.needs.question import texts_of
from portone_guide.needs.questions import COUNTRY, NEEDS, PAYMENTS
from portone_guide.rules.book import RuleBook
from portone_guide.rules.korean_particles import with_particle
from portone_guide.select_pg.section_words import SECTIONS
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import asking_allowed, day, load_rules, parse
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import Shared
from portone_guide.shell.handing import Handing, handing
from portone_guide.shell.known_answers import answers_of, known_answers, with_answers
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.showing import view_of
from portone_guide.shell.typed_line import same_flags
from portone_guide.shell.words import nothing_asked_for
from portone_guide.terminal.out import tell
from portone_guide.terminal.show import FORMATS, View, written

if TYPE_CHECKING:
    from portone_guide.plan.model import Plan
    from portone_guide.select_pg.answer import Selection
    from portone_guide.shell.documents import Asked
    from portone_guide.shell.interview import Interview

_CHOOSING: Final = "choose"
"""The stage in which the person says which gateway to go on with."""


@asking(*NEEDS)
def select_pg(given: Given, shared: Shared) -> None:
    """결제수단·연동방식·수수료로 계약할 결제대행사를 고릅니다.

    아무 값도 주지 않으면 하나씩 물어봅니다. 모르는 것은 빼면 됩니다: 결과가 넓어질 뿐 마음대로 고르지 않습니다.
    """
    on, view = day(shared.as_of), view_of(shared, SECTIONS)
    keeper = PlanKeeper(shared.plan, no_save=shared.no_save, save=shared.save)
    handed = handing(shared, FORMATS, name="select-pg", keep=keeper.path)
    book = load_rules(shared.rules)
    plan = keeper.read()
    known = known_answers(NEEDS, answers_of(plan.answers), given, keeper, book)
    talk = None
    at_once = hosted_place(known, book) or bool(texts_of(given, COUNTRY.id))
    if shared.ask or not (at_once or _asks_for(known)) or (_broken_off(plan) and not _asks_for(given)):
        talk, known = _interview(book, known, given, keeper, shared)
    elif keeper.saves_flags and given:
        keeper.change(lambda kept: with_answers(kept, NEEDS, given, book))
    answers = parse(known, book, on)
    from portone_guide.select_pg.decide import select

    selection = select(book, answers)
    if handed.shape == "json":
        from portone_guide.select_pg.next_actions import next_actions
        from portone_guide.select_pg.report import report

        handed.json(report(selection, next_actions(selection, known, shared)))
        if talk:
            talk.finish()
        return
    if talk and (selection.qualified or selection.combinations):
        from portone_guide.terminal.first_view import TAKEN_BELOW

        view = view._replace(below=TAKEN_BELOW)
    _show(selection, handed, view, keeper, {} if talk else given, (NEEDS, known, book))
    if talk:
        _choose(selection, book, keeper, talk)


def _show(
    selection: "Selection", handed: Handing, view: View, keeper: PlanKeeper, given: Given, asked: "Asked"
) -> None:
    from portone_guide.select_pg.screen import TITLE, selection_page

    page = selection_page(selection)
    if handed.shape is None:
        from portone_guide.shell.carried import Unsaved
        from portone_guide.shell.showing import show_answer

        unsaved = None if keeper.saves_flags else Unsaved("select-pg", NEEDS, given)
        show_answer(page, view, keeper.flags, unsaved, keeper.note(given))
    else:
        from portone_guide.shell.documents import answer_document

        handed.text(written(answer_document(TITLE, page, selection.named.on, asked), handed.shape))


def _asks_for(answers: Mapping[str, Any]) -> bool:
    """Tell whether anything is to be paid with."""
    return any(texts_of(answers, question.id) for question in PAYMENTS)


def _broken_off(plan: "Plan") -> bool:
    """Tell whether a person at this terminal has questions left from an earlier run."""
    return "select-pg" in plan.asking and asking_allowed()


def _interview(
    book: RuleBook, known: dict[str, Any], given: Given, keeper: PlanKeeper, shared: Shared
) -> tuple["Interview", dict[str, Any]]:
    if not asking_allowed():
        flags = ", ".join(question.flag_name for question in PAYMENTS)
        raise CommandError(
            "needs_answers",
            "무엇을 받을지 정해지지 않았습니다. 물어볼 터미널이 없으니 다음 중 하나 이상을 적으세요:",
            flags,
            "예: portone-guide select-pg --one-time card --tier general --json",
        )
    from portone_guide.shell.interview import Interview

    talk = Interview("select-pg", book, keeper, again=shared.ask, flags=same_flags(shared))
    if talk.state.stage != _CHOOSING:
        known = {**known, **talk.ask(NEEDS, known, given)}
        if not _asks_for(known) and not hosted_place(known, book):
            talk.reach(None, [question.id for question in PAYMENTS])
            raise CommandError("needs_answers", *nothing_asked_for(talk.line()))
        talk.reach(_CHOOSING)
    return talk, known


def _choose(selection: "Selection", book: RuleBook, keeper: PlanKeeper, talk: "Interview") -> None:
    """Let the person say which of the answers to go on with; it is kept for the next steps."""
    from portone_guide.select_pg.questions import carrying, chosen_gateways, contract_options
    from portone_guide.terminal.first_view import ROWS_BELOW
    from portone_guide.terminal.prompts import TerminalAsker

    options = contract_options(selection)
    if not options:
        talk.finish()
        return
    try:
        chosen = chosen_gateways(TerminalAsker().choose("어느 곳으로 진행할까요?", options, ROWS_BELOW))
    except (KeyboardInterrupt, EOFError):
        raise talk.interrupted() from None
    if not chosen:
        from portone_guide.select_pg.choose_words import undecided

        talk.finish()
        tell(undecided(" ".join(["portone-guide choose", *keeper.flags])))
        return
    from portone_guide.road.of_plan import with_choice

    names = " + ".join(map(selection.named.name, chosen))
    checklist = " ".join(["portone-guide checklist", *keeper.flags])
    tell(f"{with_particle(names, '으로')} 진행합니다. 다음: {checklist}")
    carried = {CARRIES.id: shares} if (shares := carrying(selection, chosen)) else {}

    def going_on(plan: "Plan") -> "Plan":
        return with_choice(book, plan.with_answers(carried, {CARRIES.id}), chosen, date.today())

    talk.finish(going_on)
