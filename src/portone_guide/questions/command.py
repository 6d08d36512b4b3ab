"""``portone-guide questions``: what each command can be told, for programs that answer in place of a person."""

from typing import Annotated, Any

import typer

from portone_guide.questions.decide import listed
from portone_guide.shell.context import load_rules, show_json
from portone_guide.shell.flags import Json, Plain, Rules
from portone_guide.shell.usage_words import unknown_command


def questions(
    context: typer.Context,
    command: Annotated[str | None, typer.Argument(metavar="[COMMAND]", help="명령: select-pg, checklist ...")] = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """명령마다 무엇을 묻는지, 어느 플래그에 무엇을 적을 수 있는지 보입니다.

    명령을 적지 않으면 묻는 명령을 모두 보입니다.
    """
    root: Any = context.find_root()
    flows = {name: root.command.get_command(root, name).questions for name in _named(root, command)}
    book = load_rules(rules)
    found = [listed(name, flow(book), book) for name, flow in flows.items()]
    if not command:
        found = [entry for entry in found if entry.questions]
    if json:
        from portone_guide.questions.report import questions_report

        show_json(questions_report(found))
        return
    from portone_guide.questions.screen import questions_screen
    from portone_guide.terminal.show import show

    show(questions_screen(found), plain=plain)


def _named(root: Any, command: str | None) -> list[str]:
    """Return the command that is named, or all.

    :raises CommandError: there is none of that name.
    """
    names: list[str] = root.command.list_commands(root)
    if command is None:
        return names
    if command not in names:
        raise unknown_command(command, names)
    return [command]
