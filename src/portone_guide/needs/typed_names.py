"""Answers with ids in the place of the names that people type: done once, where answers come in."""

import re
from collections.abc import Mapping
from typing import Any, Final

from portone_guide.needs.lookup import meant
from portone_guide.needs.question import Answer, Answers, Flow, Question
from portone_guide.needs.reading import Naming, called_by_name
from portone_guide.needs.words import CALLED, short_label
from portone_guide.rules.book import RuleBook
from portone_guide.rules.vocabulary import TYPE_NAMES, methods_of

_NOT_IN_IDS: Final = r"[^a-z0-9_:]"


def may_be_names(answers: Answers) -> bool:
    """Tell whether some answer is not written as ids are; dates and plain numbers are not either."""
    texts = (text for answer in answers.values() for text in ([answer] if isinstance(answer, str) else answer))
    return any(re.search(_NOT_IN_IDS, text.partition("=")[0]) for text in texts)


def in_ids(flow: Flow, answers: Mapping[str, Answer], book: RuleBook) -> dict[str, Answer]:
    """Return answers in which each name that means one thing is its id; all else stays as it was typed."""
    asked = {question.id: question for question in flow}
    return {
        name: _in_ids(asked[name], answer, answers, book) if name in asked else answer
        for name, answer in answers.items()
    }


def called_of(question: Question[Any], answers: Answers, book: RuleBook) -> dict[str, list[str]]:
    """Return what people call each thing that a question takes."""
    called = named_by(question, book)
    for option in question.options(answers, book):
        called.setdefault(option.value, []).extend([option.label, short_label(option.label)])
    return called


def named_by(question: Question[Any], book: RuleBook) -> dict[str, list[str]]:
    """Return what people call the ids that a question's reading takes; nothing where it takes no ids."""
    read: Any = question.read
    return called_by_name(read, book) if isinstance(read, Naming) else {}


def _in_ids(question: Question[Any], answer: Answer, answers: Answers, book: RuleBook) -> Answer:
    texts = [answer] if isinstance(answer, str) else answer
    if question.kind == "amounts":
        parts = _parts(book)
        pairs = [text.rpartition("=") for text in texts]
        found = [
            f"{_only(what, parts)}={amount}" if equals else text
            for text, (what, equals, amount) in zip(texts, pairs, strict=True)
        ]
    else:
        called = called_of(question, answers, book) if named_by(question, book) else {}
        found = [_only(text, called) for text in texts]
    return found[0] if isinstance(answer, str) else found


def _only(typed: str, called: Mapping[str, list[str]]) -> str:
    found = meant(typed, called)
    return found[0] if len(found) == 1 else typed


def _parts(book: RuleBook) -> dict[str, list[str]]:
    """Return what people call a method, alone and with its payment type."""
    called: dict[str, list[str]] = {}
    for kind, type_name in TYPE_NAMES.items():
        for method, name in methods_of(kind, book.pg_methods).items():
            names = [name, *CALLED.get(method, ())]
            called.setdefault(method, []).extend(names)
            called.setdefault(f"{kind}:{method}", []).extend(f"{type_name} {each}" for each in names)
    return called
