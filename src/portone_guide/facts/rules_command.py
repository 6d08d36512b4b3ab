"""``portone-guide rules``: check the rule files, and see the facts with their sources."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from portone_guide.rules.errors import Problem, RuleFileError
from portone_guide.rules.loader import load
from portone_guide.shell.command import group_of
from portone_guide.shell.context import AsOf, Json, Plain, Rules, day, gateway_id, load_rules, show_json
from portone_guide.shell.exits import Exit

_GATEWAY = "결제대행사: tosspayments, kcp ... (이름도 됨)"


def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE...]", help="기본 파일 대신 넣어 볼 규칙 파일이나 폴더: 종류는 kind로 알아봅니다."
        ),
    ] = None,
    json: Json = False,
    plain: Plain = False,  # taken for the sake of scripts: one line is as plain as can be
) -> int:
    """규칙 파일의 잘못을 한 번에 모두 찾습니다.

    잘못이 있으면 '파일:줄:칸: 무엇이 잘못이고 무엇을 적을지'를 한 줄에 하나씩 보이고 4로 끝납니다.
    """
    paths = [Path(name) for name in files or ()]
    try:
        book = load(*paths)
    except RuleFileError as error:
        problems = sorted({*error.problems, *_more_problems(paths, error.problems)})
        if not json:
            raise RuleFileError(problems) from None
        from portone_guide.facts.sources_screen import check_json

        show_json(check_json(files or (), None, problems))
        return Exit.BAD_RULES
    from portone_guide.facts.sources_screen import check_json, passed_text
    from portone_guide.terminal.text import clean

    if json:
        show_json(check_json(files or (), book, ()))
    else:
        print(clean(passed_text(book, files or ())))
    return Exit.OK


def _more_problems(paths: Iterable[Path], found: list[Problem]) -> list[Problem]:
    """Return what is wrong in the files that the loader did not get to, because another could not be read."""
    from portone_guide.rules.reading.shape import shape
    from portone_guide.rules.reading.yaml_text import read

    known = {(Path(problem.file).resolve(), *problem[1:]) for problem in found}
    more: list[Problem] = []
    for path in paths:
        for inner in sorted(path.glob("*.yaml")) if path.is_dir() else [path]:
            if inner.is_file():  # a pipe has been read
                try:
                    shape(read(inner))
                except RuleFileError as error:
                    more += error.problems
    return [problem for problem in more if (Path(problem.file).resolve(), *problem[1:]) not in known]


def show(
    gateway: Annotated[str, typer.Argument(metavar="GATEWAY", help=_GATEWAY)],
    as_of: AsOf = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """한 결제대행사에 대해 규칙 파일이 말하는 모든 것을 출처와 함께 보입니다."""
    on = day(as_of)
    book = load_rules(rules)
    name = gateway_id(gateway, book.pg_methods)
    if json:
        from portone_guide.facts.report import gateway_json

        show_json(gateway_json(name, book, on))
        return
    from portone_guide.facts.gateway_screen import GatewayView, show_gateway

    show_gateway(GatewayView(book, name, on), plain=plain)


def sources(as_of: AsOf = None, rules: Rules = None, json: Json = False, plain: Plain = False) -> None:
    """모든 출처를 확인한 날, 지난 날수와 함께 보입니다: 180일이 넘으면 '오래됨'."""
    on = day(as_of)
    book = load_rules(rules)
    from portone_guide.facts.sources_screen import show_sources, sources_screen_json

    if json:
        show_json(sources_screen_json(book, on))
        return
    show_sources(book, on, plain=plain)


def conflicts(
    gateway: Annotated[str | None, typer.Argument(metavar="[GATEWAY]", help=_GATEWAY)] = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """출처끼리 어긋나는 곳을 두 쪽의 말과 고른 쪽, 까닭과 함께 보입니다."""
    book = load_rules(rules)
    from portone_guide.facts.gateway_facts import conflicts_of

    whose = gateway_id(gateway, book.pg_methods) if gateway else None
    names = conflicts_of(book, whose) if whose else tuple(book.conflicts.conflicts)
    from portone_guide.facts.sources_screen import conflicts_json, show_conflicts

    if json:
        show_json(conflicts_json(book, names, whose))
        return
    show_conflicts(book, names, whose, plain=plain)


rules = group_of(
    "규칙 파일을 점검하고, 사실을 출처와 함께 보입니다.", check=check, show=show, sources=sources, conflicts=conflicts
)
