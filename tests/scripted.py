"""An asker that answers from a script, keyed by question id."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from portone_guide.needs.question import Option, Question

Reply = Any


class ScriptedAsker:
    """Answers each question from ``script``; a list of replies is used one after the other."""

    def __init__(self, script: Mapping[str, Reply], reviews: Sequence[str | None] = (None,)) -> None:
        self.script = {name: list(reply) if isinstance(reply, tuple) else [reply] for name, reply in script.items()}
        self.reviews = list(reviews)
        self.asked: list[str] = []
        self.shown: list[list[Option]] = []

    def ask(self, question: Question, options: Sequence[Option], default: Any, place: tuple[int, int]) -> Any:
        assert 1 <= place[0] <= place[1]
        self.asked.append(question.id)
        replies = self.script.get(question.id, ["unknown"])
        return replies.pop(0) if len(replies) > 1 else replies[0]

    def review(self, lines: Sequence[Option]) -> str | None:
        self.shown.append(list(lines))
        return self.reviews.pop(0)


class ChoosingAsker:
    """Answers by a function of the question and its options: for walking every path."""

    def __init__(self, choose: Callable[[Question, Sequence[Option]], Any]) -> None:
        self.choose = choose
        self.asked: list[str] = []

    def ask(self, question: Question, options: Sequence[Option], default: Any, place: tuple[int, int]) -> Any:
        self.asked.append(question.id)
        assert len(self.asked) < 200, "the flow does not end"
        return self.choose(question, options)

    def review(self, lines: Sequence[Option]) -> str | None:
        return None
