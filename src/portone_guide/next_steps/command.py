"""``portone-guide next-steps``: the road from the choice to the first live payment."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from portone_guide.needs.places import hosted_place
from portone_guide.next_steps.questions import NEXT_STEPS
from portone_guide.next_steps.section_words import SECTIONS
from portone_guide.rules.book import RuleBook
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import asking_allowed, day, load_rules, parse, read_flow
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import Shared
from portone_guide.shell.handing import Handing, handing
from portone_guide.shell.known_answers import DAYS, keep_flags, known_answers, remembered_answers
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.showing import view_of
from portone_guide.shell.typed_line import same_flags
from portone_guide.terminal.show import FORMATS, View, written

if TYPE_CHECKING:
    from portone_guide.next_steps.answer import NextSteps
    from portone_guide.next_steps.wishes import Wishes
    from portone_guide.plan.model import Plan
    from portone_guide.shell.carried import Unsaved
    from portone_guide.shell.documents import Asked
    from portone_guide.shell.interview import Interview

_FORMATS = (*FORMATS, "ics")


@asking(*NEXT_STEPS)
def next_steps(given: Given, shared: Shared) -> None:
    """고른 결제대행사로 첫 결제를 받기까지의 순서를 날짜와 함께 보입니다.

    테스트 연동, 계약, 심사, 실연동에서 누가 무엇을 어디서 하는지, 필요한 서류와 코드까지 한 번에 나옵니다.
    """
    keeper = PlanKeeper(shared.plan, no_save=shared.no_save, save=shared.save)
    handed, view = handing(shared, _FORMATS, name="next-steps", keep=keeper.path), view_of(shared, SECTIONS)
    today = day(shared.as_of)
    book = load_rules(shared.rules)
    remembered = keeper.read()
    known = known_answers(NEXT_STEPS, _kept(given, remembered), given, keeper, book)
    talk = None
    broken_off = "next-steps" in remembered.asking and "gateway" not in given and asking_allowed()
    if not broken_off and not known.get("gateway"):
        known.pop("gateway", None)  # none so far, of another command: here it is asked
    if shared.ask or broken_off or not (known.get("gateway") or hosted_place(known, book)):
        talk, known = _interview(book, known, given, keeper, same_flags(shared), again=shared.ask)
    from portone_guide.next_steps.decide import next_steps as advise
    from portone_guide.rules.business_days import add_business_days

    wishes = _wishes(known, book, today, remembered)
    if talk:
        from portone_guide.road.of_plan import with_choice

        talk.finish(lambda plan: with_choice(book, _with_days(plan, wishes), wishes.gateways, date.today()))
    elif keeper.saves_flags and given:
        undated = {name: answer for name, answer in given.items() if name not in DAYS}
        days = given.keys() & DAYS
        keep_flags(keeper, NEXT_STEPS, undated, book, lambda plan: _with_days(plan, wishes) if days else plan)
    found = advise(book, wishes, add_business_days)
    note = None if talk else keeper.note(given)
    lost = {} if talk or keeper.saves_flags else given
    _show(found, handed, view, _Telling(keeper.flags, lost, note), (NEXT_STEPS, known, book))


def _kept(given: Mapping[str, Any], plan: "Plan") -> dict[str, Any]:
    """Return what the plan has; a day given for one direction drops the kept other one."""
    kept = remembered_answers(plan, "next-steps", NEXT_STEPS)
    return {name: answer for name, answer in kept.items() if not given.keys() & DAYS or name not in DAYS}


def _with_days(plan: "Plan", wishes: "Wishes") -> "Plan":
    """Return the plan with the days of the wishes, and none that was answered otherwise."""
    return plan.with_answers({}, DAYS)._replace(start=wishes.start, open_by=wishes.open_by)


def _interview(
    book: RuleBook, known: dict[str, Any], given: Given, keeper: PlanKeeper, flags: tuple[str, ...], *, again: bool
) -> tuple["Interview", dict[str, Any]]:
    if not asking_allowed():
        raise CommandError(
            "needs_answers",
            "어느 결제대행사와 계약하는지 정해지지 않았습니다. 물어볼 터미널이 없으니 --gateway를 적으세요.",
            "예: portone-guide next-steps --gateway nice --one-time card --business corporation --json",
            "아직 고르지 않았으면: portone-guide select-pg",
            flag="--gateway",
        )
    from portone_guide.shell.interview import Interview

    talk = Interview("next-steps", book, keeper, again=again, flags=flags)
    return talk, talk.ask(NEXT_STEPS, known, given)


def _wishes(known: Mapping[str, Any], book: RuleBook, today: date, plan: "Plan") -> "Wishes":
    from portone_guide.next_steps.wishes import Wishes

    return Wishes(
        parse(known, book, today), read_flow(NEXT_STEPS, known, book), today, plan.done, plan.waiting, plan.chosen
    )


class _Telling(NamedTuple):
    """What the command lines of the answer carry, ``given`` by flags that no plan keeps, and a line for the person."""

    flags: tuple[str, ...]
    given: Given
    note: str | None

    @property
    def unsaved(self) -> "Unsaved | None":
        from portone_guide.shell.carried import Unsaved

        return Unsaved("next-steps", NEXT_STEPS, self.given) if self.given else None


def _show(answer: "NextSteps", handed: Handing, view: View, telling: _Telling, asked: "Asked") -> None:
    match handed.shape:
        case "json":
            from portone_guide.next_steps.report import report

            handed.json(report(answer))
        case "ics":
            from portone_guide.next_steps.calendar import steps_calendar

            handed.binary(steps_calendar(answer))
        case "md":
            from portone_guide.next_steps.screen import next_steps_document
            from portone_guide.shell.carried import carried

            handed.text(written(carried(next_steps_document(answer), telling.flags, telling.unsaved), "md"))
        case str() as shape:
            from portone_guide.next_steps.screen import next_steps_page
            from portone_guide.next_steps.words import title
            from portone_guide.shell.documents import answer_document

            page = next_steps_page(answer, picture=True, claims=True)
            handed.text(written(answer_document(title(answer), page, answer.named.on, asked), shape))
        case None:
            from portone_guide.next_steps.screen import next_steps_page
            from portone_guide.shell.showing import show_answer

            page = next_steps_page(answer, picture=not view.plain)
            show_answer(page, view, telling.flags, telling.unsaved, telling.note)
