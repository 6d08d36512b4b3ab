"""Whatever ends a run, as the error that is told: what is wrong, and what to do about it."""

from typing import TYPE_CHECKING, Any

import typer

from portone_guide.shell.exits import CommandError

if TYPE_CHECKING:
    from portone_guide.rules.errors import RuleFileError


def error_of(error: BaseException) -> CommandError:
    """Return whatever ended a run as the error that is told; it repeats no secret that was typed in the wrong place.

    With ``PORTONE_GUIDE_DEBUG`` a bug is raised as it is.
    """
    return _without_secrets(_with_pipe(_as_told(error)))


def _with_pipe(error: CommandError) -> CommandError:
    """Return an error that says why nobody was asked, where a pipe is why."""
    from portone_guide.shell.context import answers_into_pipe, at_a_terminal

    if error.code != "needs_answers" or not (at_a_terminal() and answers_into_pipe()):
        return error
    why = "결과를 파이프로 보낼 때는 묻지 않습니다: 받는 프로그램(less 등)도 키보드를 읽습니다."
    return CommandError(error.code, error.message, *error.hints, why, flag=error.flag)


def _as_told(error: BaseException) -> CommandError:
    """Return whatever ended a run as the error that is told."""
    if isinstance(error, CommandError):
        return error
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        return CommandError("interrupted", "멈췄습니다.")
    if hasattr(error, "format_message"):  # the command-line parser's own complaint
        return _wrong_usage(error)
    from portone_guide.rules.errors import RuleFileError

    return _bad_rules(error) if isinstance(error, RuleFileError) else _bug(error)


def _without_secrets(error: CommandError) -> CommandError:
    """Return an error that repeats nothing that was typed in the wrong place and is a secret by its look."""
    from portone_guide.needs.secret_forms import hide_secrets
    from portone_guide.needs.words import HIDDEN

    said, *hints = (hide_secrets(line, HIDDEN) for line in (error.message, *error.hints))
    return CommandError(error.code, said, *hints, flag=error.flag and hide_secrets(error.flag, HIDDEN))


def _wrong_usage(error: Any) -> CommandError:
    from portone_guide.needs.secret_forms import hide_secrets
    from portone_guide.needs.words import HIDDEN
    from portone_guide.shell.usage_words import usage_problem

    problem = usage_problem(error)
    said = hide_secrets(problem.message, HIDDEN, long=True)
    return CommandError(problem.code, said, *problem.hints, flag=problem.flag)


def _bad_rules(error: "RuleFileError") -> CommandError:
    from portone_guide.rules.errors import how_many, told_lines

    return CommandError(
        "bad_rules",
        told_lines(error.problems),
        f"규칙 파일에 잘못이 {how_many(error.problems)} 있습니다. 고친 뒤 확인: portone-guide rules check",
    )


def _bug(error: BaseException) -> CommandError:
    import os

    if os.environ.get("PORTONE_GUIDE_DEBUG"):
        raise error
    return CommandError(
        "bug",
        f"프로그램의 잘못입니다 ({type(error).__name__}): {error}",
        "답과 계획 파일은 그대로 있습니다. 자세히 보려면 PORTONE_GUIDE_DEBUG=1을 붙여 다시 실행하세요.",
    )
