"""The plan file: read with located errors, changed under a lock, written whole or not at all."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from portone_guide.plan.model import VERSION, Plan
from portone_guide.rules.errors import Problem, RuleFileError

DEFAULT_NAME = "portone-guide.yaml"

_HEAD = """\
# portone-guide의 계획 파일: 답한 것과 한 일이 적혀 있습니다.
# 손으로 고쳐도 되고 git에 올려도 됩니다. 비밀키, 서류, 사업자등록번호는 적지 마세요.
# 보기: portone-guide plan show   처음부터: portone-guide plan reset
"""


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
            place = document.place(("version",))
            message = f"더 새로운 버전({newer})의 계획 파일입니다: portone-guide를 새로 설치하세요"
            raise RuleFileError([Problem(path.name, *place, message)])
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
        _write(path, plan_text(plan))
        return plan


def set_aside(path: Path) -> Path:
    """Move a plan file out of the way, keeping it whole under a free name; return that name."""
    for number in range(1, 1000):
        kept = path.with_name(f"{path.stem}.old-{number}{path.suffix}")
        if not kept.exists():
            path.rename(kept)
            return kept
    raise FileExistsError(f"{path.stem}.old-* 파일이 너무 많습니다: 지우고 다시 하세요")


def plan_text(plan: Plan) -> str:
    """Return the plan as the file has it: a comment at the head, one key a line."""
    from portone_guide.rules.reading.yaml_text import dump

    return _HEAD + dump(plan_value(plan))


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


def _write(path: Path, text: str) -> None:
    """Write beside the file and put it in its place in one step: a reader sees the old text or the new, never half."""
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", suffix=".tmp", delete=False
    ) as scratch:
        try:
            scratch.write(text)
            scratch.flush()
            os.fsync(scratch.fileno())
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
            Path(scratch.name).chmod(mode)
            Path(scratch.name).replace(path)
        except BaseException:
            Path(scratch.name).unlink(missing_ok=True)
            raise


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock of a plan file. It lies in the cache folder: nothing strange appears beside the plan."""
    import hashlib

    from filelock import FileLock

    from portone_guide.rules.reading.cache import cache_folder

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
