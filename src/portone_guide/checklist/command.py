"""``portone-guide checklist``: would the site pass the two reviews."""

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from portone_guide.checklist.questions import FOOTER, SITE, VALUES
from portone_guide.needs.question import flag_of
from portone_guide.rules.book import RuleBook
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import (
    Ask,
    AsOf,
    Json,
    Plain,
    Rules,
    asking_allowed,
    day,
    load_rules,
    parse,
    read_flow,
    show_json,
)
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.shell.plan_file import NoSave, PlanKeeper, PlanPath, with_plan

if TYPE_CHECKING:
    from portone_guide.checklist.decide import Checklist, ItemState, Site
    from portone_guide.checklist.site_values import SiteValue
    from portone_guide.needs.question import Answer, Flow


@asking(*SITE, *VALUES, *FOOTER)
def checklist(
    given: Given,
    set_: Annotated[
        list[str] | None, typer.Option("--set", metavar="ITEM=STATE", help="항목의 답 (여러 번): pass, fail, na, check")
    ] = None,
    footer: Annotated[bool, typer.Option("--footer", help="입력한 값으로 사이트 하단 표시를 만듭니다.")] = False,
    format_: Annotated[str | None, typer.Option("--format", metavar="F", help="md: 동료에게 줄 Markdown, json")] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="미흡한 것이 있으면 종료 코드 6으로 끝냅니다.")
    ] = False,
    ask: Ask = False,
    plan: PlanPath = None,
    no_save: NoSave = False,
    as_of: AsOf = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """사이트가 결제대행사 입점심사와 카드사 심사를 통과할 준비가 되었는지 확인합니다.

    번호와 주소는 검사만 하고 어디에도 저장하지 않습니다.
    """
    book = load_rules(rules)
    typed = {question.id: str(given.pop(question.id)) for question in VALUES if question.id in given}
    named = {question.id: str(given.pop(question.id)) for question in FOOTER if question.id in given}
    if footer:
        _print_footer({**typed, **named}, book)
        return
    keeper = PlanKeeper(plan, no_save=no_save)
    remembered = keeper.read()
    known = with_plan(given, remembered)
    known.setdefault("gateway", list(remembered.chosen))
    values = _judged(typed, book)
    states: dict[str, ItemState] = {**remembered.checklist, **_states(set_, book)}
    direct = json or format_ or set_ or values or exit_code
    if set_ and (keeper.named or keeper.path.exists()):
        keeper.change(lambda kept: kept._replace(checklist={**kept.checklist, **states}))
    if not direct and asking_allowed():
        known, states = _asked(book, known, states, keeper, again=ask)
    elif not direct and not any(known.get(name) for name in ("goods", "platform", "one_time", "easy_pay")):
        raise CommandError(
            Exit.NEEDS_ANSWERS,
            "어떤 사이트인지 정해지지 않았습니다. 물어볼 터미널이 없으니 다음을 적으세요:",
            "--goods, --platform, --one-time, --billing, --gateway, --industry, --set ITEM=STATE",
            "예: portone-guide checklist --goods physical --platform self --one-time card --json",
        )
    from portone_guide.checklist import decide as advice

    checked = advice.checklist(book.checklist, _site(known, book, as_of), states, values)
    _show(checked, book, format_=format_ or ("json" if json else None), plain=plain)
    if exit_code and _failed(checked):
        raise typer.Exit(Exit.CHECK_FAILED)


def _site(known: Mapping[str, Any], book: RuleBook, as_of: str | None) -> "Site":
    from portone_guide.checklist.questions import site_of

    return site_of(read_flow(SITE, known, book), parse(known, book, day(as_of)))


def _asked(
    book: RuleBook, known: dict[str, Any], states: dict[str, "ItemState"], keeper: PlanKeeper, *, again: bool
) -> tuple[dict[str, Any], dict[str, "ItemState"]]:
    from portone_guide.checklist.questions import item_questions
    from portone_guide.shell.interview import interview

    if not known.get("gateway"):
        known.pop("gateway", None)
    told = {"goods", "platform"} <= known.keys()  # an earlier run or select-pg has described the site
    if again or not told:
        known = interview("checklist", SITE, book, known, keeper, again=again)
    questions = item_questions(book.checklist, _site(known, book, None))
    return known, _ask_items(questions, book, {} if again else states, keeper)


def _ask_items(
    questions: "Flow", book: RuleBook, states: Mapping[str, "ItemState"], keeper: PlanKeeper
) -> dict[str, "ItemState"]:
    """Ask every checklist item that has no answer; each answer is kept as it comes.

    :raises CommandError: interrupted; the answers so far are kept.
    """
    from portone_guide.needs.flow import walk
    from portone_guide.shell.interview import way_on
    from portone_guide.terminal.prompts import TerminalAsker

    known: dict[str, Answer] = {name: state for name, state in states.items() if state != "check"}

    def keep(answers: "dict[str, Answer]") -> None:
        kept = _item_states(answers)
        known.clear()
        known.update(answers)
        keeper.change(lambda plan: plan._replace(checklist={**plan.checklist, **kept}))

    try:
        return _item_states(walk(questions, known, book, TerminalAsker(), keep=keep, review=False))
    except (KeyboardInterrupt, EOFError):
        raise CommandError(Exit.INTERRUPTED, *way_on("checklist", (), {}, keeper)) from None


def _item_states(answers: "Mapping[str, Answer]") -> dict[str, "ItemState"]:
    """Return answers as item states; 모르겠어요 stays open."""
    from portone_guide.checklist.decide import STATES

    return {name: next((state for state in STATES if state == answer), "check") for name, answer in answers.items()}


def _states(texts: list[str] | None, book: RuleBook) -> dict[str, "ItemState"]:
    from portone_guide.checklist.decide import STATES
    from portone_guide.needs.near_names import nearest
    from portone_guide.needs.words import did_you_mean

    found: dict[str, ItemState] = {}
    for text in texts or ():
        name, equals, state = text.partition("=")
        if name not in book.checklist.items:
            where = "항목 이름은 portone-guide checklist --json에 있습니다"
            hint = did_you_mean(nearest(name, book.checklist.items, alike=0.4), where)
            raise CommandError(Exit.USAGE, f"--set: 모르는 항목입니다: '{name}'", hint)
        if not equals or state not in STATES:
            raise CommandError(
                Exit.USAGE,
                f"--set: '{name}'의 답을 알 수 없습니다: '{state}'",
                f"예: --set {name}=pass (pass, fail, na, check)",
            )
        found[name] = next(known for known in STATES if known == state)
    return found


def _judged(typed: Mapping[str, str], book: RuleBook) -> list["SiteValue"]:
    if not typed:
        return []
    from portone_guide.checklist import site_values

    checks: dict[str, Callable[[str], SiteValue]] = {
        "business_number": site_values.check_business_number,
        "phone": lambda text: site_values.check_phone(text, book.checklist),
        "mail_order_number": site_values.check_mail_order_number,
        "url": lambda text: site_values.check_url(text, book.checklist),
    }
    return [checks[name](text) for name, text in typed.items()]


def _show(checked: "Checklist", book: RuleBook, *, format_: str | None, plain: bool) -> None:
    from portone_guide.checklist.screen import checklist_json, checklist_markdown, checklist_screen
    from portone_guide.terminal.show import show

    match format_:
        case None:
            show(checklist_screen(checked, book), plain=plain)
        case "json":
            show_json(checklist_json(checked, book))
        case "md":
            sys.stdout.write(checklist_markdown(checked, book))
        case other:
            raise CommandError(Exit.USAGE, f"--format: 모르는 형식입니다: '{other}'", "md 또는 json을 적으세요")


def _failed(checked: "Checklist") -> bool:
    return any(value.state == "fail" for value in checked.values) or any(
        entry.state == "fail" and entry.item.required for entry in checked.items
    )


_IN_FOOTER = ("business_number", "phone", "mail_order_number")


def _print_footer(values: Mapping[str, str], book: RuleBook) -> None:
    from portone_guide.checklist.footer_words import footer_html, footer_text

    typed = {name: text for name, text in values.items() if text}
    wrong = [
        value
        for value in _judged({name: typed[name] for name in typed if name in _IN_FOOTER}, book)
        if value.state == "fail"
    ]
    for value in wrong:
        print(f"{flag_of(value.field)}: {value.reason}", file=sys.stderr)
    sys.stdout.write("[글]\n" + footer_text(typed, book.checklist))
    sys.stdout.write("\n[HTML]\n" + footer_html(typed, book.checklist))
