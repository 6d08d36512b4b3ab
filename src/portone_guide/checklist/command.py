"""``portone-guide checklist``: would the site pass the two reviews."""

import shlex
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from portone_guide.checklist.questions import FOOTER, SITE, VALUES, every_item
from portone_guide.checklist.section_words import SECTIONS
from portone_guide.needs.question import flag_of
from portone_guide.road.of_plan import progress_of
from portone_guide.rules.book import RuleBook
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import day, load_rules, parse, read_flow
from portone_guide.shell.exits import Exit
from portone_guide.shell.flags import Shared
from portone_guide.shell.handing import Handing, handing
from portone_guide.shell.known_answers import keep_flags, known_answers, remembered_answers
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.showing import show_answer, view_of
from portone_guide.terminal.out import say, tell
from portone_guide.terminal.show import FORMATS, View, written

if TYPE_CHECKING:
    from portone_guide.checklist.answer import Checklist
    from portone_guide.checklist.site import Site
    from portone_guide.needs.question import Flow
    from portone_guide.plan.model import CheckState, SiteSeen

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
        list[str] | None,
        typer.Option("--set", metavar="ITEM=STATE", help="항목의 답 (여러 번): pass, fail, na, check (한글 이름도 됨)"),
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
    view = view_of(shared, SECTIONS)
    handed = handing(shared, FORMATS, name="checklist", keep=keeper.path)
    book = load_rules(shared.rules)
    typed, named = _taken(given, VALUES), _taken(given, FOOTER)
    if footer:
        _show_footer({**typed, **named}, book)
        return
    chosen = _states(set_, book)
    known, states = _known(given, chosen, keeper, book)
    looked = _looked(from_site, known, shared, keeper, context)
    if shared.ask or not (handed.shape or given or set_ or typed or exit_code):
        from portone_guide.checklist.wizard_command import Asks, asked

        asks = Asks(book, keeper, shared, frozenset(given), frozenset(chosen), looked)
        known, states = asked(asks, known, states)
        given, set_ = {}, None  # all of it is kept
    checked = _checked(book, _site(known, book, shared.as_of), states, typed, looked)
    checked = checked._replace(ahead=progress_of(book, keeper.read(), date.today()))
    _show(checked, handed, view, keeper, (given, set_ or ()))
    if exit_code and checked.failed:
        raise typer.Exit(Exit.CHECK_FAILED)


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
    """Return what was said of the site and its items, now and before; what flags said is kept if they ask for it."""
    remembered = keeper.read()
    kept = remembered_answers(remembered, "checklist", SITE)
    known = {"gateway": [], **known_answers(SITE, kept, given, keeper, book)}
    if keeper.saves_flags and (given or set_):
        keep_flags(keeper, SITE, given, book, lambda plan: plan._replace(checklist={**plan.checklist, **set_}))
    return known, {**remembered.checklist, **set_}


def _site(known: Mapping[str, Any], book: RuleBook, as_of: str | None) -> "Site":
    from portone_guide.checklist.questions import site_of

    return site_of(read_flow(SITE, known, book), parse(known, book, day(as_of)))


def _states(texts: list[str] | None, book: RuleBook) -> "dict[str, CheckState]":
    if not texts:
        return {}
    from portone_guide.checklist.set_command import states_set

    return states_set(texts, book.checklist)


def _show(
    checked: "Checklist", handed: Handing, view: View, keeper: PlanKeeper, said: tuple[Given, Sequence[str]]
) -> None:
    """Show the answer; ``said`` is what flags gave, and what ``--set`` did."""
    match handed.shape:
        case "json":
            from portone_guide.checklist.report import report

            handed.json(report(checked))
        case str() as shape:
            from portone_guide.checklist.screen import checklist_tasks
            from portone_guide.shell.carried import carried

            handed.text(written(carried(checklist_tasks(checked), keeper.flags), shape))
        case None:
            from portone_guide.checklist.screen import checklist_page
            from portone_guide.shell.carried import Unsaved

            given, set_ = said
            sets = tuple(word for text in set_ for word in ("--set", shlex.quote(text)))
            unsaved = None if keeper.saves_flags else Unsaved("checklist", SITE, given, sets)
            show_answer(checklist_page(checked), view, keeper.flags, unsaved, keeper.note([*given, *set_]))


def _show_footer(typed: Mapping[str, str], book: RuleBook) -> None:
    from portone_guide.checklist.decide import footer
    from portone_guide.checklist.footer_words import footer_html, footer_text
    from portone_guide.gateways.value_words import value_reason

    made = footer(book.checklist, typed)
    for value in made.wrong:
        tell(f"{flag_of(value.field)}: {value_reason(value)}")
    say(f"[글]\n{footer_text(made)}\n[HTML]\n{footer_html(made)}")
