"""What is said to assistants: what the tools are for, what can be told to them, and what was wrong."""

from collections.abc import Collection, Iterable
from typing import Final

from portone_guide.questions.answer import ListedQuestion
from portone_guide.rules.korean_particles import with_particle

NOT_INSTALLED: Final = (
    "도우미(MCP)에 답하는 데 필요한 것이 설치되지 않았습니다.",
    "설치: pip install 'portone-guide[mcp]'",
)
AT_A_TERMINAL: Final = (
    "사람이 아니라 도우미(Claude Code, Cursor, VS Code ...)가 실행하는 명령입니다. 끝내려면 Ctrl-C\n"
    "설정하는 법: README의 '도우미에게 맡기기'"
)
TITLE: Final = "포트원 첫 결제 안내"
INSTRUCTIONS: Final = """\
포트원(PortOne)으로 한국에서 첫 결제를 받기까지를 규칙 파일의 사실로 답합니다. 추측하지 말고 물어보세요.
- 고객사가 말하지 않은 것은 인자에서 빼세요. 결과가 넓어질 뿐 마음대로 고르지 않습니다.
- null과 unknown은 '출처가 말하지 않음'입니다. 0이나 '안 됨'이 아니니 그대로 전하고 확인할 곳을 알려 주세요.
- disputes와 disputed는 출처끼리 어긋나는 것입니다. 두 쪽을 다 전하세요.
- 요율은 VAT 별도이고, 답마다 출처(url)와 그 날이 있습니다. 사람에게 답할 때 출처를 붙이세요.
- 낱말의 뜻은 explain이나 자원 portone-guide://glossary에 있습니다.
- 긴 답은 section에 필요한 부분만 적어 받으세요. 인자에 적을 수 있는 값은 questions가 모두 보입니다.
- 계획 파일을 읽거나 쓰지 않고, 결제를 조회하거나 환불하지 않습니다. 비밀 키는 어디에도 적지 마세요.
- 이 고객사의 채널·결제 같은 콘솔의 자료는 여기에 없습니다: 포트원의 @portone/mcp-server가 답합니다."""
SECTION: Final = "답의 이 부분만 받습니다. 빼면 답 전체입니다."
ABOUT: Final = "무엇의 사실인지: show(한 결제대행사의 모든 사실), sources(모든 출처), conflicts(출처끼리 어긋나는 곳)"
GLOSSARY: Final = "용어집: 화면에 나오는 낱말의 뜻과 출처 (explain --json과 같음)"
PROMPT: Final = "첫 결제까지 안내"
PROMPT_WHAT: Final = "고를 곳부터 첫 결제까지 차례로 묻고 안내합니다."
PROMPT_BUSINESS: Final = "무엇을 팔고 어떤 결제를 받으려는지 (아는 만큼)"
_QUOTED: Final = 80
_ROOTS: Final = "클라이언트가 허락한 폴더(roots)"


def prompt(business: str) -> str:
    """Return what an assistant is asked to do; ``business`` is what the person said of theirs."""
    told = f"고객사가 말한 것: {business}\n\n" if business else ""
    return f"""\
{told}이 고객사를 포트원으로 첫 결제를 받을 때까지 안내해 주세요.
사실은 모두 portone-guide의 도구에 묻고, 추측하지 마세요.
1. 무엇을 파는지, 받을 결제수단, 정기결제 여부, 연 매출, 만드는 곳을 한 번에 하나씩 묻습니다. 모르면 넘어갑니다.
2. select_pg로 맞는 결제대행사를 보이고, 왜 맞는지와 비용, 모르는 것, 어긋나는 것을 함께 전해 고객사가 고르게 합니다.
3. checklist로 심사 준비를 봅니다. 사이트가 있으면 inspect_site로 먼저 읽습니다.
4. next_steps로 계약부터 실연동까지의 날짜와 할 일, 서류를 보입니다.
5. code로 테스트 결제를 해 볼 프로젝트의 파일을 받아, 고객사가 원하면 만듭니다.
6. 이미 코드가 있으면 go_live_scan으로 열기 전에 고칠 것을 찾습니다.
나중에 결제수단이나 사이트가 늘면 need_new_mid로 상점아이디가 더 필요한지 봅니다.
unknown과 null은 '모름'으로, disputes는 두 쪽 모두를 출처와 함께 전하세요."""


def schema_of(name: str) -> str:
    """Say what a schema is of."""
    return f"{name}의 답(JSON)의 스키마"


def tool(help_text: str, lines: Iterable[str], schemas: Iterable[str]) -> str:
    """Say what a tool does, and which commands give the same."""
    same = ", ".join(f"portone-guide {line} --json" for line in lines)
    return f"{help_text}\n\n같은 답: {same}. 키의 뜻: 자원 {', '.join(schemas)}"


def argument(help_text: str, question: ListedQuestion | None, most: int) -> str:
    """Say what can be told by an argument; the meanings of its values where they are at most ``most``."""
    if question is None:
        return help_text
    values = question.values if question.kind in {"one", "many"} else ()
    meant = ", ".join(f"{value.value}({value.label})" for value in values) if 0 < len(values) <= most else ""
    return " ".join(filter(None, (question.text or "", help_text, f"값: {meant}" if meant else "")))


def unknown_argument(name: str, names: Collection[str]) -> tuple[str, str]:
    """Say that a tool has no such argument."""
    return f"모르는 인자입니다: '{name[:_QUOTED]}'", _meant(name, names)


def no_such_name(argument_name: str, text: str, names: Collection[str]) -> tuple[str, str]:
    """Say that an argument takes no such name."""
    return f"{argument_name}: 모르는 이름입니다: '{text[:_QUOTED]}'", _meant(text, names)


def _meant(text: str, names: Collection[str]) -> str:
    from portone_guide.needs.lookup import nearest
    from portone_guide.needs.words import allowed, did_you_mean

    return did_you_mean(nearest(text[:_QUOTED], names, most=2), allowed(names))


def wrong_type(name: str, kind: str) -> str:
    """Say that an argument is of the wrong type."""
    wanted = {"switch": "true나 false", "texts": "글의 목록", "text": "글"}[kind]
    return f"{name}: {with_particle(wanted, '을')} 적으세요."


def too_many(name: str, most: int) -> str:
    """Say that an argument has too many values."""
    return f"{name}: 값이 {most}개를 넘습니다."


def too_long(name: str, most: int) -> str:
    """Say that a value is too long."""
    return f"{name}: 값이 {most}자를 넘습니다."


def no_text(name: str) -> str:
    """Say that a value has control characters."""
    return f"{name}: 줄바꿈 같은 제어 문자는 적을 수 없습니다."


def not_granted(place: str, roots: Iterable[str]) -> tuple[str, str]:
    """Say that a place is in no folder that may be read."""
    return f"읽어도 되는 곳이 아닙니다: '{place}'", f"{_ROOTS}: {', '.join(roots) or '없음'}"


def no_place(name: str) -> tuple[str, str]:
    """Say that it is not told which place to read."""
    return f"{name}: 읽을 곳을 적으세요.", f"{_ROOTS} 안의 경로"


def section_not_here(names: Iterable[str], there: Iterable[str]) -> tuple[str, str]:
    """Say that this answer has no part of those names, and which it has."""
    from portone_guide.needs.words import allowed

    return f"section: 이번 답에 없는 부분입니다: {', '.join(names)}", allowed(there)
