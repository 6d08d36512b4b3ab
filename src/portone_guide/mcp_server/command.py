"""``portone-guide mcp``: the program for assistants, over standard input and output."""

import os
import sys
from importlib.util import find_spec
from typing import Any

import typer

from portone_guide.mcp_server import words
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.terminal import out


def mcp(context: typer.Context) -> None:
    """도우미(Claude Code, Cursor, VS Code ...)가 추측하지 않고 물어볼 수 있게 MCP 서버가 됩니다.

    표준입력과 표준출력으로 말합니다. 읽기만 합니다: 계획 파일을 읽거나 쓰지 않고, 결제를 조회하거나 환불하지 않습니다.
    """
    if find_spec("mcp") is None:
        raise CommandError("missing_extra", *words.NOT_INSTALLED)
    from portone_guide.mcp_server.serving import serve

    if sys.stdin.isatty():
        out.tell(words.AT_A_TERMINAL)
    root: Any = context.find_root()
    code = Exit.OK
    try:
        serve(root.command)
    except (KeyboardInterrupt, BrokenPipeError):
        code = Exit.INTERRUPTED
    os._exit(code)  # a thread may be reading a slow site, or the input: nobody waits for it any more
