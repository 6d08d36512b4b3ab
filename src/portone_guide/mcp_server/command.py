"""``portone-guide mcp``: the program for assistants, over standard input and output."""

import os
import signal
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
    _stop_at_once()
    root: Any = context.find_root()
    code = Exit.OK
    try:
        serve(root.command)
    except* OSError:  # nobody reads the answers any more
        code = Exit.NO_OUTPUT
    os._exit(code)  # a thread may be reading a slow site: nobody waits for it any more


def _stop_at_once() -> None:
    """Let each signal that asks the run to stop end it: a thread waits for input, and nothing is half written."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, lambda number, frame: os._exit(Exit.INTERRUPTED))
