"""``portone-guide checklist``: would the site pass the two reviews."""

import shlex
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from portone_guide.checklist.questions import FOOTER, SITE, VALUES, every_item
from portone_guide.needs.question import flag_of
from portone_guide.road.of_plan import progress_of
from portone_guide.rules.book import RuleBook
from portone_guide.shell.carried import Unsaved, carried
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import asking_allowed, day, load_rules, parse, read_flow
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.shell.flags import Shared
from portone_guide.shell.handing import Handing, handing
from portone_guide.shell.known_answers import answers_of, keep_flags, known_answers
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.typed_line import same_flags
from portone_guide.terminal.blocks import Text
from portone_guide.terminal.out import say, tell
from portone_guide.terminal.show import FORMATS, show, written

if TYPE_CHECKING:
    from portone_guide.checklist.answer import Checklist
    from portone_guide.checklist.site import Site
    from portone_guide.needs.question import Answer, Flow
    from portone_guide.plan.model import CheckState, Plan, SiteSeen

ExitCode = Annotated[bool, typer.Option("--exit-code", help="미흡한 것이 있으면 종료 코드 6으로 끝냅니다.")]
FromSite = Annotated[
    str | None,
    typer.Option("--from-site", metavar="URL", help="사이트를 먼저 읽어(inspect) 알 수 있는 것을 채웁니다."),
]


@asking(*SITE, *VALUES, *FOOTER, then=every_item)
def checklist(
    given: Given,
    shared: Shared,
    set_: Annotated[
        list[str] | None, typer.Option("--set", metavar="ITEM=STATE", help="항목의 답 (여러 번): pass, fail, na, check")
    ] = None,
    footer: Annotated[bool, typer.Option("--footer", help="입력한 값으로 사이트 하단 표시를 만듭니다.")] = False,
    exit_code: ExitCode = False,
    from_site: FromSite = None,
    context: typer.Context = None,  # type: ignore[assignment]
) -> None:
    """사이트가 결제대행사 입점심사와 카드사 심사를 통과할 준비가 되었는지 확인합니다.

    번호와 주소는 검사만 하고 어디에도 저장하지 않습니다.
    """
    keeper = PlanKeeper(shared.plan, no_save=shared.no_save, save=shared.save)
    handed = handing(shared, FORMATS, name="checklist", keep=keeper.path)
    book = load_rules(shared.rules)
    typed, named = _taken(given, VALUES), _taken(given, FOOTER)
    if footer:
        _show_footer({**typed, **named}, book)
        return
    known, states = _known(given, _states(set_, book), keeper, book)
    looked = _looked(from_site, known, shared, keeper, context)
    if shared.ask or not (handed.shape or given or set_ or typed or exit_code):
        asks = _Asks(book, keeper, shared, frozenset(given), frozenset(_states(set_, book)), looked)
        known, states = _asked(asks, known, states)
        given, set_ = {}, None  # all of it was kept
    checked = _checked(book, _site(known, book, shared.as_of), states, typed, looked)
    checked = checked._replace(ahead=progress_of(book, keeper.read(), date.today()))
    unsaved = None if keeper.saves_flags else Unsaved("checklist", SITE, given, tuple(_set_flags(set_)))
    _show(checked, handed, keeper, unsaved, keeper.note([*given, *(set_ or ())]), plain=shared.plain)
    if exit_code and checked.failed:
        raise typer.Exit(Exit.CHECK_FAILED)


def _set_flags(set_: list[str] | None) -> Iterator[str]:
    for text in set_ or ():
        yield from ("--set", shlex.quote(text))


def _checked(
    book: RuleBook, site: "Site", states: "dict[str, CheckState]", typed: dict[str, Any], looked: "SiteSeen | None"
) -> "Checklist":
    from portone_guide.checklist import decide
    from portone_guide.gateways.site_values import judged

    return decide.checklist(book, site, states, judged(typed, book.checklist), looked)


def _looked(
    target: str | None, known: Mapping[str, Any], shared: Shared, keeper: PlanKeeper, context: typer.Context
) -> "SiteSeen | None":
    """Return what a look at the site showed: one that is taken now, or the last one where it is not too old."""
    from portone_guide.checklist.decide import fresh

    if target is None:
        return fresh(keeper.read().site, date.today())
    from portone_guide.shell.other_command import run_other

    arguments = [target, "--json"]
    arguments += ["--no-save"] if shared.no_save else ["--plan", shared.plan] if shared.plan else []
    arguments += [word for file in shared.rules or () for word in ("--rules", file)]
    goods = known.get("goods")
    found: SiteSeen = run_other(context, "inspect", *arguments, *(["--goods", goods] if isinstance(goods, str) else []))
    return found


def _taken(given: Given, flow: "Flow") -> dict[str, str]:
    """Take what is never kept out of what was given."""
    return {question.id: str(given.pop(question.id)) for question in flow if question.id in given}


def _known(
    given: Given, set_: dict[str, "CheckState"], keeper: PlanKeeper, book: RuleBook
) -> tuple[dict[str, Any], dict[str, "CheckState"]]:
    """Return what was said of the site and its items, now and before; what was set is kept where there is a plan."""
    remembered = keeper.read()
    chosen = {"gateway": list(remembered.chosen)} if remembered.chosen else {}
    known = {"gateway": [], **known_answers(SITE, {**answers_of(remembered.answers), **chosen}, given, keeper, book)}
    if keeper.saves_flags and (given or set_):
        keep_flags(keeper, SITE, given, book, lambda plan: plan._replace(checklist={**plan.checklist, **set_}))
    return known, {**remembered.checklist, **set_}


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


def _site(known: Mapping[str, Any], book: RuleBook, as_of: str | None) -> "Site":
    from portone_guide.checklist.questions import site_of

    return site_of(read_flow(SITE, known, book), parse(known, book, day(as_of)))


class _Asks(NamedTuple):
    """What the questions are asked with: ``given`` and ``set_`` are the names of what flags have answered."""

    book: RuleBook
    keeper: PlanKeeper
    shared: Shared
    given: frozenset[str]
    set_: frozenset[str]
    looked: "SiteSeen | None"


def _asked(
    asks: _Asks, known: dict[str, Any], states: dict[str, "CheckState"]
) -> tuple[dict[str, Any], dict[str, "CheckState"]]:
    """Ask what is open, at a terminal; elsewhere something must have been said.

    :raises CommandError: interrupted; the answers so far are kept.
    """
    if not asking_allowed():
        _described(known)
        return known, states
    from portone_guide.checklist import decide
    from portone_guide.checklist.questions import item_questions
    from portone_guide.shell.interview import ITEMS, Interview

    again, book = asks.shared.ask, asks.book
    if not known.get("gateway"):
        known.pop("gateway", None)
    talk = Interview("checklist", book, asks.keeper, again=again, flags=same_flags(asks.shared))
    begun = asks.keeper.read().going_on("checklist", again=again)
    told = {"goods", "platform"} <= known.keys()  # an earlier run or select-pg has described the site
    if talk.state.stage != ITEMS and (again or begun or not told):
        known = talk.ask(SITE, known, asks.given)
    seen = asks.looked.items if asks.looked and not again else {}
    flow = item_questions(decide.checklist(book, _site(known, book, None), {}).groups)
    questions = tuple(question for question in flow if question.id not in seen or question.id in states)
    answers = talk.ask_items(questions, {**states}, asks.set_, _with_items)
    talk.finish()
    return known, {**states, **_item_states(answers)}


def _with_items(plan: "Plan", changed: "dict[str, Answer]") -> "Plan":
    return plan._replace(checklist={**plan.checklist, **_item_states(changed)})


def _item_states(answers: "Mapping[str, Answer]") -> dict[str, "CheckState"]:
    """Return answers as item states; 모르겠어요 stays open."""
    from portone_guide.checklist.answer import STATES

    return {name: STATES.get(str(answer), "check") for name, answer in answers.items()}


def _states(texts: list[str] | None, book: RuleBook) -> dict[str, "CheckState"]:
    from portone_guide.checklist.answer import STATES
    from portone_guide.needs.near_names import nearest
    from portone_guide.needs.words import did_you_mean

    found: dict[str, CheckState] = {}
    for text in texts or ():
        name, equals, state = text.partition("=")
        if name not in book.checklist.items:
            where = "항목 이름 보기: portone-guide questions checklist"
            hint = did_you_mean(nearest(name, book.checklist.items, alike=0.4), where)
            raise CommandError("wrong_value", f"--set: 모르는 항목입니다: '{name}'", hint, flag="--set")
        if not equals or state not in STATES:
            raise CommandError(
                "wrong_value",
                f"--set: '{name}'의 답을 알 수 없습니다: '{state}'",
                f"예: --set {name}=pass ({', '.join(STATES)})",
                flag="--set",
            )
        found[name] = STATES[state]
    return found


def _show(
    checked: "Checklist", handed: Handing, keeper: PlanKeeper, unsaved: Unsaved | None, note: str | None, *, plain: bool
) -> None:
    match handed.shape:
        case "json":
            from portone_guide.checklist.report import report

            handed.json(report(checked))
        case str() as shape:
            from portone_guide.checklist.screen import checklist_tasks

            handed.text(written(carried(checklist_tasks(checked), keeper.flags), shape))
        case None:
            from portone_guide.checklist.screen import checklist_screen

            noted = (Text(note, "dim"),) if note and sys.stdout.isatty() else ()
            show((*carried(checklist_screen(checked), keeper.flags, unsaved), *noted), plain=plain)


def _show_footer(typed: Mapping[str, str], book: RuleBook) -> None:
    from portone_guide.checklist.decide import footer
    from portone_guide.checklist.footer_words import footer_html, footer_text
    from portone_guide.gateways.value_words import value_reason

    made = footer(book.checklist, typed)
    for value in made.wrong:
        tell(f"{flag_of(value.field)}: {value_reason(value)}")
    say(f"[글]\n{footer_text(made)}\n[HTML]\n{footer_html(made)}")
