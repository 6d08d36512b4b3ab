"""Commands that answer for a program in this process: from what they are given alone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from portone_guide.terminal.out import taking

_ALONE: Final = ContextVar("alone", default=False)


def alone() -> bool:
    """Tell whether a command answers from what it is given alone: nobody is asked, no plan is read or kept."""
    return _ALONE.get()


@contextmanager
def answering_alone() -> Iterator[None]:
    """Let commands answer from what they are given alone."""
    token = _ALONE.set(True)
    try:
        yield
    finally:
        _ALONE.reset(token)


def json_of(root: Any, line: Sequence[str]) -> object:
    """Return what a command line with ``--json`` says, from what it is given alone; nothing is printed.

    :raises CommandError: it ends with an error.
    """
    with answering_alone(), taking() as said:
        try:
            root.main(args=list(line), prog_name="portone-guide", standalone_mode=False)
        except Exception as error:
            from portone_guide.shell.error_words import error_of

            raise error_of(error) from None
    (answer,) = said
    return answer
