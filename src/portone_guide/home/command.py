"""``portone-guide`` alone shows where the merchant stands; ``done``, ``undo`` and ``waiting`` keep how far it is."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from portone_guide.home.words import NOT_KEPT, not_chosen_yet, over_already
from portone_guide.rules.book import RuleBook
from portone_guide.shell.context import day, load_rules, show_json
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import Json, Plain, PlanPath
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.terminal.show import View

if TYPE_CHECKING:
    from portone_guide.road.answer import Progress, RoadStep

_Name = Annotated[str, typer.Argument(metavar="STEP", help="단계: apply, nice:card_review, 네이버페이:검수")]


def show_home(keeper: PlanKeeper, book: RuleBook, view: View, *, json: bool) -> None:
    """Show where the merchant stands on the road."""
    from portone_guide.home.decide import standing

    plan = keeper.sound(book)
    answer = standing(book, plan, date.today(), plan_exists=keeper.exists())
    if json:
        from portone_guide.home.report import home_report

        show_json(home_report(answer))
        return
    from portone_guide.home.screen import home_page
    from portone_guide.shell.showing import show_answer

    show_answer(home_page(answer), view, keeper.flags)


def done(
    step: _Name,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="끝낸 날 (기본: 오늘)")] = None,
    plan: PlanPath = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """끝낸 단계를 계획 파일에 적고 다음에 할 일을 보여 줍니다."""
    found = _Found(step, plan)
    found.refuse_empty_choice()
    found.mark(done=day(on, "--on"))
    show_home(found.keeper, found.book, View(plain), json=json)


def undo(step: _Name, plan: PlanPath = None, json: Json = False, plain: Plain = False) -> None:
    """끝냈거나 기다린다고 적은 단계를 되돌립니다."""
    found = _Found(step, plan)
    found.mark()
    show_home(found.keeper, found.book, View(plain), json=json)


def waiting(
    step: _Name,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="신청한 날 (기본: 오늘)")] = None,
    mail: Annotated[bool, typer.Option("--mail", help="진행 상황을 물어볼 메일만 보입니다. 적지 않습니다.")] = False,
    plan: PlanPath = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """신청하고 답을 기다리는 단계를 적습니다. 보통의 기간이 지나면 물어볼 메일까지 알려 줍니다."""
    found = _Found(step, plan)
    if mail:
        found.show_mail(json=json)
        return
    found.refuse_over()
    found.mark(waiting=day(on, "--on"))
    show_home(found.keeper, found.book, View(plain), json=json)


class _Found:
    """A step that was named, on the road of a plan."""

    def __init__(self, text: str, plan: str | None) -> None:
        """Find it.

        :raises CommandError: there is no such step, or the plan file can't be used.
        """
        from portone_guide.road.find import StepError, find_step
        from portone_guide.road.of_plan import progress_of
        from portone_guide.road.words import step_error

        self.book = load_rules(None)
        self.keeper = PlanKeeper(plan)
        self.progress: Progress = progress_of(self.book, self.keeper.sound(self.book), date.today())
        try:
            self.step: RoadStep = find_step(text, self.progress.steps, self.book.pg_methods)
        except StepError as error:
            names = ", ".join(step.name for step in self.progress.steps)
            raise CommandError("wrong_value", *step_error(error, names)) from None

    def mark(self, *, done: date | None = None, waiting: date | None = None) -> None:
        """Keep the step as done on a day, as waited for since one, or as neither.

        :raises CommandError: the plan file can't be used or written.
        """
        from portone_guide.road.of_plan import marked

        steps = self.progress.steps
        self.keeper.change(lambda kept: marked(kept, self.step, steps, done=done, waiting=waiting))
        if not self.keeper.kept:
            raise CommandError("plan_not_written", NOT_KEPT)

    def refuse_empty_choice(self) -> None:
        """Make sure that a choice that is done has been made.

        :raises CommandError: none was.
        """
        from portone_guide.road.answer import CHOICE

        if self.step.id == CHOICE and not self.keeper.read().chosen:
            raise CommandError("wrong_value", *not_chosen_yet(self.keeper.flags))

    def refuse_over(self) -> None:
        """Make sure that the step is one to wait for.

        :raises CommandError: it is over.
        """
        if self.progress.states[self.step.key] != "open":
            raise CommandError("wrong_value", *over_already(self.step.title, self._line("undo")))

    def show_mail(self, *, json: bool) -> None:
        """Print the mail that asks after the step, and nothing else.

        :raises CommandError: it is over.
        """
        from portone_guide.gateways.references import references
        from portone_guide.home.mail_words import reminder
        from portone_guide.terminal.out import say

        self.refuse_over()
        entry = next((entry for entry in self.progress.waited if entry.step.key == self.step.key), None)
        named = references(self.book, gateways=(self.step.lane,) if self.step.lane else ())
        text = reminder(self.step, entry, named.gateways, date.today(), self.keeper.read().answers)
        if json:
            from portone_guide.home.mail_report import mail_report

            show_json(mail_report(self.step, entry, text))
        else:
            say(text)

    def _line(self, command: str) -> str:
        return " ".join(["portone-guide", command, self.step.name, *self.keeper.flags])
