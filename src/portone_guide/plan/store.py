"""The plan file: read with located errors, changed under a lock on what it says then, and never left unreadable."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from portone_guide.plan import words
from portone_guide.plan.file import MAX_BYTES, PlanError, is_no_file, locked, no_plan, read_bytes, target, write_whole
from portone_guide.plan.model import VERSION, Plan, plan_value
from portone_guide.rules.errors import Problem, RuleFileError

if TYPE_CHECKING:
    from portone_guide.rules.reading.yaml_text import Document

DEFAULT_NAME = "portone-guide.yaml"
_BOM = b"\xef\xbb\xbf"
_EMPTY = words.HEAD + f"kind: plan\nversion: {VERSION}\n"


class PlanFile(NamedTuple):
    """A plan, and its file as read; None: there is none yet."""

    plan: Plan
    document: "Document | None"


def read_plan(path: Path) -> Plan:
    """Return the plan in a file; an empty one if there is no file.

    :raises PlanError: it is damaged, from a newer version, or can't be read.
    """
    return read_file(path).plan


def read_file(path: Path) -> PlanFile:
    """Return the plan in a file with the places of what it says; see :func:`read_plan`."""
    data = read_bytes(path)
    return PlanFile(Plan(), None) if data is None else _parsed(path, data)


def change_plan(path: Path, change: Callable[[Plan], Plan]) -> Plan:
    """Apply ``change`` to the plan as it stands in the file now, and write the result.

    Runs that change the plan at once all keep their change: each reads what the others wrote. Whatever else stands
    in the file stays: comments, order, spaces. What is written was read back before.

    :raises PlanError: the file can't be used, or could not be read again; it stays as it is.
    :raises LockError: others can't be kept from changing it meanwhile; it stays as it is.
    :raises OSError: the result can't be written (full disk, read-only folder); the file stays as it is.
    """
    data = read_bytes(path)  # what can't be a plan needs no lock, and none may lie beside it
    changed = _changed(path, data, change)  # so that the lock is held for the moment of writing only
    real = target(path)
    with locked(real):
        now = read_bytes(real)
        plan, new = changed if now == data else _changed(path, now, change)
        if new == _EMPTY.encode():  # nothing is left that a person or a run wrote
            real.unlink(missing_ok=True)
        elif new is not None:
            write_whole(real, new)
        return plan


def _changed(path: Path, data: bytes | None, change: Callable[[Plan], Plan]) -> tuple[Plan, bytes | None]:
    """Return the plan as it is after a change, and the new file; None: nothing is to be written."""
    before = Plan() if data is None else _parsed(path, data).plan
    plan = change(before)
    return plan, None if plan == before else _revised(path, data, plan)


def set_aside(path: Path) -> Path:
    """Move a plan file out of the way, keeping it whole under a free name; return that name.

    :raises PlanError: no plan can be there: a folder, a pipe, a device.
    :raises LockError: others can't be kept from changing it meanwhile.
    :raises OSError: it can't be moved.
    """
    if is_no_file(path):
        raise no_plan(path, words.NO_FILE)
    with locked(target(path)):
        for number in range(1, 1000):
            kept = path.with_name(f"{path.stem}.old-{number}{path.suffix}")
            if not os.path.lexists(kept):
                path.rename(kept)
                return kept
    raise FileExistsError(words.no_free_name(path.stem))


def plan_text(plan: Plan) -> str:
    """Return the plan as a new file has it: a comment at the head, one key a line."""
    from portone_guide.rules.reading.yaml_text import dump

    return words.HEAD + dump(plan_value(plan))


def _parsed(path: Path, data: bytes) -> PlanFile:
    from portone_guide.rules.reading.shape import check_shape
    from portone_guide.rules.reading.yaml_text import parse

    try:
        document = parse(data, path.name)
        newer = _newer_version(document.value)
        if newer:
            raise RuleFileError([document.problem(("version",), words.newer_version(newer))])
        return PlanFile(check_shape(document, Plan), document)
    except RuleFileError as error:
        raise PlanError(path, error.problems) from None


def _revised(path: Path, data: bytes | None, plan: Plan) -> bytes:
    """Return the file with what the plan says now.

    :raises PlanError: it would not be read as that plan.
    """
    from portone_guide.rules.reading.yaml_edit import revised

    text = (data or _EMPTY.encode()).decode("utf-8-sig")
    value = {**plan_value(plan), "version": str(VERSION)}
    new = (_BOM if data and data.startswith(_BOM) else b"") + revised(text, value).encode()
    if len(new) > MAX_BYTES:
        raise no_plan(path, words.too_large(MAX_BYTES))
    try:
        if _parsed(path, new).plan == plan:
            return new
    except PlanError as error:
        raise PlanError(path, [*error.problems, _unreadable(path)]) from None
    raise PlanError(path, [_unreadable(path)])


def _unreadable(path: Path) -> Problem:
    return Problem(path.name, 1, 1, words.WOULD_NOT_READ)


def _newer_version(value: Any) -> str | None:
    version = value.get("version") if isinstance(value, dict) else None
    if isinstance(version, str) and version.isascii() and version.isdigit() and version != str(VERSION):
        return version
    return None
