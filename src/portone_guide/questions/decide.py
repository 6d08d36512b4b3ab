"""Which questions a command has, and what each of them takes."""

from typing import Any

from portone_guide.needs.question import Answer, Answers, Flow, Option, Question, always, never
from portone_guide.needs.typed_names import named_by
from portone_guide.questions.answer import Asked, CommandQuestions, ListedQuestion
from portone_guide.rules.book import RuleBook


def listed(command: str, flow: Flow, book: RuleBook) -> CommandQuestions:
    """Return the questions of a flow with every value that their flags take."""
    everything: dict[str, Answer] = {}  # all that can be picked before a question: it offers all that it ever does
    found = []
    for question in flow:
        values = _values(question, everything, book)
        found.append(_listed(question, values))
        if question.kind == "many":
            everything[question.id] = [option.value for option in values]
    return CommandQuestions(command, tuple(found))


def _listed(question: Question[Any], values: tuple[Option, ...]) -> ListedQuestion:
    asked: Asked = "condition"
    if question.ask_if in {always, never}:
        asked = "always" if question.ask_if is always else "flag_only"
    return ListedQuestion(
        id=question.id,
        kind=question.kind,
        flag=question.flag_name,
        off=question.flag.off,
        metavar=question.flag.metavar,
        text=question.text,
        explain=question.explain,
        help=question.flag.help,
        unit=question.unit if question.kind in {"amount", "amounts"} else "",
        values=values,
        asked=asked,
        condition=question.ask_if.__name__ if asked == "condition" else None,
    )


def _values(question: Question[Any], everything: Answers, book: RuleBook) -> tuple[Option, ...]:
    offered = {option.value: option.label for option in question.options(everything, book)}
    more = {name: next(iter(words), name) for name, words in named_by(question, book).items() if name not in offered}
    return tuple(Option(*item) for item in {**offered, **more}.items())
