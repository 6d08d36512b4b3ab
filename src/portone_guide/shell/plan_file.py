"""The plan as commands use it: found, read for defaults, and kept up to date."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portone_guide.plan.model import Plan
from portone_guide.plan.store import DEFAULT_NAME, PlanError, change_plan, read_plan
from portone_guide.shell import words
from portone_guide.shell.exits import CommandError
from portone_guide.terminal.out import tell

if TYPE_CHECKING:
    from portone_guide.needs.question import Answer


class PlanKeeper:
    """One run's view of the plan file."""

    def __init__(self, path: str | None, *, no_save: bool = False) -> None:
        self.path = Path(path or DEFAULT_NAME)
        self.named = path is not None
        self.kept = False
        self.no_save = no_save
        self._warned = False

    def read(self) -> Plan:
        """Return the plan.

        :raises CommandError: the file can't be used (exit 5).
        """
        try:
            return read_plan(self.path)
        except PlanError as error:
            raise _bad_plan(error) from None

    def change(self, change: Callable[[Plan], Plan]) -> None:
        """Apply a change to the file; what can't be written is told once and does not stop the run.

        :raises CommandError: the file can't be used (exit 5).
        """
        if self.no_save:
            return
        try:
            change_plan(self.path, change)
            self.kept = True
        except PlanError as error:
            raise _bad_plan(error) from None
        except OSError as error:
            self.kept = False
            if not self._warned:
                self._warned = True
                tell(words.plan_not_written(self.path, error.strerror or str(error)))

    def keep_answers(self, answers: "dict[str, Answer]", asked: set[str]) -> None:
        """Write the answers of one flow."""
        self.change(lambda plan: plan.with_answers(answers, asked))


def _bad_plan(error: PlanError) -> CommandError:
    return CommandError("bad_plan", "\n".join(map(str, error.problems)), words.plan_not_usable(error.path))


def with_plan(given: dict[str, Any], plan: Plan) -> dict[str, Any]:
    """Return the answers given, and the plan's for what was not given."""
    known: dict[str, Any] = {
        name: answer if isinstance(answer, str) else list(answer) for name, answer in plan.answers.items()
    }
    return {**known, **given}
