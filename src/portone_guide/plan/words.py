"""What the plan file says of itself, and why one can't be used."""

from collections.abc import Iterable
from typing import Final

from portone_guide.rules.errors import shown

HEAD: Final = """\
# portone-guide의 계획 파일: 답한 것과 한 일이 적혀 있습니다.
# 손으로 고쳐도 되고 git에 올려도 됩니다. 비밀키, 서류, 사업자등록번호는 적지 마세요.
# 보기: portone-guide plan show   처음부터: portone-guide plan reset
"""
NO_FILE: Final = "보통 파일이 아닙니다(폴더, 파이프, 장치 등): 다른 파일을 적으세요"
LOCKED: Final = "다른 실행이 적고 있어 기다리다 멈췄습니다. 끝난 뒤 다시 하세요."
WOULD_NOT_READ: Final = "적으면 다시 읽을 수 없어 적지 않았습니다: 한 줄에 키 하나씩, 보통의 모양으로 고치세요"


def newer_version(version: str) -> str:
    """Say that a file is of a version that this program does not know."""
    return f"더 새로운 버전({version})의 계획 파일입니다: portone-guide를 새로 설치하세요"


def no_free_name(stem: str) -> str:
    """Say that all names for an old plan are taken."""
    return f"{stem}.old-* 파일이 너무 많습니다: 지우고 다시 하세요"


def not_readable(why: str) -> str:
    """Say that a file can't be read."""
    return f"파일을 읽을 수 없습니다: {why}"


def unknown_answer(key: str, near: Iterable[str]) -> str:
    """Say that no question has an answer of that key, and which keys are spelled like it."""
    names = ", ".join(near)
    meant = f"혹시 이것인가요: {names}" if names else "철자를 확인하거나 지우세요"
    return f"모르는 답입니다: {shown(key)} - {meant}"


def too_large(most: int) -> str:
    """Say that a file is larger than any plan."""
    return f"계획 파일이 너무 큽니다: {most // 1_000_000}MB까지"
