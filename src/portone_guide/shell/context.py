"""What commands share: the clock, rule files, and how answers come in and results go out."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from portone_guide.rules.book import RuleBook
from portone_guide.rules.days import in_reach
from portone_guide.rules.loader import load
from portone_guide.shell import words
from portone_guide.shell.alone import alone
from portone_guide.shell.exits import CommandError
from portone_guide.terminal.out import write_json

if TYPE_CHECKING:
    from portone_guide.needs.question import Answers, Flow
    from portone_guide.needs.reading import Said
    from portone_guide.needs.requirements import Requirements
    from portone_guide.rules.models.method import MethodsFile


def day(text: str | None, flag: str = "--as-of") -> date:
    """Return the day that a flag asks for, or today.

    :raises CommandError: it is no date, or one that can't be counted from.
    """
    if text is None:
        return date.today()
    try:
        if len(text) != len("2026-11-23"):  # no week dates, no digits alone
            raise ValueError
        found = date.fromisoformat(text)
    except ValueError:
        raise CommandError("wrong_value", *words.no_day(flag, text), flag=flag) from None
    if not in_reach(found):
        raise CommandError("wrong_value", *words.day_out_of_reach(flag, text), flag=flag)
    return found


@cache
def shipped_rules() -> RuleBook:
    """Return the rule book of the shipped files, for those that answer more than once."""
    return load()


def load_rules(files: list[str] | None) -> RuleBook:
    """Return the rule book, with the user's files in place of the shipped ones of their kind."""
    if alone() and not files:
        return shipped_rules()
    return load(*(Path(name) for name in files or ()))


def parse(answers: "Answers", book: RuleBook, on: date) -> "Requirements":
    """Return the requirements that answers mean.

    :raises CommandError: an answer can't be understood.
    """
    from portone_guide.needs.requirements import requirements_from

    with told_by_flag():
        return requirements_from(answers, book, on)


def read_flow(flow: "Flow", answers: "Answers", book: RuleBook) -> "Said":
    """Return what the answers to a flow mean.

    :raises CommandError: an answer can't be understood.
    """
    from portone_guide.needs.reading import read

    with told_by_flag():
        return read(flow, answers, book)


@contextmanager
def told_by_flag() -> Iterator[None]:
    """Tell an answer that can't be understood with its flag, as an error of usage."""
    from portone_guide.needs.reading import AnswerError

    try:
        yield
    except AnswerError as error:
        from portone_guide.needs.words import problem_lines

        first, *more = problem_lines(error.problem)
        flag = error.question.flag_name
        raise CommandError("wrong_value", f"{flag}: {first}", *more, flag=flag) from None


def gateway_id(text: str, file: "MethodsFile") -> str:
    """Return the gateway that an argument names.

    :raises CommandError: none, or more than one; the nearest ids are told.
    """
    from portone_guide.needs.gateway_names import find_gateway
    from portone_guide.needs.reading import WrongValueError

    try:
        return find_gateway(text, file)
    except WrongValueError as error:
        from portone_guide.needs.words import problem_lines

        raise CommandError("wrong_value", *problem_lines(error.problem)) from None


def format_of(text: str | None, formats: Iterable[str], *, json: bool) -> str | None:
    """Return the format that ``--format`` or ``--json`` asks for; None: a screen.

    :raises CommandError: it is none of those that there are.
    """
    if text in {None, *formats}:
        return text or ("json" if json else None)
    from portone_guide.needs.words import allowed
    from portone_guide.shell.words import unknown_format

    raise CommandError("wrong_value", unknown_format(str(text)), allowed(formats), flag="--format")


def asking_allowed() -> bool:
    """Tell whether a person sits at a terminal and has the keyboard: both ends of it, so that no prompt reads a pipe.

    What reads the answer from a pipe (``less``) may read the keyboard, too: then nothing is asked. Into a file it is.
    """
    return not alone() and at_a_terminal() and not answers_into_pipe()


def at_a_terminal() -> bool:
    """Tell whether standard input and standard error are a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def answers_into_pipe() -> bool:
    """Tell whether another program reads what is answered."""
    try:
        return stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):  # no file at all, as in a test
        return False


def show_json(value: object, *, error: bool = False) -> None:
    """Print one JSON object and nothing else: indented for a person, on one line for a program (much faster)."""
    write_json(value, error=error)
