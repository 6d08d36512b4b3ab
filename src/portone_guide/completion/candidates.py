"""What may stand next on a command line: commands, flags, and what a flag or an argument takes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from portone_guide.completion.values import Takes, values_of
from portone_guide.rules.book import RuleBook
from portone_guide.rules.spelling import folded


class Candidate(NamedTuple):
    """A word that may stand next, and what it is; without words for it empty."""

    value: str
    told: str = ""


class _Place(NamedTuple):
    """Where a line stands: the command so far, a flag that waits for its value, and how many arguments there are."""

    context: Any
    waiting: Any = None
    arguments: int = 0


def candidates(root: Any, words: Sequence[str], word: str, book: RuleBook) -> list[Candidate]:
    """Return what may stand in the place of a begun ``word`` after ``words``."""
    place = _place(root, words)
    if place.waiting is not None:
        return _matching(word, values_of(place.context, place.waiting, book))
    name, equals, begun = word.partition("=")
    if word.startswith("-") and equals:
        param = _flag(place.context, name)
        found = _matching(begun, values_of(place.context, param, book)) if param is not None else []
        return [Candidate(f"{name}={each.value}", each.told) for each in found]
    if word.startswith("-"):
        return [flag for flag in _flags(place.context) if flag.value.startswith(word)]
    commands = dict(place.context.command.summaries(place.context))
    if commands:
        return [Candidate(each, told) for each, told in commands.items() if each.startswith(word)]
    param = _argument(place)
    return _matching(word, values_of(place.context, param, book)) if param is not None else []


def _place(root: Any, words: Iterable[str]) -> _Place:
    place = _Place(root.make_context("portone-guide", [], resilient_parsing=True))
    for word in words:
        context = place.context
        if place.waiting is not None:
            place = place._replace(waiting=None)
        elif word.startswith("-"):
            param = None if "=" in word else _flag(context, word)
            place = place._replace(waiting=None if param is None or param.is_flag else param)
        elif word in dict(context.command.summaries(context)):
            command = context.command.get_command(context, word)
            place = _Place(command.make_context(word, [], parent=context, resilient_parsing=True))
        else:
            place = place._replace(arguments=place.arguments + 1)
    return place


def _options(context: Any) -> Iterator[Any]:
    yield from (param for param in context.command.get_params(context) if param.param_type_name == "option")


def _flag(context: Any, name: str) -> Any:
    return next((param for param in _options(context) if name in (*param.opts, *param.secondary_opts)), None)


def _flags(context: Any) -> Iterator[Candidate]:
    for param in _options(context):
        for name in (*param.opts, *param.secondary_opts):
            yield Candidate(name, param.help or "")


def _argument(place: _Place) -> Any:
    params = [param for param in place.context.command.get_params(place.context) if param.param_type_name == "argument"]
    if place.arguments < len(params):
        return params[place.arguments]
    return params[-1] if params and params[-1].nargs == -1 else None


def _matching(word: str, takes: Takes) -> list[Candidate]:
    """Return ids that begin with a word; to who types Korean, the names that do, in one word each."""
    if word.isascii():
        return [Candidate(name, next(iter(texts), "")) for name, texts in takes.items() if name.startswith(word)]
    return [Candidate(name, told) for name, told in _names(takes) if folded(name).startswith(folded(word))]


def _names(takes: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Yield each name as one word that a shell takes as it is, with the id that it stands for."""
    for name, texts in takes.items():
        for text in (text for text in (name, *texts) if " - " not in text):
            yield re.sub(r"\([^()]*\)|[^\w·.:/-]", "", text), name
