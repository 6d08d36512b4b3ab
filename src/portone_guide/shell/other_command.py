"""Runs another command of the program for what it gives, without its screen."""

from typing import Any

from portone_guide.terminal.out import taking


def run_other(context: Any, name: str, *arguments: str) -> Any:
    """Run a command by its name and return what its function gives; what it prints as its answer is left out."""
    root = context.find_root()
    command = root.command.get_command(root, name)
    with taking():
        return command.main(args=list(arguments), prog_name=f"portone-guide {name}", standalone_mode=False)
