"""``portone-guide need-new-mid``: does this change need another merchant id, and how to get it."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from portone_guide.need_new_mid import decide
from portone_guide.need_new_mid.answer import Change, MidAnswer
from portone_guide.need_new_mid.questions import CHANGE, EASY_PAY_ADDED, KEPT, METHOD, NEED_NEW_MID, SHOP
from portone_guide.need_new_mid.section_words import SECTIONS
from portone_guide.need_new_mid.sender_questions import sender
from portone_guide.needs.places import hosted_place
from portone_guide.needs.question import texts_of
from portone_guide.needs.questions import GATEWAY
from portone_guide.rules.book import RuleBook
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import asking_allowed, day, load_rules, parse, read_flow
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import Shared
from portone_guide.shell.handing import Handing, handing
from portone_guide.shell.known_answers import answers_of, keep_flags, known_answers
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.showing import show_answer, view_of
from portone_guide.shell.typed_line import same_flags
from portone_guide.terminal.show import FORMATS, View, show, written

if TYPE_CHECKING:
    from portone_guide.shell.documents import Asked
    from portone_guide.terminal.blocks import Screen

_SHOP = frozenset(question.id for question in SHOP)


@asking(*NEED_NEW_MID)
def need_new_mid(
    given: Given,
    shared: Shared,
    mail: Annotated[bool, typer.Option("--mail", help="보낼 메일만 줄을 나누지 않고 보입니다.")] = False,
    mailto: Annotated[bool, typer.Option("--mailto", help="메일 프로그램으로 여는 링크만 보입니다.")] = False,
    synonyms: Annotated[bool, typer.Option("--synonyms", help="상점아이디를 부르는 말과 찾는 곳을 보입니다.")] = False,
    value: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="가진 값이 무엇인지 알아봅니다 (저장하지 않음). -이면 표준입력 한 줄을 읽어 셸 기록에 남지 않습니다.",
        ),
    ] = None,
) -> None:
    """바꾸려는 것에 상점아이디가 더 필요한지, 어떻게 받는지 알려 줍니다."""
    keeper = PlanKeeper(shared.plan, no_save=shared.no_save, save=shared.save)
    handed = handing(shared, FORMATS, name="need-new-mid", keep=keeper.path)
    view = view_of(shared, SECTIONS)
    book, on = load_rules(shared.rules), day(shared.as_of)
    if value is not None:
        _show_value(value, book, handed, plain=shared.plain)
        return
    if synonyms:
        _show_synonyms(book, handed, plain=shared.plain)
        return
    known = _complete(book, given, keeper, shared)
    said = read_flow(NEED_NEW_MID, known, book)
    named = said.of(GATEWAY) if said.of(CHANGE) else ()
    who = sender(said, keeper.read().answers, book)
    changes = [Change(name, said.of(CHANGE), said.of(METHOD), said.of(EASY_PAY_ADDED)) for name in named]
    answers = parse({name: known[name] for name in _SHOP & known.keys()}, book, on)
    found = decide.answer(book, changes, answers, who)
    if handed.shape is None and (mail or mailto):
        _show_mails(found, handed, link=mailto)
        return
    _show_answer(found, handed, view, keeper.flags, (NEED_NEW_MID, known, book))


def _show_answer(found: MidAnswer, handed: Handing, view: View, flags: Sequence[str], asked: "Asked") -> None:
    if handed.shape == "json":
        from portone_guide.need_new_mid.report import mid_report

        handed.json(mid_report(found))
        return
    from portone_guide.need_new_mid.screen import mid_page

    if handed.shape is None:
        show_answer(mid_page(found), view, flags)
    else:
        from portone_guide.need_new_mid.section_words import TITLE
        from portone_guide.shell.documents import answer_document

        _hand(answer_document(TITLE, mid_page(found), found.named.on, asked), handed, plain=False)


def _show_mails(found: MidAnswer, handed: Handing, *, link: bool) -> None:
    """Hand over the mails alone, as they are sent, or their links.

    :raises CommandError: there is none.
    """
    from portone_guide.need_new_mid.email_words import BETWEEN, NO_MAIL, email_draft, mailto

    made = mailto if link else email_draft
    mails = [text for decision in found.decisions for way in decision.ways if (text := made(decision, way))]
    if not mails:
        raise CommandError("wrong_value", NO_MAIL, flag="--mailto" if link else "--mail")
    handed.text(("\n" if link else f"\n{BETWEEN}\n").join(mails) + "\n")


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
        example = "값을 표준입력에 한 줄로 넣으세요: portone-guide need-new-mid --value -"
        raise CommandError("wrong_value", "--value: 값이 비었습니다.", example, flag="--value")
    return text


def _unseen() -> str:
    from getpass import getpass

    return getpass("값을 붙여 넣고 Enter를 누르세요 (화면에 보이지 않습니다): ", sys.stderr)


def _complete(book: RuleBook, given: Given, keeper: PlanKeeper, shared: Shared) -> dict[str, Any]:
    """Return what is asked, in full; what a broken-off run had answered is known.

    :raises CommandError: something is left to say, and nobody is there or went away.
    """
    plan = keeper.read()
    begun = plan.going_on("need-new-mid", again=shared.ask) if asking_allowed() and CHANGE.id not in given else None
    chosen = {GATEWAY.id: list(plan.chosen)} if plan.chosen else {}
    shop = {name: answer for name, answer in answers_of(plan.answers).items() if name in _SHOP}
    before = answers_of(begun.answers) if begun else {}
    known = known_answers(NEED_NEW_MID, {**shop, **chosen, **before}, given, keeper, book)
    kept = {question.id: given[question.id] for question in KEPT if question.id in given}
    if keeper.saves_flags and kept:
        keep_flags(keeper, KEPT, kept, book)
    hosted = hosted_place(known, book)
    missing = [f"--{name}" for name in (GATEWAY.id, CHANGE.id) if not (hosted or texts_of(known, name))]
    if not (missing or (asking_allowed() and (begun or shared.ask))):
        return known
    if not asking_allowed():
        raise CommandError(
            "needs_answers",
            f"정해지지 않은 것이 있고 물어볼 터미널이 없습니다. 다음을 적으세요: {', '.join(missing)}",
            "예: portone-guide need-new-mid --gateway nice --change add_billing --json",
            flag=missing[0] if len(missing) == 1 else None,
        )
    from portone_guide.shell.interview import Interview

    talk = Interview("need-new-mid", book, keeper, again=shared.ask, flags=same_flags(shared))
    answers = talk.ask(NEED_NEW_MID, known, given, own=True)
    missing = [name for name in (GATEWAY.id, CHANGE.id) if not texts_of(answers, name)]
    if missing and not hosted_place(answers, book):
        talk.reach(None, missing)
        raise CommandError(
            "needs_answers",
            "결제대행사와 달라지는 것을 하나 이상 골라야 답할 수 있습니다.",
            f"다시 하기: {talk.line()}",
        )
    talk.finish()
    return answers
