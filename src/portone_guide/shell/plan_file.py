"""The plan as commands use it: found, read for defaults, and kept up to date."""

import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portone_guide.plan.file import LockError, PlanError, is_no_file, target
from portone_guide.plan.model import Plan
from portone_guide.plan.store import DEFAULT_NAME, PlanFile, change_plan, read_file
from portone_guide.rules.errors import Problem
from portone_guide.shell import words
from portone_guide.shell.alone import alone
from portone_guide.shell.exits import CommandError
from portone_guide.shell.typed_line import same_plan
from portone_guide.terminal.out import tell

if TYPE_CHECKING:
    from portone_guide.needs.question import Answer, Flow
    from portone_guide.needs.reading import AnswerError
    from portone_guide.rules.book import RuleBook

_TOLD_AT_MOST = 100


class PlanKeeper:
    """One run's view of the plan file."""

    def __init__(self, path: str | None, *, no_save: bool = False, save: bool = False) -> None:
        if save and no_save:
            raise CommandError("wrong_usage", *words.SAVE_OR_NOT, flag="--save")
        self.path = Path(DEFAULT_NAME if path is None else path)
        self.named = path is not None
        self.kept = False
        self.no_save = no_save or alone()
        self.saves_flags = (save or path is not None) and not self.no_save
        self.flags = same_plan(path)
        self._warned = False
        self._read = PlanFile(Plan(), None) if alone() else None

    def read(self) -> Plan:
        """Return the plan, as it was when this run began.

        :raises CommandError: the file can't be used (exit 5).
        """
        return self._file().plan

    def exists(self) -> bool:
        """Tell whether there is a plan file, as far as this run knows."""
        return self.kept or self._file().document is not None

    @property
    def keeps(self) -> bool:
        """Whether what is answered is kept, as far as this run knows."""
        return not (self.no_save or self._warned)

    def note(self, given: Collection[str]) -> str | None:
        """Return what became of the answers that flags gave; None: there were none, or it was said to keep none."""
        if not given or self.no_save:
            return None
        return words.saved(self.path) if self.saves_flags and self.kept else words.NOT_SAVED

    def reachable(self) -> None:
        """Make sure that a plan can be kept, before anything is asked.

        :raises CommandError: nothing can be written there (exit 5).
        """
        folder = target(self.path).parent
        if self.keeps and not os.access(folder, os.W_OK):
            raise CommandError("plan_not_written", *words.plan_not_locked(self.path, str(folder)))

    def change(self, change: Callable[[Plan], Plan]) -> None:
        """Apply a change to the file as it is now; what can't be written is told once and does not stop the run.

        :raises CommandError: the file can't be used, or not by this run alone (exit 5).
        """
        if self.no_save:
            return
        try:
            self._read = PlanFile(change_plan(self.path, change), self._file().document)
            self.kept = True
        except PlanError as error:
            raise self.unusable(error.problems) from None
        except LockError as error:
            raise CommandError("plan_not_written", *words.plan_not_locked(self.path, str(error))) from None
        except OSError as error:
            from portone_guide.rules.os_words import why_not

            self.kept = False
            if not self._warned:
                self._warned = True
                tell(words.plan_not_written(self.path, why_not(error)))

    def judged(self, flow: "Flow", answers: Mapping[str, "Answer"], book: "RuleBook") -> None:
        """Make sure that what the plan says can be understood.

        :raises CommandError: it can't; its place in the file is told (exit 5).
        """
        from portone_guide.needs.kept_answers import judge
        from portone_guide.needs.reading import AnswerError

        try:
            judge(flow, answers, book)
        except AnswerError as error:
            raise self.unusable([self._located(error)]) from None

    def sound(self, book: "RuleBook") -> Plan:
        """Return the plan, of which every answer can be understood; see :meth:`judged`."""
        from portone_guide.needs.questions import NEEDS

        plan = self.read()
        answers = {name: answer if isinstance(answer, str) else list(answer) for name, answer in plan.answers.items()}
        self.judged(NEEDS, answers, book)
        return plan

    def _file(self) -> PlanFile:
        if self._read is None:
            try:
                self._read = read_file(self.path)
            except PlanError as error:
                raise self.unusable(error.problems) from None
        return self._read

    def _located(self, error: "AnswerError") -> Problem:
        """Return what is wrong with an answer, with its place in the file."""
        from portone_guide.needs.words import problem_lines

        name = error.question.id
        answer: Any = self.read().answers.get(name)
        key = name if answer is not None or name != "gateway" else "chosen"
        path: tuple[str | int, ...] = (key,) if answer is None else ("answers", key)
        facts = {fact for _, fact in error.problem.facts if isinstance(fact, str)}
        listed = (self.read().chosen if answer is None else answer) if not isinstance(answer, str) else ()
        path += next(((number,) for number, text in enumerate(listed) if text in facts), ())
        message = words.key_and_problem(key, problem_lines(error.problem)[0])
        document = self._file().document
        return document.problem(path, message) if document else Problem(self.path.name, 1, 1, message)

    def unusable(self, problems: list[Problem]) -> CommandError:
        """Return the error of a plan file that can't be used, with the way out."""
        told = [str(problem) for problem in problems[:_TOLD_AT_MOST]]
        if more := len(problems) - len(told):
            told.append(words.more_problems(more))
        if is_no_file(self.path):
            return CommandError("bad_plan", "\n".join(told), words.no_plan_there(self.path), flag="--plan")
        reset = " ".join(["portone-guide plan reset", *self.flags])
        return CommandError("bad_plan", "\n".join(told), words.plan_not_usable(self.path, reset))
