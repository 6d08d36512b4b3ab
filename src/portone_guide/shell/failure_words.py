"""What ends any run but for what was typed: rule files, the output, a mistake of the program."""

from typing import TYPE_CHECKING

from portone_guide.shell.exits import CommandError

if TYPE_CHECKING:
    from portone_guide.rules.errors import RuleFileError
    from portone_guide.terminal.out import NoOutputError


def bad_rules(error: "RuleFileError") -> CommandError:
    """Return the error of rule files that can't be used."""
    from portone_guide.rules.errors import how_many, told_lines

    return CommandError(
        "bad_rules",
        told_lines(error.problems),
        f"규칙 파일에 잘못이 {how_many(error.problems)} 있습니다. 고친 뒤 확인: portone-guide rules check",
    )


def no_output(error: "NoOutputError") -> CommandError:
    """Return the error of an output that takes nothing."""
    return CommandError("no_output", f"결과를 표준 출력에 쓸 수 없습니다: {error}")


def bug(error: BaseException) -> CommandError:
    """Return the error of what should not have happened; who looks for it gets the traceback."""
    import os

    if os.environ.get("PORTONE_GUIDE_DEBUG"):
        raise error
    return CommandError(
        "bug",
        f"프로그램의 잘못입니다 ({type(error).__name__}): {error}",
        "답과 계획 파일은 그대로 있습니다. 자세히 보려면 PORTONE_GUIDE_DEBUG=1을 붙여 다시 실행하세요.",
    )
