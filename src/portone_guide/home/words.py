"""What ``home`` says of the plan file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

NOT_KEPT: Final = "적지 못해 바뀐 것이 없습니다: 쓸 수 있는 폴더에서 하거나 --plan을 적으세요."
NOBODY_TO_ASK: Final = "새로 시작할지 물어볼 터미널이 없습니다: --yes를 적으세요."


def not_chosen_yet(flags: Iterable[str]) -> tuple[str, str, str]:
    """Say that a choice is only done once something is chosen, and how to say what."""
    choose, select = (" ".join(["portone-guide", command, *flags]) for command in ("choose", "select-pg"))
    told = "아직 고른 결제대행사가 없어 끝냈다고 적지 않았습니다."
    return told, f"고른 곳을 적으세요(뒤에 이름을 붙이면 묻지 않습니다): {choose}", f"아직 모르면: {select}"


def over_already(title: str, undo: str) -> tuple[str, str]:
    """Say that nobody waits for what is over, and how to take that back."""
    return f"이미 끝낸 단계입니다: {title}", f"되돌리기: {undo}"


def no_plan(path: Path, flags: Iterable[str]) -> str:
    """Say that there is no plan file, and how to begin one with the same flags."""
    return f"계획 파일이 없습니다: {path}. 시작하기: {' '.join(['portone-guide select-pg', *flags])}"


def set_aside_question(path: Path) -> str:
    """Ask whether to begin anew."""
    return f"지금 계획은 옆에 남겨 두고 새로 시작할까요? {path}"


def not_moved(path: Path, why: str) -> str:
    """Say that the plan file could not be moved out of the way."""
    return f"옮기지 못했습니다: {path}: {why}"


def begun_anew(kept: Path) -> str:
    """Say that the plan is a new one, and where the old one is."""
    return f"새로 시작합니다. 앞의 계획은 {kept}에 남겼습니다."
