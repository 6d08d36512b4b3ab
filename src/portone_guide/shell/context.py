"""What commands share: common flags, the clock, rule files, and how answers come in and results go out."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from portone_guide.rules.book import RuleBook
from portone_guide.rules.loader import load
from portone_guide.shell.exits import CommandError, Exit

if TYPE_CHECKING:
    from portone_guide.needs.answers import Answers
    from portone_guide.needs.requirements import Requirements

AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="이 날의 사실로 답합니다 (기본: 오늘).")]
Rules = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="FILE", help="규칙 파일 대신 쓸 파일 (여러 번): 종류는 kind로 알아봅니다."),
]
Json = Annotated[bool, typer.Option("--json", help="결과를 JSON 하나로 보입니다.")]
Plain = Annotated[bool, typer.Option("--plain", help="표와 색 없이 줄글로 보입니다.")]


def day(text: str | None) -> date:
    """Return the day asked for, or today.

    :raises CommandError: it is no date.
    """
    if text is None:
        return date.today()
    try:
        if len(text) == len("2026-11-23"):  # no week dates, no digits alone
            return date.fromisoformat(text)
        raise ValueError
    except ValueError:
        raise CommandError(Exit.USAGE, f"--as-of: 날짜가 아닙니다: '{text}'", "2026-11-23처럼 적으세요.") from None


def load_rules(files: list[str] | None) -> RuleBook:
    """Return the rule book, with the user's files in place of the shipped ones of their kind."""
    return load(*(Path(name) for name in files or ()))


def answers_from(arguments: Mapping[str, Any], **more: str | None) -> dict[str, Any]:
    """Return the answers among a command's arguments, by question id, without those not given."""
    from portone_guide.needs.answers import QUESTION_IDS

    given = {name: arguments.get(name) for name in QUESTION_IDS} | more
    return {name: value for name, value in given.items() if value not in (None, [], False)}


def parse(answers: "Answers", book: RuleBook, on: date) -> "Requirements":
    """Return the requirements that answers mean.

    :raises CommandError: an answer can't be understood.
    """
    from portone_guide.needs.answers import AnswerError, flag_of, requirements_from

    try:
        return requirements_from(answers, book, on)
    except AnswerError as error:
        hint = [error.hint] if error.hint else []
        raise CommandError(Exit.USAGE, f"{flag_of(error.question)}: {error.message}", *hint) from None


def asking_allowed() -> bool:
    """Tell whether a person sits at a terminal: both ends of it, so that no prompt reads a pipe."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def show_json(value: object) -> None:
    """Print one JSON object and nothing else: indented for a person, on one line for a program (much faster)."""
    import json

    indent = 2 if sys.stdout.isatty() else None
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")
