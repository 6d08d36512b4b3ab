"""What is wrong with a command line, in Korean: the parser's own complaints are in English."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from portone_guide.needs.lookup import nearest
from portone_guide.needs.words import did_you_mean
from portone_guide.shell.exits import CommandError, ErrorCode


class UsageProblem(NamedTuple):
    """What is wrong, what to do about it, and the flag that it is about, where it is about one."""

    code: ErrorCode
    message: str
    hints: tuple[str, ...]
    flag: str | None = None


def usage_problem(error: Any) -> UsageProblem:
    """Return what the parser complains of; a complaint that is not known by its kind keeps the way to the help."""
    context = getattr(error, "ctx", None)
    help_ = f"쓰는 법: {context.command_path if context else 'portone-guide'} --help"
    flag, said = getattr(error, "option_name", None), error.format_message()
    match type(error).__name__:
        case "NoSuchOption":
            near = did_you_mean(nearest(str(flag), _flags(context), most=2, alike=0.6), "")
            hints = (near, help_) if near else (help_,)
            return UsageProblem("unknown_flag", f"모르는 플래그입니다: '{flag}'", hints, flag)
        case "MissingParameter":
            return UsageProblem("wrong_usage", _missing(error.param), (help_,))
        case "BadOptionUsage" if "requires" in said:
            return UsageProblem("wrong_usage", f"{flag}: 값을 적지 않았습니다.", (help_,), flag)
        case "BadOptionUsage":
            return UsageProblem("wrong_usage", f"{flag}: 값을 받지 않는 플래그입니다.", (help_,), flag)
    if found := re.search(r"unexpected extra arguments?(?:\(s\))? \((.*)\)", said):
        return UsageProblem("wrong_usage", f"받지 않는 값이 더 있습니다: '{found[1]}'", (help_,))
    if "Missing command" in said:
        return UsageProblem("wrong_usage", "명령을 적지 않았습니다.", (help_,))
    return UsageProblem("wrong_usage", "명령을 이해하지 못했습니다.", (help_,))


def unknown_command(name: str, names: Iterable[str]) -> CommandError:
    """Return the error that there is no command of a name, with the nearest ones."""
    names = tuple(names)
    hint = did_you_mean(nearest(name, names, most=2), f"명령: {', '.join(names)}")
    return CommandError("unknown_command", f"모르는 명령입니다: '{name}'", hint)


def _flags(context: Any) -> list[str]:
    if context is None:
        return []
    params = context.command.get_params(context)
    return [name for param in params for name in (*param.opts, *param.secondary_opts) if name.startswith("--")]


def _missing(param: Any) -> str:
    name = param.metavar if param.param_type_name == "argument" else param.opts[0]
    told = getattr(param, "help", None)
    return f"{name}: 적지 않았습니다{f': {told}' if told else ''}"
