"""The plan file: read with located errors, changed under a lock, written whole or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from portone_guide.plan import words
from portone_guide.plan.model import VERSION, Plan
from portone_guide.rules.errors import Problem, RuleFileError
from portone_guide.rules.reading.kept import cache_folder, write_whole

DEFAULT_NAME = "portone-guide.yaml"


class PlanError(Exception):
    """The plan file can't be used; the program ends with exit code 5 and leaves the file as it is."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.path = path
        self.problems = problems


def read_plan(path: Path) -> Plan:
    """Return the plan in a file; an empty one if there is no file.

    :raises PlanError: it is damaged, from a newer version, or can't be read.
    """
    if not path.exists():
        return Plan()
    from portone_guide.rules.reading.shape import check_shape
    from portone_guide.rules.reading.yaml_text import read

    try:
        document = read(path, path.name)
        newer = _newer_version(document.value)
        if newer:
            raise RuleFileError([document.problem(("version",), words.newer_version(newer))])
        return check_shape(document, Plan)  # type: ignore[no-any-return]
    except RuleFileError as error:
        raise PlanError(path, error.problems) from None


def change_plan(path: Path, change: Callable[[Plan], Plan]) -> Plan:
    """Apply ``change`` to the plan as it stands in the file now, and write the result.

    Two programs that change the plan at once both keep their change: each reads what the other wrote.

    :raises PlanError: the file can't be used; it stays as it is.
    :raises OSError: the result can't be written (full disk, read-only folder); the file stays as it is.
    """
    with _locked(path):
        plan = change(read_plan(path))
        write_whole(path, plan_text(plan).encode(), mode=0o644)
        return plan


def set_aside(path: Path) -> Path:
    """Move a plan file out of the way, keeping it whole under a free name; return that name."""
    for number in range(1, 1000):
        kept = path.with_name(f"{path.stem}.old-{number}{path.suffix}")
        if not kept.exists():
            path.rename(kept)
            return kept
    raise FileExistsError(words.no_free_name(path.stem))


def plan_text(plan: Plan) -> str:
    """Return the plan as the file has it: a comment at the head, one key a line."""
    from portone_guide.rules.reading.yaml_text import dump

    return words.HEAD + dump(plan_value(plan))


def plan_value(plan: Plan) -> dict[str, Any]:
    """Return the plan as plain values, without what is empty."""
    value: dict[str, Any] = {"kind": plan.kind, "version": VERSION}
    if plan.answers:
        value["answers"] = {
            name: answer if isinstance(answer, str) else list(answer) for name, answer in plan.answers.items()
        }
    if plan.chosen:
        value["chosen"] = list(plan.chosen)
    if plan.checklist:
        value["checklist"] = dict(plan.checklist)
    if plan.site:
        value["site"] = {"day": plan.site.day.isoformat(), "items": dict(plan.site.items)}
    if plan.done:
        value["done"] = {name: day.isoformat() for name, day in plan.done.items()}
    for name, day in (("start", plan.start), ("open_by", plan.open_by)):
        if day:
            value[name] = day.isoformat()
    return value


def _newer_version(value: Any) -> str | None:
    version = value.get("version") if isinstance(value, dict) else None
    if isinstance(version, str) and version.isascii() and version.isdigit() and version != str(VERSION):
        return version
    return None


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock of a plan file. It lies in the cache folder: nothing strange appears beside the plan."""
    import hashlib

    from filelock import FileLock

    folder = cache_folder() / "locks"
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:32]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / name, timeout=10)
        lock.acquire()
    except OSError:
        yield  # no place for a lock: better unlocked than not kept
        return
    try:
        yield
    finally:
        lock.release()
