"""``portone-guide code``: a small project that runs, for what was chosen."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from portone_guide.needs.questions import GATEWAY
from portone_guide.rules.book import RuleBook
from portone_guide.rules.os_words import why_not
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import asking_allowed, day, load_rules, parse, read_flow, show_json
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import (
    All,
    Ask,
    AsOf,
    Json,
    NoSave,
    Plain,
    PlanPath,
    Rules,
    SectionName,
    Shared,
    Width,
)
from portone_guide.shell.handing import not_written
from portone_guide.shell.known_answers import known_answers, remembered_answers
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.showing import show_answer, view_of
from portone_guide.shell.typed_line import same_flags
from portone_guide.shell.words import out_is_plan
from portone_guide.starter import words
from portone_guide.starter.questions import CODE, STACK
from portone_guide.starter.section_words import SECTIONS
from portone_guide.terminal.out import tell
from portone_guide.terminal.show import View

if TYPE_CHECKING:
    from portone_guide.starter.answer import Project, Written


class Flags(NamedTuple):
    """The flags of ``code`` beside its questions: most of those that all commands share, and where to write."""

    out: Annotated[str | None, typer.Option("--out", metavar="DIR", help=words.OUT)] = None
    force: Annotated[bool, typer.Option("--force", help=words.FORCE)] = False
    yes: Annotated[bool, typer.Option("--yes", help=words.YES)] = False
    print_: Annotated[bool, typer.Option("--print", help=words.PRINT)] = False
    ask: Ask = False
    plan: PlanPath = None
    no_save: NoSave = False
    as_of: AsOf = None
    rules: Rules = None
    json: Json = False
    plain: Plain = False
    everything: All = False
    section: SectionName = None
    width: Width = None

    def again(self) -> Shared:
        """Return what a run that goes on later is to be given again."""
        return Shared(
            ask=self.ask,
            plan=self.plan,
            no_save=self.no_save,
            as_of=self.as_of,
            rules=self.rules,
            json=self.json,
            plain=self.plain,
            everything=self.everything,
            section=self.section,
            width=self.width,
            out=self.out,
        )


@asking(*CODE)
def code(given: Given, flags: Flags) -> None:
    """고른 결제대행사로 테스트 결제를 해 볼 수 있는 작은 프로젝트를 만듭니다.

    결제창, 서버의 결제 확인, 웹훅, 취소, 정기결제와 본인인증까지 문서에 있는 호출만으로 만듭니다.
    콘솔에서 할 일은 그 안의 README.md에 있습니다.
    """
    view = view_of(flags, SECTIONS)
    today = day(flags.as_of)
    book = load_rules(flags.rules)
    keeper = PlanKeeper(flags.plan, no_save=flags.no_save)
    known = _known(given, keeper, book, flags.again())
    from portone_guide.starter.decide import project

    said = read_flow(CODE, known, book)
    stack = said.of(STACK)
    if stack is None:
        raise CommandError("needs_answers", *words.NO_STACK, flag="--stack")
    found = project(book, parse(known, book, today), said.of(GATEWAY), stack)
    if flags.print_ and found.offers:
        _print(found, view, keeper.flags, json=flags.json)
        return
    folder = _folder(flags.out or f"portone-{stack}", keeper)
    written = _written(found, folder, force=flags.force, yes=flags.yes) if found.offers else None
    if flags.json:
        from portone_guide.starter.report import code_report

        show_json(code_report(found, written))
        return
    from portone_guide.starter.screen import nothing_page, written_page

    show_answer(written_page(written) if written else nothing_page(found), view, keeper.flags)


def _print(found: "Project", view: View, flags: Sequence[str], *, json: bool) -> None:
    """Show the files of a project, which are not written."""
    from portone_guide.starter.files import files_of

    files = files_of(found)
    if json:
        from portone_guide.starter.report import code_report

        show_json(code_report(found, None, files))
        return
    from portone_guide.starter.screen import printed_page

    show_answer(printed_page(found, files), view, flags)


def _folder(name: str, keeper: PlanKeeper) -> Path:
    """Return the folder to write into.

    :raises CommandError: it is, or would be in, the plan file.
    """
    folder = Path(name)
    if Path(os.path.realpath(keeper.path)) in ((real := Path(os.path.realpath(folder))), *real.parents):
        raise CommandError("wrong_value", out_is_plan(folder), flag="--out")
    return folder


def _known(given: Given, keeper: PlanKeeper, book: RuleBook, shared: Shared) -> dict[str, Any]:
    """Return all answers, asked for at a terminal where some are open.

    :raises CommandError: what must be known is not, and nobody can be asked.
    """
    remembered = keeper.read()
    kept = remembered_answers(remembered, "code", CODE)
    known = known_answers(CODE, kept, given, keeper, book)
    broken_off = "code" in remembered.asking and GATEWAY.id not in given and asking_allowed()
    if not (shared.ask or broken_off or not known.get(GATEWAY.id) or STACK.id not in known):
        return known
    if not asking_allowed():
        lacks = words.NO_STACK if known.get(GATEWAY.id) else words.NO_GATEWAY
        raise CommandError("needs_answers", *lacks, flag="--stack" if known.get(GATEWAY.id) else "--gateway")
    from portone_guide.road.of_plan import with_choice
    from portone_guide.shell.interview import Interview

    if not broken_off and not known.get(GATEWAY.id):
        known.pop(GATEWAY.id, None)  # none so far, of another command: here it is asked
    talk = Interview("code", book, keeper, again=shared.ask, flags=same_flags(shared))
    answers = talk.ask(CODE, known, given)
    gateways = read_flow(CODE, answers, book).of(GATEWAY)
    talk.finish(lambda plan: with_choice(book, plan, gateways, date.today()) if gateways else plan)
    if not gateways:
        raise CommandError("needs_answers", *words.NO_GATEWAY, flag="--gateway")
    return answers


def _written(found: "Project", folder: Path, *, force: bool, yes: bool) -> "Written":
    """Write a project and return what was written.

    :raises CommandError: files are there that would change, or it can't be written.
    """
    from portone_guide.starter.answer import Written
    from portone_guide.starter.files import files_of
    from portone_guide.starter.writing import LeavesFolderError, differing, write

    if os.path.lexists(folder) and not folder.is_dir():  # a link that leads nowhere is none either
        raise CommandError("wrong_value", *words.not_a_folder(str(folder)), flag="--out")
    files = files_of(found)
    try:
        others = differing(folder, files)
        if others and not _may_change(folder, others, force=force, yes=yes):
            tell(words.kept_as_is(str(folder)))
            raise typer.Exit
        changed = {name: text for name, text in files.items() if name in others or not (folder / name).exists()}
        if changed:
            write(folder, changed)
    except LeavesFolderError as error:
        raise CommandError("file_not_written", *words.leaves_folder(str(error)), flag="--out") from None
    except OSError as error:
        raise CommandError(not_written(error), words.not_written(str(folder), why_not(error)), flag="--out") from None
    return Written(found, str(folder), tuple(files), tuple(changed))


def _may_change(folder: Path, others: list[str], *, force: bool, yes: bool) -> bool:
    if not force:
        raise CommandError("file_not_written", *words.exists(str(folder), others), flag="--force")
    if yes:
        return True
    if not asking_allowed():
        raise CommandError("needs_answers", *words.nobody_to_ask(), flag="--yes")
    return typer.confirm(words.overwrite_question(str(folder), len(others)), err=True)
