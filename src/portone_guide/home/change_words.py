"""What is said of answers that were given anew."""

from collections.abc import Iterable, Mapping
from typing import Final

from portone_guide.home.plan_change import ChangedAnswer
from portone_guide.needs.question import UNKNOWN, Answer
from portone_guide.needs.words import NOTHING, UNKNOWN_LABEL

NOTHING_CHANGED: Final = "이미 그렇게 적혀 있어 바뀐 것이 없습니다."
NO_PAIR_HINT: Final = "예: portone-guide plan set tier=micro one_time=card,virtual_account"
NOTHING_TO_EDIT: Final = "아직 답한 것이 없습니다. 먼저 답하세요:"
NOBODY_TO_ASK: Final = "무엇을 고칠지 물어볼 터미널이 없습니다. 값을 적으세요:"
WHICH: Final = "무엇을 고칠까요?"
ENOUGH: Final = "다 고쳤습니다"


def change_lines(changed: Iterable[ChangedAnswer], asked: Mapping[str, str], given: Iterable[str]) -> list[str]:
    """Return a line for each answer that is another one now; what went because of others is told so."""
    meant, lines = set(given), []
    for key, before, after in changed:
        told = f"{asked.get(key, key)}: {_said(before)} -> {_said(after)}"
        lines.append(told if key in meant else f"{told} (새 답과 함께 쓸 수 없어 뺌)" if after is None else told)
    return lines


def _said(answer: Answer | None) -> str:
    if answer is None:
        return "(답 없음)"
    if answer == UNKNOWN:
        return UNKNOWN_LABEL
    return answer if isinstance(answer, str) else ", ".join(answer) or NOTHING


def no_pair(text: str) -> tuple[str, str]:
    """Say that a text is no ``KEY=VALUE``."""
    return f"'키=값'으로 적으세요: '{text}'", NO_PAIR_HINT


def no_key(text: str, near: Iterable[str], keys: Iterable[str]) -> tuple[str, str]:
    """Say that no answer has a key, and which may be meant."""
    names = ", ".join(near)
    return f"모르는 키입니다: '{text}'", f"혹시 이것인가요: {names}" if names else f"키: {', '.join(keys)}"


def broken_off(path: str, line: str) -> tuple[str, str]:
    """Say that a person went away, and how to go on."""
    return f"멈췄습니다. 여기까지 고친 것은 {path}에 있습니다.", f"이어서 하기: {line}"
