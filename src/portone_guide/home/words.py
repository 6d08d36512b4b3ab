"""What ``home`` says of steps and of the plan file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from portone_guide.needs.words import did_you_mean
from portone_guide.rules.models.roadmap import Days

NOT_KEPT: Final = "적지 못해 바뀐 것이 없습니다: 쓸 수 있는 폴더에서 하거나 --plan을 적으세요."
NOBODY_TO_ASK: Final = "새로 시작할지 물어볼 터미널이 없습니다: --yes를 적으세요."


def business_days_text(days: Days) -> str:
    """Return how long a step takes: ``영업일 3일``, ``영업일 3~5일``."""
    return f"영업일 {days.min}일" if days.min == days.max else f"영업일 {days.min}~{days.max}일"


def unknown_step(name: str, near: Iterable[str], names: Iterable[str]) -> tuple[str, str]:
    """Say that there is no step of a name, and which there are."""
    return f"모르는 단계입니다: '{name}'", did_you_mean(near, f"단계: {', '.join(names)}")


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
