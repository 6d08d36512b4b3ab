"""``portone-guide go-live``: the list before opening; ``go-live scan`` reads the code."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from portone_guide.go_live import words
from portone_guide.go_live.questions import MERCHANT_ID, SCAN
from portone_guide.go_live.section_words import OPENING_SECTIONS, SCAN_SECTIONS
from portone_guide.go_live.verify_command import STEP, verify
from portone_guide.needs.places import place_of
from portone_guide.needs.questions import GATEWAY, PORTONE
from portone_guide.rules.book import RuleBook
from portone_guide.shell.command import Command, Given, Group, asking
from portone_guide.shell.context import load_rules, read_flow, show_json
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.shell.flags import (
    All,
    Filed,
    Format,
    Json,
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
from portone_guide.shell.known_answers import answers_of, known_answers
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.showing import show_answer, view_of
from portone_guide.terminal.show import FORMATS, View, written

if TYPE_CHECKING:
    from portone_guide.go_live.answer import Scan
    from portone_guide.go_live.case import Said

_Names = Annotated[list[str] | None, typer.Option(metavar="RULE")]


def opening(
    context: typer.Context,
    plan: PlanPath = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
    everything: All = False,
    section: SectionName = None,
    width: Width = None,
) -> None:
    """실제 결제를 받기 전에 코드와 콘솔과 첫 결제에서 볼 것을 보입니다."""
    if context.invoked_subcommand is not None:
        return
    from portone_guide.go_live.decide import opening as opening_list

    view = view_of(Seen(plain, everything, section, width), OPENING_SECTIONS)
    book = load_rules(rules)
    keeper = PlanKeeper(plan, no_save=True)
    said = _said({}, keeper, book)
    answer = opening_list(book, said.portone, said.gateways, keeper.read().evidence.get(STEP))
    if json:
        from portone_guide.go_live.report import opening_report

        show_json(opening_report(answer))
        return
    from portone_guide.go_live.opening_screen import opening_page

    show_answer(opening_page(answer), view)


@asking(*SCAN)
def scan(
    given: Given,
    path: Annotated[str, typer.Argument(metavar="[PATH]", help=words.PATH)] = ".",
    pc_only: Annotated[bool, typer.Option("--pc-only", help=words.PC_ONLY)] = False,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="RULE", help=words.ONLY)] = None,
    skip: Annotated[list[str] | None, typer.Option("--skip", metavar="RULE", help=words.SKIP)] = None,
    sarif: Annotated[bool, typer.Option("--sarif", help=words.SARIF)] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help=words.EXIT_CODE)] = False,
    plan: PlanPath = None,
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
    """소스 코드를 읽어 실제 결제를 받기 전에 고칠 것과 확인할 것을 찾습니다."""
    keeper = PlanKeeper(plan, no_save=True)
    filed = Filed(json, "sarif" if sarif else format_, out, open_)
    handed = handing(filed, (*FORMATS, "sarif"), name="go-live", keep=keeper.path)
    view = view_of(Seen(plain, everything, section, width), SCAN_SECTIONS)
    book = load_rules(rules)
    names = _rules(book, only, skip)
    said = _said(given, keeper, book)._replace(pc_only=pc_only)
    found = _scanned(book, _tree(path), said, names)
    _show(found, handed, view)
    if exit_code and found.blocks:
        raise typer.Exit(Exit.CHECK_FAILED)


def _said(given: Given, keeper: PlanKeeper, book: RuleBook) -> "Said":
    """Return what was said by flags, and by the plan where they are silent."""
    from portone_guide.go_live.case import Said

    remembered = keeper.read()
    chosen = {GATEWAY.id: list(remembered.chosen)} if remembered.chosen else {}
    known = known_answers(SCAN, {**chosen, **answers_of(remembered.answers)}, given, keeper, book)
    said = read_flow(SCAN, {name: value for name, value in known.items() if name in _ASKED}, book)
    place = place_of(known, book)
    app = place is not None and place.platform == "app"
    return Said(said.of(PORTONE), said.of(GATEWAY), said.of(MERCHANT_ID), app=app)


_ASKED = frozenset(question.id for question in SCAN)


def _rules(book: RuleBook, only: list[str] | None, skip: list[str] | None) -> frozenset[str]:
    """Return the names of the rules to judge by.

    :raises CommandError: there is no such rule.
    """
    checks = book.go_live.checks
    for flag, names in (("--only", only), ("--skip", skip)):
        for name in names or ():
            if name not in checks:
                from portone_guide.needs.lookup import nearest
                from portone_guide.needs.words import did_you_mean

                hint = did_you_mean(nearest(name, checks, alike=0.4), words.rules_are(checks))
                raise CommandError("wrong_value", words.unknown_rule(flag, name), hint, flag=flag)
    return frozenset(only or checks) - frozenset(skip or ())


def _tree(text: str) -> Path:
    """Return the folder or file to read.

    :raises CommandError: there is none, or what reads code is not installed.
    """
    from portone_guide.code.trees import grammars_are_there

    if not grammars_are_there():
        raise CommandError("missing_extra", *words.NOT_INSTALLED)
    path = Path(text)
    if not path.exists():
        raise CommandError("wrong_value", *words.no_path(text))
    return path


def _scanned(book: RuleBook, root: Path, said: "Said", rules: Iterable[str]) -> "Scan":
    from portone_guide.code.files import Files
    from portone_guide.code.source import Source
    from portone_guide.go_live.decide import Read, scan

    files = Files(root)
    sources = {file.path: Source(file) for file in files}
    return scan(book, Read(str(root), sources, files.skipped, files.unread), said, frozenset(rules))


def _show(found: "Scan", handed: Handing, view: View) -> None:
    match handed.shape:
        case "json":
            from portone_guide.go_live.report import scan_report

            handed.json(scan_report(found))
        case "sarif":
            from portone_guide.go_live.sarif_report import sarif_report

            handed.json(sarif_report(found))
        case str() as shape:
            from portone_guide.go_live.screen import scan_document

            handed.text(written(scan_document(found), shape))
        case None:
            from portone_guide.go_live.screen import scan_page

            show_answer(scan_page(found), view)


def _group() -> Any:
    app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None, invoke_without_command=True)
    app.callback()(opening)
    app.command("scan", cls=Command)(scan)
    app.command("verify", cls=Command)(verify)
    return typer.main.get_command(app)


go_live = _group()
