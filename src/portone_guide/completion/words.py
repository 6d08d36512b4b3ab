"""What is said when completion is installed."""

from pathlib import Path
from typing import Final

POWERSHELL: Final = "PowerShell에서는: portone-guide --show-completion powershell >> $PROFILE"


def installed(shell: str, path: Path, changed: Path | None) -> str:
    """Say where completion was installed, and what was added to the shell's own file."""
    added = f"\n{changed}에 불러오는 줄을 더했습니다." if changed else ""
    return f"{shell} 자동완성을 설치했습니다: {path}{added}\n새 터미널부터 Tab으로 완성됩니다."


def unknown_shell(name: str) -> tuple[str, str]:
    """Say that there is no completion for a shell, and how to have a script."""
    return (
        f"어느 셸인지 알 수 없습니다: '{name}'",
        "스크립트를 받아 직접 넣으세요: portone-guide --show-completion bash (zsh, fish, powershell)",
    )


def not_installed(path: Path, why: str) -> str:
    """Say that a file of the shell can't be written."""
    return f"자동완성을 적지 못했습니다: {path}: {why}"
