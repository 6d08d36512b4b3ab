"""The program's entry: how commands are found, and how every run ends."""

import contextlib
import os
import sys
from itertools import pairwise
from typing import Annotated, Any, NoReturn

import typer

from portone_guide.commands import COMMANDS
from portone_guide.shell.command import Group, command_of
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.shell.flags import (
    All,
    InstallCompletion,
    Json,
    Plain,
    PlanPath,
    SectionName,
    Seen,
    ShowCompletion,
    Width,
)
from portone_guide.terminal import out


class LazyGroup(Group):
    """A group that imports a command's module when the command is named."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return all command names, in the order of the journey."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import and return one command; None: there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            from importlib import import_module

            room, name = COMMANDS[cmd_name].where
            found = getattr(import_module(f"portone_guide.{room}"), name)
            self.commands[cmd_name] = found if isinstance(found, Group) else command_of(found)
            self.commands[cmd_name].name = cmd_name
        return self.commands[cmd_name]

    def summaries(self, ctx: Any) -> list[tuple[str, str]]:
        """Return what each command does, without importing any."""
        return [(name, entry.what) for name, entry in COMMANDS.items()]


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    invoke_without_command=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def root(
    context: typer.Context,
    *,
    plan: PlanPath = None,
    json: Json = False,
    plain: Plain = False,
    everything: All = False,
    section: SectionName = None,
    width: Width = None,
    version: Annotated[bool, typer.Option("--version", help="버전을 보이고 끝냅니다.")] = False,
    install_completion: InstallCompletion = False,
    show_completion: ShowCompletion = None,
) -> None:
    """포트원(PortOne)으로 첫 결제를 받기까지 무엇을 해야 하는지 안내합니다.

    명령 없이 실행하면 지금 어디까지 왔고 다음에 무엇을 할지 보여 줍니다.
    """
    if version:
        out.say(f"{_version()}\n")
        raise typer.Exit
    if install_completion or show_completion is not None:
        from portone_guide.completion.install import install, script

        install() if show_completion is None else out.say(script(show_completion))
        raise typer.Exit
    if context.invoked_subcommand is None:
        from portone_guide.home.command import show_home
        from portone_guide.home.section_words import SECTIONS
        from portone_guide.shell.context import load_rules
        from portone_guide.shell.plan_file import PlanKeeper
        from portone_guide.shell.showing import view_of

        view = view_of(Seen(plain, everything, section, width), SECTIONS)
        show_home(PlanKeeper(plan), load_rules(None), view, json=json)


def main() -> NoReturn:
    """Run the program and end the process with one of the exit codes in ``exits.py``."""
    from portone_guide.shell.signals import stop_as_with_ctrl_c

    stop_as_with_ctrl_c()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; every error is told in one to three lines, or as JSON."""
    try:
        out.open_streams()
        code = _answered(arguments)
        out.close_streams()
        return code
    except out.ReaderLeftError:
        return _closed(Exit.OK)
    except out.NoOutputError as error:
        return _closed(_tell(_no_output(error), json=asks_for_json(arguments)))


def _closed(code: int) -> int:
    with contextlib.suppress(out.ReaderLeftError, out.NoOutputError):
        out.close_streams()
    return code


def _answered(arguments: list[str]) -> int:
    try:
        if arguments == ["--version"]:
            out.say(f"{_version()}\n")
            return Exit.OK
        command = typer.main.get_command(app)
        if os.environ.get("_PORTONE_GUIDE_COMPLETE"):
            from portone_guide.completion.answering import answer_shell

            answer_shell(command)
            return Exit.OK
        result = command.main(args=arguments, prog_name="portone-guide", standalone_mode=False)
        if result == Exit.INTERRUPTED:
            raise KeyboardInterrupt  # the parser makes a silent exit of it
        return result if isinstance(result, int) else Exit.OK
    except (out.ReaderLeftError, out.NoOutputError):
        raise
    except (Exception, KeyboardInterrupt) as error:
        if type(error).__name__.startswith("NoArgsIsHelp"):
            context = getattr(error, "ctx", None)
            out.say(f"{context.get_help() if context else error}\n")
            return Exit.OK
        from portone_guide.shell.error_words import error_of

        return _tell(error_of(error), json=asks_for_json(arguments))


def _version() -> str:
    from portone_guide import __version__

    return f"portone-guide {__version__}"


def asks_for_json(arguments: list[str]) -> bool:
    """Tell whether a command line wants JSON, also where it can't be understood otherwise."""
    words = arguments[: arguments.index("--")] if "--" in arguments else arguments
    named = {word.partition("=")[0] for word in words}  # --json=yes is wrong, and meant
    return "--json" in named or "--format=json" in words or ("--format", "json") in pairwise(words)


def _no_output(error: out.NoOutputError) -> CommandError:
    return CommandError("no_output", f"결과를 표준 출력에 쓸 수 없습니다: {error}")


def _tell(error: CommandError, *, json: bool) -> int:
    if json:
        from portone_guide.shell.error_report import error_report

        out.write_json(error_report(error), error=True)
    else:
        out.tell(out.in_short("\n".join((error.message, *error.hints))))
    return error.exit
