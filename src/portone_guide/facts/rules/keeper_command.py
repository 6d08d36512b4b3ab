"""``portone-guide rules new`` and ``rules fmt``: for those who keep the rule files."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from portone_guide.rules.errors import Problem, RuleFileError
from portone_guide.rules.os_words import why_not
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.shell.flags import Plain

_FOLDER = Path("data")


def new(
    gateway: Annotated[str, typer.Argument(metavar="GATEWAY", help="규칙 파일에서 부를 이름: 영문 소문자, 숫자, _")],
    plain: Plain = False,
) -> None:
    """새 결제대행사의 파일을 만듭니다: 표마다 적는 법이 있고, 비어 있습니다.

    여기에 data/gateways 폴더가 있으면 그 안에, 없으면 여기에 만듭니다.
    """
    from portone_guide.rules.loader import GATEWAY_FOLDER
    from portone_guide.rules.writing.new_gateway import is_gateway_id, skeleton
    from portone_guide.terminal.blocks import Bullets, Command, Text
    from portone_guide.terminal.show import show
    from portone_guide.terminal.text import clean

    if not is_gateway_id(gateway):
        raise CommandError(
            "wrong_value", f"쓸 수 없는 이름입니다: {clean(gateway)}", "영문 소문자로 시작해 소문자, 숫자, _로 적으세요"
        )
    folder = _FOLDER / GATEWAY_FOLDER
    path = (folder if folder.is_dir() else Path()) / f"{gateway}.yaml"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(skeleton(gateway))
    except FileExistsError:
        raise CommandError("wrong_value", f"이미 있는 파일입니다: {path}", "그 파일을 고치세요") from None
    except OSError as error:
        raise CommandError("wrong_value", f"파일을 쓸 수 없습니다: {path} ({why_not(error)})") from None
    rest = ("pg_methods.yaml: gateways, modules, support", "fees.yaml: fees", "sources.yaml: sources")
    show(
        (
            Text(f"만들었습니다: {path}", "good"),
            Text("이어서 적을 곳"),
            Bullets(rest),
            Command("portone-guide rules check", "빠진 것을 모두 보기"),
        ),
        plain=plain,
    )


def fmt(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE...]", help="규칙 파일이나 폴더. 적지 않으면 여기의 data 폴더."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="고치지 않고, 고칠 파일이 있으면 종료 코드 6으로 끝냅니다.")
    ] = False,
    plain: Plain = False,  # taken for the sake of scripts: its lines are as plain as can be
) -> int:
    """규칙 파일을 정해진 모양으로 고칩니다: 표와 키의 순서, 한 줄에 한 행. 사실과 설명은 그대로입니다."""
    from portone_guide.rules.writing.house_form import formatted
    from portone_guide.terminal.out import say

    texts: dict[Path, str] = {}
    problems: list[Problem] = []
    paths = list(_named(files or ()))
    for path in paths:
        try:
            before = _read(path)
            if (after := formatted(before, str(path))).encode() != before:
                texts[path] = after
        except RuleFileError as error:
            problems += error.problems
    if problems:
        raise RuleFileError(problems)
    for path, text in texts.items():
        if not check:
            _write(path, text)
        say(f"{'고칠 것이 있음' if check else '고침'}: {path}\n")
    say(f"규칙 파일 {len(paths)}개 가운데 {len(texts)}개를 {'고쳐야 합니다' if check else '고쳤습니다'}\n")
    return Exit.CHECK_FAILED if check and texts else Exit.OK


def _named(files: Sequence[str]) -> Iterator[Path]:
    from portone_guide.rules.loader import files_in

    if not files and not _FOLDER.is_dir():
        hint = "파일이나 폴더를 적으세요. 이 폴더라면: portone-guide rules fmt ./"
        raise CommandError("wrong_usage", f"여기에 {_FOLDER} 폴더가 없습니다", hint)
    for path in map(Path, files) if files else (_FOLDER,):
        yield from files_in(path) if path.is_dir() else (path,)


def _read(path: Path) -> bytes:
    from portone_guide.rules.reading.cache import RuleText

    return RuleText.read(path, str(path)).data


def _write(path: Path, text: str) -> None:
    from portone_guide.rules.reading.kept import write_whole

    try:
        write_whole(path, text.encode(), mode=0o644)
    except OSError as error:
        raise CommandError("wrong_value", f"파일을 쓸 수 없습니다: {path} ({why_not(error)})") from None
