"""What ``rules drift`` and ``rules snapshot`` say."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from portone_guide.facts.rules.drift.answer import Change, ChangeKind, Drift, Fact, Unread, UnreadReason
from portone_guide.facts.rules.drift.folder import FolderReason
from portone_guide.rules.korean_particles import with_particle

KINDS: Final[Mapping[ChangeKind, str]] = {
    "value_gone": "값이 바뀌거나 없어짐",
    "value_new": "값이 새로 생김",
    "wording": "문장만 바뀜",
    "page_gone": "없어진 쪽",
    "page_new": "새로 생긴 쪽",
    "renamed": "이름이 바뀜",
}
SECTIONS: Final[Mapping[str, str]] = {
    "money": "돈",
    "ids": "아이디와 코드",
    "support": "지원과 이름",
    "procedure": "절차와 숫자",
    "words": "없어진 쪽",
    "unused": "규칙에 걸리지 않는 변화",
    "wording": "문장만 바뀐 곳",
}
"""What ``--section`` takes: changes that facts rest on by harm, then the others."""
_FOLDER: Final[Mapping[FolderReason, tuple[str, str]]] = {
    "missing": ("그런 폴더가 없습니다: {}", "문서 저장소를 받은 폴더를 적으세요."),
    "no_folder": ("폴더가 아닙니다: {}", "파일이 아니라 문서가 든 폴더를 적으세요."),
    "denied": ("폴더를 열 수 없습니다: {}", "읽을 수 있는 폴더인지 확인하세요."),
    "no_pages": ("문서가 없는 폴더입니다: {}", "help, opi, release-notes, schema 폴더에 .md나 .mdx가 있어야 합니다."),
    "unread": ("읽을 수 있는 문서가 없습니다: {}", "UTF-8로 적은 4MB까지의 글인지 확인하세요."),
    "too_many": ("파일이 너무 많은 폴더입니다: {}", "문서가 든 폴더만 적으세요."),
}
_UNREAD: Final[Mapping[UnreadReason, str]] = {
    "no_file": "보통 파일이 아님(링크 등)",
    "too_large": "4MB가 넘음",
    "binary": "글이 아닌 파일",
    "encoding": "UTF-8이 아님",
    "denied": "열 수 없음",
}
_LONGEST: Final = 90


def folder_problem(path: Path, reason: FolderReason) -> tuple[str, str]:
    """Return what is wrong with a folder, and what to do."""
    said, hint = _FOLDER[reason]
    return said.format(f"'{path}'"), hint


def lock_problem(path: Path, *, missing: bool) -> tuple[str, str]:
    """Return what is wrong with a lock, and what to do."""
    said = (
        f"--lock: 잠금 파일을 읽을 수 없습니다: '{path}'"
        if missing
        else f"--lock: 이 프로그램의 잠금 파일이 아닙니다: '{path}'"
    )
    return said, "만드는 법: portone-guide rules snapshot --help"


def out_problem(path: Path, reason: str) -> tuple[str, str]:
    """Return why a lock can't be written."""
    return f"잠금 파일을 적을 수 없습니다: '{path}' ({reason})", "적을 수 있는 파일을 --out에 적으세요."


def written_text(path: Path, pages: int, sections: int) -> str:
    """Return what a snapshot wrote."""
    return f"{path}: {pages:,}쪽의 {sections:,}절을 적었습니다."


def unread_text(one: Unread) -> str:
    """Return a file that could not be read."""
    return f"읽지 못함: {one.file} ({_UNREAD[one.reason]})"


def summary_text(found: Drift) -> str:
    """Return how much there is to read."""
    share = 100 * found.read_again / found.citations if found.citations else 0
    return (
        f"{found.compared:,}쪽을 견주었습니다. 다시 읽을 것은 규칙이 문서를 든 {found.citations:,}곳 가운데 "
        f"{found.read_again:,}곳({share:.1f}%)입니다."
    )


def change_text(change: Change) -> str:
    """Return a change in a line."""
    where = f"{change.source}{f' [{change.section}]' if change.section else ''}"
    return f"{where}: {_values(change)}"


def _values(change: Change) -> str:
    old, new = _short(change.old), _short(change.new)
    match change.kind:
        case "renamed":
            return f"이름이 {old}에서 {with_particle(new, '으로')} 바뀜, {len(change.pages)}쪽"
        case "page_gone" | "page_new" | "wording":
            return KINDS[change.kind]
        case _:
            return f"{old or '(없음)'} -> {new or '(없음)'}"


def _short(text: str | None) -> str:
    if text is None:
        return ""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3]}..."


def fact_text(fact: Fact) -> str:
    """Return a fact with its place."""
    return f"{fact.file}:{fact.line} {fact.what}"


def more_text(number: int) -> str:
    """Return that there are more facts."""
    return f"그 밖에 {number:,}곳"


def count_text(title: str, number: int) -> str:
    """Return how many changes there are of one sort."""
    return f"{title}: {number:,}곳"


def missing_text(found: Drift) -> str:
    """Return the parts that the folder does not have."""
    return f"이 폴더에 없어 견주지 않은 부분: {', '.join(found.missing_areas)}"


NOTHING: Final = "바뀐 것이 없습니다."
NO_FACT: Final = "규칙에 걸리는 변화는 없습니다."
