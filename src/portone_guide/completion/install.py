"""Puts the completion script where a shell finds it, once; a shell's own file gets at most a line."""

import os
from pathlib import Path
from typing import Final, NamedTuple

from portone_guide.completion import words
from portone_guide.rules.os_words import why_not
from portone_guide.shell.exits import CommandError
from portone_guide.terminal.out import say


class _Home(NamedTuple):
    """Where a shell's script stands, the shell's own file and the line that it needs; None: it needs none."""

    script: str
    own: str | None = None
    line: str | None = None


_SCRIPTS: Final = {"bash": "bash.sh", "zsh": "zsh.zsh", "fish": "fish.fish", "powershell": "powershell.ps1"}
_HOMES: Final = {
    "bash": _Home(".bash_completions/portone-guide.sh", ".bashrc", "source ~/.bash_completions/portone-guide.sh"),
    "zsh": _Home(".zfunc/_portone-guide", ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
    "fish": _Home(".config/fish/completions/portone-guide.fish"),
}


def script(shell: str) -> str:
    """Return the completion script of a shell.

    :raises CommandError: there is none.
    """
    if shell not in _SCRIPTS:
        raise CommandError("wrong_value", *words.unknown_shell(shell), flag="--show-completion")
    return (Path(__file__).parent / "scripts" / _SCRIPTS[shell]).read_text("utf-8")


def install(home: Path | None = None) -> None:
    """Install completion for the shell that the program was called from, and say where.

    :raises CommandError: the shell is not known, or its files can't be written.
    """
    shell, home = _shell(), home or Path.home()
    if shell == "powershell":
        say(f"{words.POWERSHELL}\n")
        return
    if shell not in _HOMES:
        raise CommandError("wrong_value", *words.unknown_shell(shell), flag="--install-completion")
    place = _HOMES[shell]
    path = home / place.script
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script(shell), "utf-8")
        changed = _with_line(home / place.own, place.line) if place.own and place.line else None
    except OSError as error:
        raise CommandError("file_not_written", words.not_installed(path, why_not(error))) from None
    say(f"{words.installed(shell, path, changed)}\n")


def _with_line(path: Path, line: str) -> Path | None:
    """Add a line to a file that has none like it; None: it has."""
    before = path.read_text("utf-8") if path.exists() else ""
    if line in before.splitlines():
        return None
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{'' if not before or before.endswith(chr(10)) else chr(10)}{line}\n")
    return path


def _shell() -> str:
    """Return the name of the shell that the program was called from; else of the one that the person has."""
    import shellingham  # type: ignore[import-untyped]

    try:
        name: str = shellingham.detect_shell()[0]
    except (shellingham.ShellDetectionFailure, OSError):
        name = Path(os.environ.get("SHELL", "")).name or ("powershell" if os.name == "nt" else "")
    return "powershell" if name == "pwsh" else name
