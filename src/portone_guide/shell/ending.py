"""How a run that can't go on ends: whatever stopped it is one error, told in one to three lines or as JSON."""

import os
from typing import TYPE_CHECKING, Any

import typer

from portone_guide.shell import error_words as words
from portone_guide.shell.exits import CommandError
from portone_guide.terminal import out

if TYPE_CHECKING:
    from portone_guide.rules.errors import RuleFileError


def tell_end(error: BaseException, *, json: bool) -> int:
    """Tell what ended a run, without secrets that were typed in the wrong place, and return its exit code."""
    told = _without_secrets(_as_told(error))
    if json:
        from portone_guide.shell.error_report import error_report

        out.write_json(error_report(told), error=True)
    else:
        out.tell(out.in_short("\n".join((told.message, *told.hints))))
    return told.exit


def _as_told(error: BaseException) -> CommandError:
    """Return whatever ended a run as the error that is told."""
    if isinstance(error, CommandError):
        return error
    if isinstance(error, out.NoOutputError):
        return CommandError("no_output", words.no_output(str(error)))
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        return CommandError("interrupted", words.STOPPED)
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

    return CommandError("bad_rules", told_lines(error.problems), words.bad_rules(how_many(error.problems)))


def _bug(error: BaseException) -> CommandError:
    if os.environ.get("PORTONE_GUIDE_DEBUG"):
        raise error
    return CommandError("bug", *words.bug(type(error).__name__, str(error)))
