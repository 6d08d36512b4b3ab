"""What was answered in earlier runs, beside what is answered now."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from portone_guide.needs.flow import rows_left
from portone_guide.needs.question import Answer, Answers, Flow, Question
from portone_guide.needs.questions import NEEDS
from portone_guide.needs.reading import AnswerError, read
from portone_guide.needs.requirements import requirements_from
from portone_guide.needs.typed_names import in_ids, may_be_names
from portone_guide.rules.book import RuleBook

_EITHER: Final = (frozenset({"tier", "yearly_sales"}), frozenset({"start", "open_by"}))
"""Answers of which the one now takes the place of the other before."""


def judge(flow: Flow, answers: Answers, book: RuleBook) -> None:
    """Make sure that answers can be understood, by every command that reads them.

    :raises AnswerError: the first that can't.
    """
    requirements_from(answers, book, date.min)
    if flow is not NEEDS:  # those were just read
        read(flow, answers, book)


def combined(flow: Flow, kept: Mapping[str, Answer], given: Mapping[str, Answer], book: RuleBook) -> dict[str, Answer]:
    """Return the answers given now and those kept before; of these, what can't stand beside the new ones goes.

    :raises AnswerError: an answer given now can't be understood.
    """
    replaced = {name for pair in _EITHER if pair & given.keys() for name in pair}
    known = {**{name: answer for name, answer in kept.items() if name not in replaced}, **given}
    if may_be_names(known):
        known = in_ids((*NEEDS, *flow), known, book)
    for question in (*NEEDS, *flow):
        _leave_rows(question, known, given, book)
    while True:
        try:
            judge(flow, known, book)
        except AnswerError as error:
            if error.question.id in given or error.question.id not in known:
                raise
            del known[error.question.id]
        else:
            return known


def _leave_rows(question: Question[Any], known: dict[str, Answer], given: Mapping[str, Answer], book: RuleBook) -> None:
    """Take out the amounts kept for what is not asked for any more."""
    answer = known.get(question.id)
    if question.kind == "amounts" and isinstance(answer, list) and question.id not in given:
        known[question.id] = rows_left(question, answer, known, book)
