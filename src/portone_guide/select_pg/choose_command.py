"""``portone-guide choose``: with whom the merchant goes on, kept in the plan."""

from typing import TYPE_CHECKING, Annotated

import typer

from portone_guide.needs.question import UNKNOWN
from portone_guide.needs.questions import NEEDS
from portone_guide.rules.book import RuleBook
from portone_guide.select_pg.choose_words import NOT_KEPT, ruled_out, undecided, whom
from portone_guide.shell.carried import carried
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import asking_allowed, day, gateway_id, load_rules, parse, show_json
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import AsOf, Json, Plain, PlanPath, Rules
from portone_guide.shell.known_answers import answers_of, known_answers, with_answers
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.typed_line import command_line

if TYPE_CHECKING:
    from portone_guide.needs.requirements import Requirements
    from portone_guide.plan.model import Plan
    from portone_guide.road.answer import RoadStep
    from portone_guide.select_pg.choice import Choice

_EXAMPLES = 3


@asking(*NEEDS)
def choose(
    given: Given,
    gateways: Annotated[
        list[str] | None, typer.Argument(metavar="[GATEWAY]...", help="결제대행사 (여럿이면 모두): nice, 네이버페이")
    ] = None,
    anyway: Annotated[bool, typer.Option("--anyway", help="답한 것에 맞지 않아도 적습니다.")] = False,
    plan: PlanPath = None,
    as_of: AsOf = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """어느 결제대행사로 진행할지 계획에 적고 다음에 할 일을 보입니다. 이름을 적지 않으면 물어봅니다.

    함께 적은 조건도 계획에 적습니다. 답한 것에 맞지 않는 곳이면 까닭을 말하고 --anyway가 있을 때만 적습니다.
    """
    on, book, keeper = day(as_of), load_rules(rules), PlanKeeper(plan)
    kept = keeper.read()
    known = known_answers(NEEDS, answers_of(kept.answers), given, keeper, book)
    answers = parse(known, book, on)
    named = tuple(dict.fromkeys(gateway_id(text, book.pg_methods) for text in gateways or ()))
    chosen = named or _asked(book, answers, keeper)
    if not chosen:
        return
    from portone_guide.select_pg.choice import choice

    found = choice(book, answers, chosen, kept.chosen)
    if found.ruled_out and not anyway:
        line = command_line("choose", NEEDS, given, *chosen, "--anyway", *keeper.flags)
        fitting = command_line("select-pg", NEEDS, given, *keeper.flags)
        raise CommandError("ruled_out", *ruled_out(found, line, fitting), flag="--anyway")
    found = found._replace(following=_keep(book, keeper, chosen, given))
    _show(found, keeper, json=json, plain=plain)


def _show(found: "Choice", keeper: PlanKeeper, *, json: bool, plain: bool) -> None:
    if json:
        from portone_guide.select_pg.choose_report import choice_report

        show_json(choice_report(found))
        return
    from portone_guide.select_pg.choose_screen import choice_screen
    from portone_guide.terminal.show import show

    show(carried(choice_screen(found), keeper.flags), plain=plain)


def _keep(book: RuleBook, keeper: PlanKeeper, chosen: tuple[str, ...], given: Given) -> "RoadStep | None":
    """Keep the choice and what was answered with it; return the step that comes next.

    :raises CommandError: it can't be kept.
    """
    from datetime import date

    from portone_guide.road.of_plan import progress_of, with_choice

    def change(plan: "Plan") -> "Plan":
        answered = with_answers(plan, NEEDS, given, book) if given else plan
        return with_choice(book, answered, chosen, date.today())

    keeper.change(change)
    if not keeper.kept:
        raise CommandError("plan_not_written", NOT_KEPT)
    return progress_of(book, keeper.read(), date.today()).now


def _asked(book: RuleBook, answers: "Requirements", keeper: PlanKeeper) -> tuple[str, ...]:
    """Return what a person picks of the gateways that fit; of all, where it was not said what is to be paid with."""
    from portone_guide.needs.options import gateways_options
    from portone_guide.needs.question import Option
    from portone_guide.select_pg.questions import UNDECIDED, chosen_gateways, contract_options

    options: tuple[Option, ...] = ()
    if answers.needs():
        from portone_guide.select_pg.decide import select

        options = contract_options(select(book, answers))
    options = options or (*gateways_options({}, book), Option(UNKNOWN, UNDECIDED))
    line = " ".join(["portone-guide choose", *keeper.flags])
    if not asking_allowed():
        values = [option.value.replace("+", " ") for option in options if option.value != UNKNOWN]
        lines = (" ".join(["portone-guide choose", value, *keeper.flags]) for value in values[:_EXAMPLES])
        raise CommandError("needs_answers", *whom(lines))
    from portone_guide.terminal.out import tell
    from portone_guide.terminal.prompts import TerminalAsker

    chosen = chosen_gateways(TerminalAsker().choose("어느 곳으로 진행할까요?", options))
    if not chosen:
        tell(undecided(line))
    return chosen
