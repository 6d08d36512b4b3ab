"""``portone-guide rules snapshot`` and ``rules drift``: whether the documents still say what the facts rest on."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from portone_guide.rules.os_words import why_not
from portone_guide.shell.context import load_rules, show_json
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import All, Json, Plain, SectionName, Seen, Width
from portone_guide.terminal.out import say

if TYPE_CHECKING:
    from portone_guide.facts.rules.drift.answer import Drift
    from portone_guide.facts.rules.drift.pages import Copy, Names
    from portone_guide.rules.book import RuleBook

_DIR = (
    "문서 폴더: mcp-server의 assets/docs, developers.portone.io의 src/routes/(root), 또는 그 위의 폴더. "
    "여럿이면 먼저 적은 것부터."
)


def snapshot(
    folders: Annotated[list[str], typer.Argument(metavar="DIR...", help=_DIR)],
    out: Annotated[str | None, typer.Option("--out", metavar="FILE", help="적을 파일 (없으면 표준출력)")] = None,
    plain: Plain = False,  # taken for the sake of scripts: one line is as plain as can be
) -> None:
    """문서 폴더를 읽어 쪽마다 절의 해시와 값을 잠금 파일로 적습니다.

    나중에 새 사본을 받으면 rules drift가 이것과 견주어 무엇이 바뀌었는지 알려 줍니다. 문서의 문장은 적지 않습니다.
    """
    from portone_guide.facts.rules.drift.decide import only_cited_areas, sources_by_page
    from portone_guide.facts.rules.drift.lock import dump_lock
    from portone_guide.facts.rules.drift.names import names_of

    book = load_rules(None)
    copy = only_cited_areas(_copy(folders, names_of(book.pg_methods)), sources_by_page(_urls(book)))
    text = dump_lock(copy)
    if out is None:
        say(text)
        return
    from portone_guide.facts.rules.drift.words import out_problem, unread_text, written_text

    try:
        part = Path(f"{out}.part")
        part.write_text(text, "utf-8")
        part.replace(out)
    except (OSError, ValueError) as error:
        reason = why_not(error)
        raise CommandError("wrong_value", *out_problem(Path(out), reason), flag="--out") from None
    for one in copy.unread:
        say(f"{unread_text(one)}\n")
    sections = sum(len(page.sections) for page in copy.pages.values())
    say(f"{written_text(Path(out), len(copy.pages), sections)}\n")


def drift(
    folders: Annotated[list[str], typer.Argument(metavar="DIR...", help=_DIR)],
    lock: Annotated[
        str | None,
        typer.Option("--lock", metavar="FILE", help="견줄 잠금 파일 (없으면 규칙 파일이 근거로 삼은 사본의 것)"),
    ] = None,
    json: Json = False,
    plain: Plain = False,
    everything: All = False,
    section: SectionName = None,
    width: Width = None,
) -> None:
    """문서의 새 사본에서 무엇이 바뀌었고 어느 사실을 다시 읽어야 하는지 보입니다.

    인터넷을 쓰지 않습니다. 바뀐 값은 규칙 파일의 파일:줄과 함께, 해로운 순서(돈, 아이디, 지원, 절차, 말)로 나옵니다.
    """
    from portone_guide.facts.rules.drift.words import SECTIONS
    from portone_guide.shell.showing import show_answer, view_of

    view = view_of(Seen(plain, everything, section, width), SECTIONS)
    found = _drift(folders, lock)
    if json:
        from portone_guide.facts.rules.drift.report import drift_report

        show_json(drift_report(found))
        return
    from portone_guide.facts.rules.drift.screen import drift_page

    show_answer(drift_page(found), view)


def _drift(folders: list[str], lock: str | None) -> "Drift":
    """Return what changed between a lock and folders.

    :raises CommandError: one of them can't be read.
    """
    from portone_guide.facts.rules.drift.citations import citations_in
    from portone_guide.facts.rules.drift.decide import Facts, drift, only_cited_areas, sources_by_page
    from portone_guide.facts.rules.drift.meaning import Meanings
    from portone_guide.facts.rules.drift.name_finder import NameFinder
    from portone_guide.facts.rules.drift.rule_files import rule_documents

    book = load_rules(None)
    kept = _lock(lock)
    sources = sources_by_page(_urls(book))
    copy = only_cited_areas(_copy(folders, kept.names), sources)
    names = frozenset(book.sources.sources)
    citations = citations_in(rule_documents(), names, NameFinder(kept.names), Meanings(kept.names))
    return drift(kept, copy, Facts(citations, sources))


def _urls(book: "RuleBook") -> dict[str, str]:
    return {name: source.url for name, source in book.sources.sources.items()}


def _copy(folders: list[str], names: "Names") -> "Copy":
    """Return the documents in folders.

    :raises CommandError: there are none.
    """
    from portone_guide.facts.rules.drift.folder import UnreadableFolderError, read_folders
    from portone_guide.facts.rules.drift.words import folder_problem

    try:
        return read_folders(tuple(Path(name) for name in folders), names)
    except UnreadableFolderError as error:
        raise CommandError("wrong_value", *folder_problem(error.path, error.reason)) from None


def _lock(name: str | None) -> "Copy":
    """Return the lock in a file, or the shipped one.

    :raises CommandError: it can't be read, or is none.
    """
    from portone_guide.facts.rules.drift.lock import LockError, load_lock
    from portone_guide.facts.rules.drift.rule_files import lock_text, shipped_lock
    from portone_guide.facts.rules.drift.words import lock_problem

    path = Path(name) if name is not None else shipped_lock()
    try:
        return load_lock(lock_text(path))
    except LockError:
        raise CommandError("wrong_value", *lock_problem(path, missing=False), flag="--lock") from None
    except (OSError, ValueError):
        raise CommandError("wrong_value", *lock_problem(path, missing=True), flag="--lock") from None
