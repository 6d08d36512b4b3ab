"""A run that is told to stop ends as with Ctrl-C: the terminal is given back, and nothing lies about half written."""

import signal
from typing import Any, Final

_TOLD_TO_STOP: Final = ("SIGTERM", "SIGHUP")


def stop_as_with_ctrl_c() -> None:
    """Make every signal that asks the run to stop do what Ctrl-C does; what the caller ignores stays ignored."""
    for name in _TOLD_TO_STOP:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, frame: Any) -> None:
    raise KeyboardInterrupt
