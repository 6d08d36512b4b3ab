"""One file that is read whole, written whole or not at all, and changed by one run at a time."""

import contextlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portone_guide.plan import words
from portone_guide.rules.errors import Problem

MAX_BYTES = 1_000_000
NEW_MODE = 0o600
LOCK_WAIT = 30.0
_LOCK_MODE = 0o666  # whoever may write the plan may lock it


class PlanError(Exception):
    """The plan file can't be used; the program ends with exit code 5 and leaves the file as it is."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.path = path
        self.problems = problems


class LockError(Exception):
    """Nobody else can be kept from changing the file meanwhile, so it is not changed."""


def standing(path: Path) -> os.stat_result | None:
    """Return what stands there: an ordinary file, or None where there is none yet.

    :raises PlanError: something else, or what can't be looked at.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise no_plan(path, words.not_readable(_why(error))) from None
    if not stat.S_ISREG(found.st_mode):
        raise no_plan(path, words.NO_FILE)
    if found.st_size > MAX_BYTES:
        raise no_plan(path, words.too_large(MAX_BYTES))
    return found


def is_no_file(path: Path) -> bool:
    """Tell whether something stands there that is no ordinary file: a folder, a pipe, a device."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def read_bytes(path: Path) -> bytes | None:
    """Return what a file holds; None: there is none.

    :raises PlanError: it can't be read, or is no plan by its kind or size.
    """
    if standing(path) is None:
        return None
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise no_plan(path, words.not_readable(_why(error))) from None
    if len(data) > MAX_BYTES:
        raise no_plan(path, words.too_large(MAX_BYTES))
    return data


def target(path: Path) -> Path:
    """Return the file behind a symbolic link, so that the link stays and the file it names is changed."""
    return Path(os.path.realpath(path))


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep every other run from changing a file, whoever runs it and from wherever: the lock lies beside the file.

    :raises LockError: the lock can't be had.
    """
    from filelock import FileLock

    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=LOCK_WAIT, mode=_LOCK_MODE)
    try:
        lock.acquire(poll_interval=0.005)
    except TimeoutError:
        raise LockError(words.LOCKED) from None
    except (OSError, NotImplementedError, ValueError) as error:
        raise LockError(_why(error)) from None
    try:
        yield
    finally:
        lock.release()


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the file and put it in its place in one step: a reader sees the old bytes or the new, never half.

    A file that is there keeps its mode and its owner. To be called under the lock: what a killed run left behind
    is taken away first.

    :raises OSError: it can't be written (full disk, read-only folder); what was there stays as it is.
    """
    scratch = path.with_name(f".{path.name}.tmp")
    scratch.unlink(missing_ok=True)
    before = path.stat() if path.exists() else None
    try:
        descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), NEW_MODE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if before:
            _keep_owner(scratch, before)
            scratch.chmod(stat.S_IMODE(before.st_mode))
        scratch.replace(path)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise


def _keep_owner(scratch: Path, before: os.stat_result) -> None:
    """Give the new file to whom the old one belonged, as far as this user may."""
    now = scratch.stat()
    if hasattr(os, "chown") and (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        for owner in (before.st_uid, -1):
            with contextlib.suppress(OSError):
                os.chown(scratch, owner, before.st_gid)
                return


def no_plan(path: Path, message: str) -> PlanError:
    """Return the error of a file that is no plan as a whole."""
    return PlanError(path, [Problem(path.name or str(path), 1, 1, message)])


def _why(error: Exception) -> str:
    from portone_guide.rules.os_words import why_not

    return why_not(error)
