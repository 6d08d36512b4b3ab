"""``portone-guide need-new-mid``: does this change need another merchant id, and how to get it."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from portone_guide.need_new_mid import decide
from portone_guide.need_new_mid.answer import Change, MidAnswer
from portone_guide.need_new_mid.questions import CHANGE, EASY_PAY_ADDED, METHOD, NEED_NEW_MID, SHOP
from portone_guide.need_new_mid.section_words import SECTIONS
from portone_guide.needs.flow import summary
from portone_guide.needs.question import Option, texts_of
from portone_guide.needs.questions import GATEWAY
from portone_guide.rules.book import RuleBook
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import asking_allowed, day, load_rules, parse, read_flow
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import (
    All,
    AsOf,
    Filed,
    Format,
    Json,
    NoSave,
    Open,
    Out,
    Plain,
    PlanPath,
    Rules,
    SectionName,
    Seen,
    Width,
)
from portone_guide.shell.handing import Handing, handing
from portone_guide.shell.plan_file import PlanKeeper, with_plan
from portone_guide.shell.showing import show_answer, view_of
from portone_guide.terminal.show import FORMATS, View, show, written

if TYPE_CHECKING:
    from portone_guide.terminal.blocks import Screen


@asking(*NEED_NEW_MID)
def need_new_mid(
    given: Given,
    synonyms: Annotated[bool, typer.Option("--synonyms", help="상점아이디를 부르는 말과 찾는 곳을 보입니다.")] = False,
    value: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="가진 값이 무엇인지 알아봅니다 (저장하지 않음). -이면 표준입력 한 줄을 읽어 셸 기록에 남지 않습니다.",
        ),
    ] = None,
    plan: PlanPath = None,
    no_save: NoSave = False,
    as_of: AsOf = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
    everything: All = False,
    section: SectionName = None,
    width: Width = None,
    format_: Format = None,
    out: Out = None,
    open_: Open = False,
) -> None:
    """바꾸려는 것에 상점아이디가 더 필요한지, 어떻게 받는지 알려 줍니다."""
    keeper = PlanKeeper(plan, no_save=True)
    handed = handing(Filed(json, format_, out, open_), FORMATS, name="need-new-mid", keep=keeper.path)
    view = view_of(Seen(plain, everything, section, width), SECTIONS)
    book, on = load_rules(rules), day(as_of)
    if value is not None:
        _show_value(value, book, handed, plain=plain)
        return
    if synonyms:
        _show_synonyms(book, handed, plain=plain)
        return
    remembered = keeper.read()
    if remembered.chosen and "gateway" not in given:
        given["gateway"] = list(remembered.chosen)
    shop = {question.id for question in SHOP}
    kept = {name: answer for name, answer in with_plan({}, remembered).items() if name in shop}
    known = _complete(book, {**kept, **given}, keeper)
    said = read_flow(NEED_NEW_MID, known, book)
    changes = [Change(name, said.of(CHANGE), said.of(METHOD), said.of(EASY_PAY_ADDED)) for name in said.of(GATEWAY)]
    answers = parse({name: known[name] for name in shop & known.keys()}, book, on)
    _show_answer(decide.answer(book, changes, answers), handed, view, lambda: summary(NEED_NEW_MID, known, book))


def _show_answer(found: MidAnswer, handed: Handing, view: View, asked: Callable[[], list[Option]]) -> None:
    if handed.shape == "json":
        from portone_guide.need_new_mid.report import mid_report

        handed.json(mid_report(found))
        return
    from portone_guide.need_new_mid.screen import mid_page

    if handed.shape is None:
        show_answer(mid_page(found), view)
    else:
        from portone_guide.need_new_mid.section_words import TITLE
        from portone_guide.shell.documents import answer_document

        _hand(answer_document(TITLE, mid_page(found), found.named.on, asked()), handed, plain=False)


def _hand(screen: "Screen", handed: Handing, *, plain: bool) -> None:
    if handed.shape is None:
        show(screen, plain=plain)
    else:
        handed.text(written(screen, handed.shape))


def _show_synonyms(book: RuleBook, handed: Handing, *, plain: bool) -> None:
    found = decide.synonyms(book)
    if handed.shape == "json":
        from portone_guide.need_new_mid.names_report import synonyms_report

        handed.json(synonyms_report(found))
    else:
        from portone_guide.need_new_mid.names_screen import synonyms_screen

        _hand(synonyms_screen(found), handed, plain=plain)


def _show_value(text: str, book: RuleBook, handed: Handing, *, plain: bool) -> None:
    from portone_guide.need_new_mid.pasted_value import recognise

    found = recognise(_pasted(text), book, on_command_line=text != "-")
    if handed.shape == "json":
        from portone_guide.need_new_mid.names_report import value_report

        handed.json(value_report(found))
    else:
        from portone_guide.need_new_mid.names_screen import value_screen

        _hand(value_screen(found), handed, plain=plain)


def _pasted(text: str) -> str:
    """Return the value, for ``-`` a line of the standard input; at a terminal it is typed unseen.

    :raises CommandError: there is nothing to read.
    """
    if text == "-":
        try:
            text = _unseen() if sys.stdin.isatty() else sys.stdin.readline()
        except (EOFError, UnicodeDecodeError):
            text = ""
    if not text.strip():
        example = "예: portone-guide need-new-mid --value - < 값이든파일"
        raise CommandError("wrong_value", "--value: 값이 비었습니다.", example, flag="--value")
    return text


def _unseen() -> str:
    from getpass import getpass

    return getpass("값을 붙여 넣고 Enter를 누르세요 (화면에 보이지 않습니다): ", sys.stderr)


def _complete(book: RuleBook, given: dict[str, Any], keeper: PlanKeeper) -> dict[str, Any]:
    missing = [f"--{name}" for name in (GATEWAY.id, CHANGE.id) if not texts_of(given, name)]
    if not missing:
        return given
    if not asking_allowed():
        raise CommandError(
            "needs_answers",
            f"정해지지 않은 것이 있고 물어볼 터미널이 없습니다. 다음을 적으세요: {', '.join(missing)}",
            "예: portone-guide need-new-mid --gateway nice --change add_billing --json",
            flag=missing[0] if len(missing) == 1 else None,
        )
    from portone_guide.shell.interview import interview

    answers = interview("need-new-mid", NEED_NEW_MID, book, given, keeper, again=False)
    if not (texts_of(answers, GATEWAY.id) and texts_of(answers, CHANGE.id)):
        raise CommandError(
            "needs_answers",
            "결제대행사와 달라지는 것을 하나 이상 골라야 답할 수 있습니다.",
            "다시 하기: portone-guide need-new-mid",
        )
    return answers
