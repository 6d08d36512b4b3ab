"""Walking a flow: which question is next is replayed from the answers, so going back or resuming needs no state."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal, Protocol

from portone_guide.needs.question import UNKNOWN, Answer, Answers, Flow, Option, Question, never
from portone_guide.needs.words import NOTHING, UNKNOWN_LABEL
from portone_guide.rules.book import RuleBook

BACK: Final = "__back__"


class PartlyAnswered(KeyboardInterrupt):
    """The person went away within a question; ``answers`` has what there is of its answer, which is asked again."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        super().__init__()
        self.answers = dict(answers)


class Asker(Protocol):
    """Puts one question to a person, or to a script in a test."""

    def ask(
        self, question: Question[Any], options: Sequence[Option], default: Answer | None, place: tuple[int, int]
    ) -> Answer | Literal["__back__"]:
        """Return the answer, ``UNKNOWN``, or ``BACK``.

        ``place`` is the question's number and how many there can be: the same whatever is answered, back and forth.

        :raises PartlyAnswered: the person went away after some of the rows.
        """

    def review(self, lines: Sequence[Option]) -> str | None:
        """Show the answers; return the id of one to change, or None to go on."""


def applicable(flow: Flow, answers: Answers, book: RuleBook) -> list[Question[Any]]:
    """Return the questions that these answers lead to, in order; where one settles all, those that were answered."""
    asked = [question for question in flow if question.ask_if(answers, book)]
    return [question for question in asked if question.id in answers] if settled(flow, answers, book) else asked


def settled(flow: Flow, answers: Answers, book: RuleBook) -> bool:
    """Tell whether one of the answers decides all there is."""
    return any(question.id in answers and question.settles(answers, book) for question in flow)


def next_question(flow: Flow, answers: Answers, book: RuleBook) -> Question[Any] | None:
    """Return the first question that applies and has no answer."""
    return next((question for question in applicable(flow, answers, book) if question.id not in answers), None)


def pruned(flow: Flow, answers: Answers, book: RuleBook) -> dict[str, Answer]:
    """Return the answers without those that a changed answer made pointless, rows of amounts included."""
    kept: dict[str, Answer] = {}
    known = {question.id: question for question in flow}
    for name, answer in answers.items():
        question = known.get(name)
        if question is None:
            kept[name] = answer if isinstance(answer, str) else list(answer)
            continue
        if not question.ask_if(answers, book) and question.ask_if is not never:
            continue
        if question.kind == "amounts" and not isinstance(answer, str):
            kept[name] = rows_left(question, answer, answers, book)
        else:
            kept[name] = answer if isinstance(answer, str) else list(answer)
    return kept


def rows_left(question: Question[Any], rows: Sequence[str], answers: Answers, book: RuleBook) -> list[str]:
    """Return the amounts of a question that are for something that was asked for; the type may be left out."""
    values = {option.value for option in question.options(answers, book)}
    values |= {value.partition(":")[2] for value in values}
    return [row for row in rows if row.rpartition("=")[0] in values]


def without_last(flow: Flow, answers: Answers, book: RuleBook, before: Question[Any] | None) -> dict[str, Answer]:
    """Return the answers without the last one before a question: going back one screen."""
    asked = applicable(flow, answers, book)
    if before is not None:
        asked = asked[: asked.index(before)]
    last = next((question for question in reversed(asked) if question.id in answers), None)
    return {
        name: answer if isinstance(answer, str) else list(answer)
        for name, answer in answers.items()
        if last is None or name != last.id
    }


def walk(
    flow: Flow,
    answers: Answers,
    book: RuleBook,
    asker: Asker,
    *,
    keep: Callable[[dict[str, Answer]], None],
    remembered: Mapping[str, Answer] | None = None,
) -> dict[str, Answer]:
    """Ask everything that is open, let the person review and change, and return all answers.

    ``keep`` is called after every answer, so that nothing is lost if the walk is interrupted; ``remembered``
    are earlier answers to ask again, which hold until then. Where an answer settles all, there is nothing to review.
    """
    remembered = dict(remembered or {})
    current = _still_apply(flow, answers, remembered, book)
    countable = [question for question in flow if question.ask_if is not never]
    while True:
        question = next_question(flow, current, book)
        if question is None:
            if settled(flow, current, book):
                return current
            change = asker.review(summary(flow, current, book))
            if change is None:
                return current
            remembered[change] = current.pop(change)
            keep(current)
            continue
        place = (countable.index(question) + 1, len(countable))
        options = question.options(current, book)
        answer = asker.ask(question, options, remembered.get(question.id), place)
        if answer == BACK:
            earlier = without_last(flow, current, book, question)
            remembered |= {name: current[name] for name in current if name not in earlier}
            current = earlier
        else:
            current = pruned(flow, {**current, question.id: answer}, book)
        keep(current)


def _still_apply(flow: Flow, answers: Answers, remembered: Answers, book: RuleBook) -> dict[str, Answer]:
    """Return the answers without the pointless ones; what is to be asked again holds until then."""
    whole = pruned(flow, {**remembered, **answers}, book)
    return {name: answer for name, answer in whole.items() if name in answers}


def summary(flow: Flow, answers: Answers, book: RuleBook) -> list[Option]:
    """Return each answered question with its answer in words, for the review screen."""
    lines = []
    for question in applicable(flow, answers, book):
        answer = answers.get(question.id)
        if answer is None:
            continue
        lines.append(Option(question.id, f"{question.text} {_in_words(question, answer, answers, book)}"))
    return lines


def _in_words(question: Question[Any], answer: str | Sequence[str], answers: Answers, book: RuleBook) -> str:
    if answer == UNKNOWN:
        return UNKNOWN_LABEL
    labels = {option.value: option.label for option in question.options(answers, book)}
    values = [answer] if isinstance(answer, str) else list(answer)
    if question.kind == "amounts":
        parts = [value.rpartition("=") for value in values]
        return ", ".join(f"{labels.get(row, row)} {amount}" for row, _, amount in parts) or UNKNOWN_LABEL
    return ", ".join(labels.get(value, value).split(" - ")[0] for value in values) or NOTHING
