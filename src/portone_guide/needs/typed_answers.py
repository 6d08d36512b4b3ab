"""An answer as a person types it, by the key of its question: in the words of the screens, or as flags have it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from portone_guide.needs.lookup import nearest
from portone_guide.needs.question import NO, NONE, UNKNOWN, YES, Answer, Answers, Flow, Question
from portone_guide.needs.reading import Naming
from portone_guide.needs.typed_text import normal
from portone_guide.needs.words import NOTHING, SWITCHES, UNKNOWN_LABEL
from portone_guide.rules.book import RuleBook


class UnknownKeyError(Exception):
    """A text that is no ``KEY=VALUE``, or whose key is none; ``near`` are the keys that may be meant."""

    def __init__(self, text: str, near: tuple[str, ...] | None) -> None:
        super().__init__(text)
        self.text, self.near = text, near


def typed_answers(texts: Iterable[str], flow: Flow, kept: Answers, book: RuleBook) -> dict[str, Answer]:
    """Return what texts like ``tier=micro`` and ``결제수단=카드`` answer; a key may come more than once.

    Values are taken as they are where no option has them: the question's own reading judges them.

    :raises UnknownKeyError: one has no key, or one that no question has.
    """
    found: dict[str, list[str]] = {}
    by_id = {question.id: question for question in flow}
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals or not value.strip():
            raise UnknownKeyError(text, None)
        question = _question(key, flow)
        known = {**kept, **found}
        found.setdefault(question.id, []).extend(_values(question, normal(value), known, book))
    return {name: _answer(by_id[name], values) for name, values in found.items()}


def key_names(question: Question[Any]) -> Iterator[str]:
    """Yield what a question goes by: its id, its flag, and the Korean name that stands first in the flag's help."""
    yield question.id
    yield question.flag_name
    yield korean_name(question)


def korean_name(question: Question[Any]) -> str:
    """Return the Korean name of a question: ``매출 구간``."""
    return question.flag.help.partition(":")[0].partition(" (")[0].strip(" .")


def _question(key: str, flow: Flow) -> Question[Any]:
    named: dict[str, Question[Any]] = {}
    for question in reversed(flow):
        named.update(dict.fromkeys(map(_folded, key_names(question)), question))
    if (found := named.get(_folded(key))) is not None:
        return found
    holding = {question.id: question for name, question in named.items() if _folded(key) and _folded(key) in name}
    if len(holding) == 1:
        return next(iter(holding.values()))
    near = nearest(key.strip(), [name for question in flow for name in (question.id, korean_name(question))], most=2)
    raise UnknownKeyError(key, tuple(holding)[:3] or near)


def _values(question: Question[Any], text: str, known: Answers, book: RuleBook) -> Iterator[str]:
    words = dict(_words(question, known, book))
    if question.kind == "amounts":
        part, equals, amount = text.rpartition("=")
        yield f"{words.get(_folded(part), part)}{equals}{amount}"
        return
    for one in text.split(",") if question.kind == "many" else [text]:
        yield words.get(_folded(one), one.strip())


def _words(question: Question[Any], known: Answers, book: RuleBook) -> Iterator[tuple[str, str]]:
    """Yield the Korean words for values, folded; those of the options last, so that they win."""
    names: Any = question.read.names(book) if isinstance(question.read, Naming) else ()
    for name in names:
        row = names[name] if isinstance(names, Mapping) else name
        yield _folded(row if isinstance(row, str) else getattr(row, "name", name)), name
    yield from ((_folded(word), value) for word, value in SWITCHES.items() if question.flag.metavar is None)
    for option in question.options(known, book):
        yield _folded(option.label), option.value
        yield _folded(option.label.partition(" - ")[0]), option.value
        if question.kind == "amounts":  # without the type of the payment, which stands first
            yield _folded(option.label.partition(" ")[2]), option.value
    yield _folded(UNKNOWN_LABEL), UNKNOWN
    yield _folded(NOTHING), NONE
    yield from ((_folded(value), value) for value in (UNKNOWN, NONE, YES, NO))


def _answer(question: Question[Any], values: list[str]) -> Answer:
    if values == [UNKNOWN] or question.kind in {"one", "amount"}:
        return values[-1]
    return [] if values == [NONE] else values


def _folded(text: str) -> str:
    return normal(text).casefold().replace(" ", "").replace("_", "").replace("-", "")
