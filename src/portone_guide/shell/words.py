"""What commands share of words: the help of common flags, and what is said of days, the wizard and the plan."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from portone_guide.plan.store import DEFAULT_NAME
from portone_guide.rules.days import FIRST_DAY, LAST_DAY

HELP: Final = "이 설명을 보이고 끝냅니다."
AS_OF: Final = "이 날의 사실로 답합니다 (기본: 오늘)."
RULES: Final = "규칙 파일 대신 쓸 파일 (여러 번): 종류는 kind로 알아봅니다."
JSON: Final = "결과를 JSON 하나로 보입니다."
ASK: Final = "이미 답한 것도 다시 묻습니다."
PLAIN: Final = "표와 색 없이 줄글로 보입니다."
ALL: Final = "첫 화면만이 아니라 모두 보입니다."
SECTION: Final = "한 부분만 보입니다. 이름은 첫 화면에 있습니다."
WIDTH: Final = "이 칸 수에 맞춰 보입니다 (기본: 터미널 너비, 파이프에서는 80)."
PLAN: Final = f"계획 파일 (기본: 이 폴더의 {DEFAULT_NAME})."
FORMAT: Final = "파일로 만들 모양: html(돌려 볼 쪽), md(Markdown), json. 달력은 ics, 코드 검사는 sarif."
OUT: Final = "이 파일에 적습니다. --format이 없으면 이름의 끝(.html, .md ...)을 따릅니다."
INSTALL_COMPLETION: Final = "셸의 자동완성을 설치합니다 (bash, zsh, fish)."
SHOW_COMPLETION: Final = "자동완성 스크립트를 보입니다: bash, zsh, fish, powershell."
OPEN: Final = "만든 파일을 엽니다. --format이 없으면 html입니다."
ASKED: Final = "조건"
NO_SAVE: Final = "계획 파일에 적지 않습니다."
SAVE: Final = "플래그로 답한 것도 계획 파일에 적습니다 (--plan PATH를 적어도 같음)."
SAVE_OR_NOT: Final = ("--save와 --no-save는 하나만 적으세요.", "적으려면 --save, 적지 않으려면 --no-save")
NOT_SAVED: Final = "플래그로 답한 것은 적지 않았습니다. 남기려면 --save를 붙이세요."


def no_day(flag: str, text: str) -> tuple[str, str]:
    """Say that a flag's text is no date, and how one is written."""
    return f"{flag}: 날짜가 아닙니다: '{text}'", "2026-11-23처럼 적으세요."


def welcome(plan: str | None) -> str:
    """Say what the wizard does, and that answers are kept in a plan file (None: nowhere)."""
    from portone_guide.needs.words import UNKNOWN_LABEL

    kept = f"답은 {plan}에 남아, Ctrl-C로 멈춰도 이어서 할 수 있습니다." if plan else "답은 남기지 않습니다."
    return f"몇 가지를 여쭙고 답해 드립니다. 모르는 것은 '{UNKNOWN_LABEL}'를 고르세요. {kept}"


def way_on_by_plan(plan: str, command: str) -> list[str]:
    """Say how to go on after an interruption, with what the plan file has."""
    return [f"멈췄습니다. 여기까지 답한 것은 {plan}에 있습니다.", f"이어서 하기: {command}"]


def nothing_asked_for(command: str) -> tuple[str, str]:
    """Say that nothing is to be paid with, and how to answer that again."""
    return "받을 결제수단을 하나 이상 고르세요.", f"다시 고르기: {command}"


def way_on_by_flags(command: str) -> list[str]:
    """Say how to go on after an interruption where nothing was kept."""
    return ["멈췄습니다. 여기까지 답한 것으로 이어서 하기:", command]


def saved(path: Path) -> str:
    """Say that what flags answered is kept, and where."""
    return f"플래그로 답한 것을 {path.name}에 적었습니다."


def empty_flag(flag: str) -> tuple[str, str]:
    """Say that a flag has no value."""
    told = f"{flag}: 값이 비었습니다."
    return told, "값을 적거나 플래그를 빼세요 (모르면 unknown, 여럿을 받는 것에 하나도 없으면 none)."


def day_out_of_reach(flag: str, text: str) -> tuple[str, str]:
    """Say that a flag's day is too far away."""
    return f"{flag}: 셀 수 없는 날짜입니다: '{text}'", f"{FIRST_DAY}부터 {LAST_DAY}까지 적으세요."


def more_problems(count: int) -> str:
    """Say that there are more mistakes than are told."""
    return f"그 밖에 {count}건"


def key_and_problem(key: str, problem: str) -> str:
    """Say what is wrong with the value of a key."""
    return f"{key}: {problem}"


def plan_not_locked(path: Path, why: str) -> tuple[str, str]:
    """Say that the plan can't be kept from other runs, so that nothing is written."""
    told = f"계획 파일을 혼자 쓸 수 없어 바꾸지 않았습니다: {path}: {why}"
    return told, "쓸 수 있는 폴더에서 하거나 --plan PATH를, 적지 않고 답만 보려면 --no-save를 붙이세요."


def plan_not_written(path: Path, why: str) -> str:
    """Say that the plan file can't be written, and that the run goes on."""
    return f"계획을 {path}에 적지 못했습니다: {why}. 이번 실행의 답은 그대로 씁니다."


def no_plan_there(path: Path) -> str:
    """Say that what is no file was left alone."""
    return f"그대로 두었습니다: {path}. --plan에 다른 파일을 적으세요."


def plan_not_usable(path: Path, reset: str) -> str:
    """Say what to do about a plan file that can't be read."""
    return f"계획 파일을 쓸 수 없어 그대로 두었습니다: {path}. 고치거나, 새로 시작하려면 {reset}"


def unknown_format(text: str) -> str:
    """Say that ``--format`` has a value that there is not."""
    return f"--format: 모르는 값입니다: '{text}'"


def of_day(on: date) -> str:
    """Say of which day an answer is."""
    return f"{on}의 사실로 답했습니다."


def file_written(path: Path) -> str:
    """Say where a file is."""
    return f"적었습니다: {path}"


def file_not_written(path: Path, why: str) -> str:
    """Say that a file can't be written."""
    return f"--out: {path}에 적지 못했습니다: {why}"


def nothing_opens(path: Path) -> str:
    """Say that nothing here can open a file."""
    return f"열 프로그램을 찾지 못했습니다. 직접 여세요: {path}"


def no_format_of(name: str, formats: Iterable[str]) -> tuple[str, str]:
    """Say that a file's name tells no format, and which there are."""
    return f"--out: 이름만으로는 무엇으로 적을지 모릅니다: '{name}'", f"--format을 적으세요: {', '.join(formats)}"


def out_is_plan(path: Path) -> str:
    """Say that a result is not written over the plan."""
    return f"--out: 계획 파일은 덮어쓰지 않습니다: {path}"


def no_width(text: str, narrowest: int, widest: int) -> tuple[str, str]:
    """Say that a width is no number of columns that can be written in."""
    return f"--width: 칸 수가 아닙니다: '{text}'", f"{narrowest}부터 {widest} 사이의 숫자를 적으세요: --width 100"


def no_section(name: str) -> str:
    """Say that no answer of the command has a section of that name."""
    return f"--section: 모르는 이름입니다: '{name}'"


def section_not_here(name: str) -> str:
    """Say that this answer has nothing to tell under a section's name."""
    return f"--section: 이번 답에는 '{name}' 부분이 없습니다."
