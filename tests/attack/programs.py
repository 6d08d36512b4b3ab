"""What the attacks share: the program as a process of its own, and a plan with comments in it."""

import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple

GUIDE: Final = f"{shlex.quote(sys.executable)} -m portone_guide"
PLAN: Final = Path(__file__).with_name("plan.yaml").read_text("utf-8")


def shell(line: str, *, seconds: float = 120, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        ["bash", "-c", line],
        capture_output=True,
        timeout=seconds,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )


def comments_of(data: bytes) -> set[str]:
    """Return what stands in comments, where a line has nothing else that could hold the mark."""
    return {line.strip() for line in data.decode("utf-8", "replace").splitlines() if line.strip().startswith("#")}


_ORDINARY: Final = 0.2
"""Seconds of work in which an ordinary machine makes and sorts the rows of :func:`_pace`."""

_LONG: Final = 4
"""Seconds of work after which the machine is looked at as well."""


class Run(NamedTuple):
    """How a run ended, what it said, its seconds of work, and the most megabytes that it held.

    ``pace`` is how many times slower than an ordinary one the machine was just then, and never less than 1.
    """

    code: int
    said: bytes
    seconds: float
    megabytes: int
    pace: float

    @property
    def lines(self) -> int:
        return self.said.count(b"\n")

    @property
    def bounded(self) -> bool:
        """Whether it took at most 5 s of work, 300 MB and a hundred lines with what is said around them."""
        return self.seconds <= 5 * self.pace and self.megabytes < 300 and self.lines <= 103

    def __str__(self) -> str:
        return f"exit {self.code}, {self.seconds:.1f} s (pace {self.pace:.1f}), {self.megabytes} MB, {self.lines} lines"


def measured(command: Sequence[str], stream: Literal["stdout", "stderr"]) -> Run:
    """Run a process and keep one of its streams; its memory is measured right only where this one holds less."""
    others = {"stdout": {}, "stderr": {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, **{**others[stream], stream: said})
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
        return Run(process.returncode, said.read(), seconds, megabytes, _pace() if seconds > _LONG else 1)


def _pace() -> float:
    begun = time.process_time()
    rows = [{"number": number, "name": f"row {number}", "items": (number, str(number))} for number in range(150_000)]
    rows.sort(key=lambda row: str(row["name"]))
    return max(1.0, (time.process_time() - begun) / _ORDINARY)


def guide(*arguments: str) -> Run:
    """Run the program as a process of its own; of what it says, errors are kept.

    What took long is tried once more, and the better one counts: others on the machine take a part of its seconds.
    """
    command = [sys.executable, "-m", "portone_guide", *arguments]
    told = measured(command, "stderr")
    return (
        told
        if told.seconds <= _LONG
        else min(told, measured(command, "stderr"), key=lambda run: run.seconds / run.pace)
    )
