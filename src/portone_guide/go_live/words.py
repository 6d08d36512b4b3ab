"""What ``go-live`` says: help, errors, and the sentences of codes."""

from collections.abc import Iterable, Mapping
from typing import Final

from portone_guide.code.files import Skipped
from portone_guide.go_live.answer import Finding, Scan
from portone_guide.needs.reason import Reason, Sentences, sentence
from portone_guide.rules.models.go_live import Level

PATH: Final = "읽을 폴더나 파일 (기본: 이 폴더)"
PC_ONLY: Final = "PC에서만 결제를 받습니다: 모바일에서 돌아올 주소를 묻지 않습니다."
ONLY: Final = "이 규칙만 봅니다 (여러 번): test_merchant_id ..."
SKIP: Final = "이 규칙은 보지 않습니다 (여러 번)."
SARIF: Final = "코드 검사 도구가 읽는 SARIF 2.1.0으로 보입니다."
EXIT_CODE: Final = "열 수 없는 것이 있으면 종료 코드 6으로 끝냅니다."
NOT_INSTALLED: Final = ("코드를 읽는 것이 설치되지 않았습니다. 설치: pip install 'portone-guide[go-live]'",)
LEVELS: Final[Mapping[Level, str]] = {"block": "미흡", "ask": "확인"}
SKIPPED: Final[Mapping[Skipped, str]] = {
    "ignored": ".gitignore에 있음",
    "vendored": "받아 온 폴더",
    "built": "만들어진 폴더",
    "minified": "줄인 파일",
    "large": "1MB가 넘음",
    "link": "링크",
    "unreadable": "읽을 수 없음",
    "other": "읽지 않는 종류",
}
_WHERE: Final = {
    "here": "이 소스의 서버 코드에서 찾지 못했습니다.",
    "elsewhere": "이 소스에는 서버 코드가 없습니다. 서버가 다른 저장소에 있으면 거기서 확인하세요.",
}
DETAILS: Final[Sentences] = {
    "test_merchant_id.detail": lambda id: f"공용 테스트 상점아이디: {id}",
    "missing_param.detail": lambda names: f"빠진 것: {', '.join(names)}",
    "no_server_check.detail": lambda where: _WHERE[where],
    "no_webhook.detail": lambda where: _WHERE[where],
    "mixed_versions.detail": lambda versions, said: f"코드에서 부른 것: {_called(versions)}{_wanted(said)}",
    "webhook_old_format.detail": lambda: "콘솔에서 이 웹훅의 버전이 2024-04-25인지 확인하세요.",
    "secret.detail": lambda name, length: f"{name or '값'} ({length}자)",
    "secret.name": lambda name: f"{name}",
    "unread.file": lambda: "글자를 읽을 수 없는 파일입니다.",
    "unread.request": lambda call: f"{call}에 넘긴 값을 따라갈 수 없습니다.",
    "unread.spread": lambda call: f"{call}에 넘긴 값의 일부를 따라갈 수 없습니다.",
}


def _called(versions: Iterable[str]) -> str:
    return ", ".join(version.upper() for version in versions)


def _wanted(said: str | None) -> str:
    return f", 쓰기로 한 것: {said.upper()}" if said else ""


def detail(reason: Reason | None) -> str:
    """Return the sentence of a finding's own facts; empty where it has none."""
    return sentence(reason, DETAILS) if reason else ""


def place(found: Finding) -> str:
    """Return where something was found, as editors open it."""
    return f"{found.path}:{found.line}:{found.column}"


def unknown_rule(flag: str, name: str) -> str:
    """Say that there is no rule of a name."""
    return f"{flag}: 모르는 규칙입니다: '{name}'"


def rules_are(names: Iterable[str]) -> str:
    """Say which rules there are."""
    return f"규칙: {', '.join(names)}"


def no_path(text: str) -> tuple[str, str]:
    """Say that there is nothing to read."""
    return f"없는 경로입니다: '{text}'", "이 폴더를 보려면: portone-guide go-live scan"


def read_text(found: Scan) -> str:
    """Say what was read and what was left out."""
    left = ", ".join(f"{SKIPPED[reason]} {number}" for reason, number in sorted(found.skipped.items()) if number)
    calls = f"결제창을 여는 곳 {found.calls}곳" if found.calls else "결제창을 여는 곳을 찾지 못함"
    versions = f" ({', '.join(version.upper() for version in found.versions)})" if found.versions else ""
    return f"파일 {found.read}개를 읽음: {calls}{versions}. 건너뜀: {left or '없음'}"


def verdict(found: Scan) -> str:
    """Say in one line what the tree is."""
    asks = len(found.findings) - len(found.blocks)
    if found.blocks:
        return f"이대로는 열 수 없습니다: 미흡 {len(found.blocks)}곳, 확인 {asks}곳"
    if asks:
        return f"막는 것은 없습니다. 확인할 곳이 {asks}곳 있습니다"
    if not found.calls:
        return "결제 코드를 찾지 못해 판단할 것이 없습니다"
    return "코드에서 고칠 것을 찾지 못했습니다"
