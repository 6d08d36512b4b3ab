"""``portone-guide select-pg``: which payment gateway to sign with."""

import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from portone_guide.needs.flow import summary
from portone_guide.needs.question import Option
from portone_guide.needs.questions import NEEDS, PAYMENTS
from portone_guide.rules.book import RuleBook
from portone_guide.select_pg.section_words import SECTIONS
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import asking_allowed, day, load_rules, parse
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import Shared
from portone_guide.shell.handing import Handing, handing
from portone_guide.shell.plan_file import PlanKeeper, with_plan
from portone_guide.shell.showing import view_of
from portone_guide.terminal.show import FORMATS, View, written

if TYPE_CHECKING:
    from portone_guide.select_pg.answer import Selection


@asking(*NEEDS)
def select_pg(given: Given, shared: Shared) -> None:
    """결제수단·연동방식·수수료로 계약할 결제대행사를 고릅니다.

    아무 값도 주지 않으면 하나씩 물어봅니다. 모르는 것은 빼면 됩니다: 결과가 넓어질 뿐 마음대로 고르지 않습니다.
    """
    on, view = day(shared.as_of), view_of(shared, SECTIONS)
    keeper = PlanKeeper(shared.plan, no_save=shared.no_save)
    handed = handing(shared, FORMATS, name="select-pg", keep=keeper.path)
    book = load_rules(shared.rules)
    known = with_plan(given, keeper.read())
    asked = shared.ask or not any(known.get(question.id) for question in PAYMENTS)
    if asked:
        known = _interview(book, known, keeper, again=shared.ask)
    elif keeper.named and given:
        ids = {question.id for question in NEEDS}
        keeper.keep_answers({name: known[name] for name in known if name in ids}, ids)
    answers = parse(known, book, on)
    from portone_guide.select_pg.decide import select

    selection = select(book, answers)
    if handed.shape == "json":
        from portone_guide.select_pg.next_actions import next_actions
        from portone_guide.select_pg.report import report

        handed.json(report(selection, next_actions(selection, known, shared)))
        return
    _show(selection, handed, view, lambda: summary(NEEDS, known, book))
    if asked:
        _choose(selection, keeper)


def _show(selection: "Selection", handed: Handing, view: View, asked: Callable[[], list[Option]]) -> None:
    from portone_guide.select_pg.screen import TITLE, selection_page

    page = selection_page(selection)
    if handed.shape is None:
        from portone_guide.shell.showing import show_answer

        show_answer(page, view)
    else:
        from portone_guide.shell.documents import answer_document

        handed.text(written(answer_document(TITLE, page, selection.named.on, asked()), handed.shape))


def _interview(book: RuleBook, known: dict[str, Any], keeper: PlanKeeper, *, again: bool) -> dict[str, Any]:
    if not asking_allowed():
        flags = ", ".join(question.flag_name for question in PAYMENTS)
        raise CommandError(
            "needs_answers",
            "무엇을 받을지 정해지지 않았습니다. 물어볼 터미널이 없으니 다음 중 하나 이상을 적으세요:",
            flags,
            "예: portone-guide select-pg --one-time card --tier general --json",
        )
    from portone_guide.shell.interview import interview

    return interview("select-pg", NEEDS, book, known, keeper, again=again)


def _choose(selection: "Selection", keeper: PlanKeeper) -> None:
    """Let the person say which of the answers to go on with; it is kept for the next steps."""
    from portone_guide.select_pg.questions import chosen_gateways, contract_options
    from portone_guide.terminal.prompts import TerminalAsker

    options = contract_options(selection)
    if not options:
        return
    try:
        chosen = chosen_gateways(TerminalAsker().choose("어느 곳으로 진행할까요?", options))
    except (KeyboardInterrupt, EOFError):
        raise CommandError("interrupted", "고르지 않고 멈췄습니다. 답은 그대로 있습니다.") from None
    if chosen:
        names = " + ".join(map(selection.named.name, chosen))
        print(f"{names}(으)로 진행합니다. 다음: portone-guide checklist", file=sys.stderr)
        keeper.change(lambda plan: plan._replace(chosen=chosen).with_done("choose_gateway", date.today()))
