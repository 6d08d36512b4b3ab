"""The program's entry: which commands there are, and how every run ends."""

import contextlib
import sys
from itertools import pairwise
from typing import Annotated, Any, NamedTuple, NoReturn

import typer

from portone_guide.shell.command import Group, command_of
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.shell.flags import All, Json, Plain, PlanPath, SectionName, Seen, Width
from portone_guide.terminal import out


class Entry(NamedTuple):
    """A command of the program: what it does, and the module and name of its function or group."""

    what: str
    where: tuple[str, str]


COMMANDS = {
    "select-pg": Entry("결제수단·연동방식·수수료로 결제대행사를 고릅니다", ("select_pg.command", "select_pg")),
    "checklist": Entry("사이트가 심사를 통과할 준비가 되었는지 확인합니다", ("checklist.command", "checklist")),
    "inspect": Entry("사이트를 심사자처럼 읽고 있는 것과 없는 것을 말합니다", ("inspect_site.command", "inspect")),
    "next-steps": Entry("고른 곳부터 첫 결제까지의 날짜와 할 일을 보입니다", ("next_steps.command", "next_steps")),
    "need-new-mid": Entry(
        "바꾸려는 것에 상점아이디가 더 필요한지 알려 줍니다", ("need_new_mid.command", "need_new_mid")
    ),
    "go-live": Entry("실제 결제를 받기 전에 코드와 첫 결제를 확인합니다", ("go_live.command", "go_live")),
    "report": Entry("계획 전체를 돌려 볼 한 쪽으로 만듭니다", ("report.command", "report")),
    "choose": Entry("고른 결제대행사를 적습니다", ("select_pg.choose_command", "choose")),
    "done": Entry("끝낸 단계를 적습니다", ("home.command", "done")),
    "undo": Entry("끝냈다고 적은 단계를 되돌립니다", ("home.command", "undo")),
    "waiting": Entry("신청하고 답을 기다리는 단계를 적고, 늦으면 물어볼 메일을 보입니다", ("home.command", "waiting")),
    "plan": Entry("계획 파일을 보거나 고치거나 새로 시작합니다", ("home.plan_command", "plan")),
    "compare": Entry("결제대행사를 나란히 비교합니다", ("facts.compare.command", "compare")),
    "fees": Entry("모든 결제대행사의 요율을 한 표로 보입니다", ("facts.fees.command", "fees")),
    "rules": Entry("규칙 파일을 점검하고 사실과 출처를 보입니다", ("facts.rules.command", "rules")),
    "questions": Entry("명령마다 무엇을 묻고 무엇을 적을 수 있는지 보입니다", ("questions.command", "questions")),
}
"""Every command, in the order of the journey. Its module is imported when it is named."""


class LazyGroup(Group):
    """A group that imports a command's module when the command is named."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return all command names, in the order of the journey."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import and return one command.

        :raises CommandError: there is none of that name.
        """
        if cmd_name not in COMMANDS:
            from portone_guide.needs.near_names import nearest
            from portone_guide.needs.words import did_you_mean

            hint = did_you_mean(nearest(cmd_name, COMMANDS, most=2), f"명령: {', '.join(COMMANDS)}")
            raise CommandError("unknown_command", f"모르는 명령입니다: '{cmd_name}'", hint)
        if cmd_name not in self.commands:
            from importlib import import_module

            room, name = COMMANDS[cmd_name].where
            found = getattr(import_module(f"portone_guide.{room}"), name)
            self.commands[cmd_name] = found if isinstance(found, Group) else command_of(found)
            self.commands[cmd_name].name = cmd_name
        return self.commands[cmd_name]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands without importing them."""
        with formatter.section("명령"):
            formatter.write_dl([(name, entry.what) for name, entry in COMMANDS.items()])


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
) -> None:
    """포트원(PortOne)으로 첫 결제를 받기까지 무엇을 해야 하는지 안내합니다.

    명령 없이 실행하면 지금 어디까지 왔고 다음에 무엇을 할지 보여 줍니다.
    """
    if version:
        out.say(f"{_version()}\n")
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
        from portone_guide.shell.failure_words import no_output

        return _closed(_tell(no_output(error), json=asks_for_json(arguments)))


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
        return _tell(_without_secrets(_as_told(error)), json=asks_for_json(arguments))


def _version() -> str:
    from portone_guide import __version__

    return f"portone-guide {__version__}"


def asks_for_json(arguments: list[str]) -> bool:
    """Tell whether a command line wants JSON, also where it can't be understood otherwise."""
    words = arguments[: arguments.index("--")] if "--" in arguments else arguments
    named = {word.partition("=")[0] for word in words}  # --json=yes is wrong, and meant
    return "--json" in named or "--format=json" in words or ("--format", "json") in pairwise(words)


def _as_told(error: BaseException) -> CommandError:
    """Return whatever ended a run as the error that is told."""
    if isinstance(error, CommandError):
        return error
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        return CommandError("interrupted", "멈췄습니다.")
    if hasattr(error, "format_message"):  # the command-line parser's own complaint
        return _wrong_usage(error)
    from portone_guide.rules.errors import RuleFileError
    from portone_guide.shell.failure_words import bad_rules, bug

    return bad_rules(error) if isinstance(error, RuleFileError) else bug(error)


def _without_secrets(error: CommandError) -> CommandError:
    """Return an error that repeats nothing that was typed in the wrong place and is a secret by its look."""
    from portone_guide.needs.secret_forms import hide_secrets
    from portone_guide.needs.words import HIDDEN

    said, *hints = (hide_secrets(line, HIDDEN) for line in (error.message, *error.hints))
    return CommandError(error.code, said, *hints, flag=error.flag and hide_secrets(error.flag, HIDDEN))


def _wrong_usage(error: Any) -> CommandError:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "portone-guide"
    flag = getattr(error, "option_name", None)
    from portone_guide.needs.secret_forms import hide_secrets
    from portone_guide.needs.words import HIDDEN

    said = hide_secrets(error.format_message(), HIDDEN, long=True)
    return CommandError(
        "unknown_flag" if type(error).__name__.startswith("NoSuchOption") else "wrong_usage",
        f"명령을 이해하지 못했습니다: {said}",
        f"쓰는 법: {command} --help",
        flag=flag,
    )


def _tell(error: CommandError, *, json: bool) -> int:
    if json:
        from portone_guide.shell.error_report import error_report

        out.write_json(error_report(error), error=True)
    else:
        out.tell(out.in_short("\n".join((error.message, *error.hints))))
    return error.exit
