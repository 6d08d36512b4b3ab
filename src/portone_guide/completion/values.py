"""What a flag or an argument takes, by id, with what people call it."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, Final

from portone_guide.commands import COMMANDS
from portone_guide.needs.gateway_names import called_gateways
from portone_guide.needs.question import Answers, Question
from portone_guide.needs.questions import NEEDS
from portone_guide.needs.typed_names import called_of
from portone_guide.rules.book import RuleBook
from portone_guide.rules.vocabulary import method_names
from portone_guide.terminal.show import FORMATS

Takes = Mapping[str, Iterable[str]]


def values_of(context: Any, param: Any, book: RuleBook) -> Takes:
    """Return what a parameter of a command takes; nothing where it is free text, a number, a file or an address."""
    if question := _question(context.command, param, book):
        return _of_question(question, book)
    if "--section" in param.opts:
        return {name: (title,) for name, title in _sections(context).items()}
    make = _BY_METAVAR.get(str(param.metavar).strip("[].").partition(":")[0])
    return make(book) if make else {}


def _question(command: Any, param: Any, book: RuleBook) -> Question[Any] | None:
    asked = getattr(command, "questions", lambda book: ())(book)
    return next((each for each in asked if each.flag_name in param.opts and each.flag_name != "--set"), None)


def _of_question(question: Question[Any], book: RuleBook) -> Takes:
    if question.kind == "amounts":
        return {f"{method}=": (f"{name}=",) for method, name in method_names(book.pg_methods).items()}
    everything: Answers = {}
    return called_of(question, everything, book)


def _sections(context: Any) -> dict[str, str]:
    """Return the sections that the answers of a command can have, from the words of its room."""
    path = context.command_path.split()
    where = COMMANDS[path[1]].where[0] if len(path) > 1 else "home.command"
    try:
        words = import_module(f"portone_guide.{where.rpartition('.')[0]}.section_words")
    except ModuleNotFoundError:
        return {}
    tables = (table for name, table in vars(words).items() if name.endswith("SECTIONS"))
    return {name: title for table in tables for name, title in table.items()}


def _item_states(book: RuleBook) -> Takes:
    return {f"{name}=": (item.title,) for name, item in book.checklist.items.items()}


_BY_METAVAR: Final[Mapping[str, Callable[[RuleBook], Takes]]] = {
    "GATEWAY": lambda book: called_gateways(book.pg_methods),
    "STEP": lambda book: {name: (step.title,) for name, step in book.roadmap.steps.items()},
    "WORD": lambda book: {word.name.partition("(")[0]: word.also for word in book.glossary.words.values()},
    "COMMAND": lambda book: {name: (entry.what,) for name, entry in COMMANDS.items()},
    "ITEM=STATE": _item_states,
    "KEY": lambda book: {question.id: (question.text,) for question in NEEDS},
    "KEY=VALUE": lambda book: {f"{question.id}=": (question.text,) for question in NEEDS},
    "F": lambda book: dict.fromkeys((*FORMATS, "json", "ics"), ()),
    "BY": lambda book: dict.fromkeys((*book.pg_methods.methods, "billing", "signup", "name"), ()),
}
"""What parameters take that are no questions, by what their help calls the value."""
