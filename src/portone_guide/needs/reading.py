"""How the text of an answer becomes a value; what can't be read is a code with its facts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar, cast, get_args

from portone_guide.needs.lookup import near
from portone_guide.needs.question import YES, Answers, Flow, Question, Reading, texts_of
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.words import CALLED
from portone_guide.rules.book import RuleBook

T = TypeVar("T")
Texts = Sequence[str]


class WrongValueError(ValueError):
    """A text that means nothing here."""

    def __init__(self, problem: Reason) -> None:
        super().__init__(problem.code)
        self.problem = problem


class AnswerError(Exception):
    """An answer that means nothing; ``question`` is the one whose flag it was."""

    def __init__(self, question: Question[Any], problem: Reason) -> None:
        super().__init__(f"{question.id}: {problem.code}")
        self.question = question
        self.problem = problem


class Said:
    """What a merchant said, read by the questions."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def of(self, question: Question[T]) -> T:
        """Return the value of one question, as its declaration reads it."""
        return cast(T, self._values[question.id])


def read(flow: Flow, answers: Answers, book: RuleBook) -> Said:
    """Return what the answers to a flow mean; each is read with those before it at hand.

    :raises AnswerError: the first answer that can't be understood.
    """
    values: dict[str, Any] = {}
    for question in flow:
        try:
            values[question.id] = question.read(texts_of(answers, question.id), Reading(book, values))
        except WrongValueError as error:
            raise AnswerError(question, error.problem) from None
    return Said(values)


def known(name: str, names: Iterable[str]) -> str:
    """Return a name if it is one of those.

    :raises WrongValueError: it is not; the nearest ones are told, to who typed a word with the word for each.
    """
    called = _called(names)
    if name in called:
        return name
    within = tuple(other for other in called if other.endswith(f":{name}"))
    told = near(name, called) or within
    if not name.isascii():
        told = tuple(f"{other}({next(iter(called[other]))})" if called[other] else other for other in told)
    raise WrongValueError(because("unknown_name", name=name, near=told, names=tuple(called)))


class Naming:
    """A way to read that takes certain names only, and tells which."""

    def names(self, book: RuleBook) -> Iterable[str]:
        """Return every name that is taken; as a mapping where the names have words."""
        raise NotImplementedError


def called_by_name(naming: Naming, book: RuleBook) -> dict[str, list[str]]:
    """Return what each name that is taken is called."""
    return _called(naming.names(book))


def _called(names: Iterable[str]) -> dict[str, list[str]]:
    """Return what people call each name; a table may keep words, or rows with names, under its ids."""
    words: Mapping[str, Any] = names if isinstance(names, Mapping) else {}
    return {name: [*_words_of(words.get(name)), *CALLED.get(name, ())] for name in names}


def _words_of(row: Any) -> list[str]:
    if row is None or isinstance(row, str):
        return [row] if row else []
    named = (getattr(row, "name", None), getattr(row, "name_en", None), *getattr(row, "aliases", ()))
    return [text for text in named if text]


class _Choice(Naming):
    def __init__(self, kind: Any) -> None:
        self._names = get_args(kind)

    def __call__(self, texts: Texts, reading: Reading) -> Any:
        return known(texts[0], self._names) if texts else None

    def names(self, book: RuleBook) -> Iterable[str]:
        return self._names


class _NamesIn(Naming):
    def __init__(self, table: Callable[[RuleBook], Iterable[str]]) -> None:
        self._table = table

    def __call__(self, texts: Texts, reading: Reading) -> tuple[str, ...]:
        names = self._table(reading.book) if texts else ()
        return tuple(dict.fromkeys(known(name, names) for name in texts))

    def names(self, book: RuleBook) -> Iterable[str]:
        return self._table(book)


def choice(kind: Any) -> Callable[[Texts, Reading], Any]:
    """Read one value of a Literal; None where it was left open."""
    return _Choice(kind)


def names_in(table: Callable[[RuleBook], Iterable[str]]) -> Callable[[Texts, Reading], tuple[str, ...]]:
    """Read any number of names that stand in a table of the rule files, each once."""
    return _NamesIn(table)


def yes(texts: Texts, reading: Reading) -> bool:
    """Read a yes; no and not known are False."""
    return bool(texts) and texts[0] == YES


def yes_or_no(texts: Texts, reading: Reading) -> bool | None:
    """Read a yes or a no; None where it was left open."""
    return texts[0] == YES if texts else None


def text(texts: Texts, reading: Reading) -> str | None:
    """Take a text as it is."""
    return texts[0] if texts else None


def amount(texts: Texts, reading: Reading) -> int | None:
    """Read a whole number of won or payments."""
    from portone_guide.needs.korean_number import parse_amount

    return parse_amount(texts[0]) if texts else None


def day(texts: Texts, reading: Reading) -> date | None:
    """Read a day."""
    from portone_guide.needs.korean_day import parse_day

    return parse_day(texts[0]) if texts else None
