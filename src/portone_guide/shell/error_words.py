"""What is said of a run that ends without its answer."""

from typing import Final

STOPPED: Final = "멈췄습니다."


def no_output(why: str) -> str:
    """Say that nothing can be written where the answer goes."""
    return f"결과를 표준 출력에 쓸 수 없습니다: {why}"


def bad_rules(how_many: str) -> str:
    """Say how many mistakes rule files have, and what to do after mending them."""
    return f"규칙 파일에 잘못이 {how_many} 있습니다. 고친 뒤 확인: portone-guide rules check"


def bug(kind: str, said: str) -> tuple[str, str]:
    """Say that the program is at fault, and how to see where."""
    return (
        f"프로그램의 잘못입니다 ({kind}): {said}",
        "답과 계획 파일은 그대로 있습니다. 자세히 보려면 PORTONE_GUIDE_DEBUG=1을 붙여 다시 실행하세요.",
    )
