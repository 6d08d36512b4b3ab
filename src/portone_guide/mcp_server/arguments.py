"""What can be told to a tool: the questions and flags of its command, as JSON in and as typed words out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

from portone_guide.commands import Tool
from portone_guide.mcp_server import words
from portone_guide.needs.question import NONE
from portone_guide.questions.answer import ListedQuestion
from portone_guide.questions.decide import listed
from portone_guide.rules.book import RuleBook
from portone_guide.shell.exits import CommandError

_LONGEST: Final = 2000
_MOST: Final = 300
_VALUES_LISTED: Final = 50
_VALUES_TOLD: Final = 12


class Argument(NamedTuple):
    """Something that can be told: by ``flag`` on the command line, or None by its place there."""

    name: str
    kind: Literal["text", "texts", "switch"]
    flag: str | None
    off: str | None
    help: str
    required: bool
    question: ListedQuestion | None = None


def arguments_of(command: Any, line: str, tool: Tool, book: RuleBook) -> Iterator[Argument]:
    """Yield what a tool's command can be told: the answers to its questions, and what the tool's row names."""
    questions = {question.id: question for question in listed(line, command.questions(book), book).questions}
    for param in command.params:
        if param.name in tool.tells or (param.name in questions and param.name not in tool.without):
            flag = next((opt for opt in param.opts if opt.startswith("--")), None)
            many = param.nargs == -1 or getattr(param, "multiple", False)
            yield Argument(
                name=(flag or param.name).removeprefix("--").replace("-", "_"),
                kind="switch" if getattr(param, "is_flag", False) else "texts" if many else "text",
                flag=flag,
                off=next(iter(param.secondary_opts), None),
                help=getattr(param, "help", None) or "",
                required=param.required,
                question=questions.get(param.name),
            )


def schema_of(argument: Argument) -> dict[str, Any]:
    """Return the JSON schema of what can be told."""
    question = argument.question
    told = {"description": words.argument(argument.help, question, _VALUES_TOLD)}
    if argument.kind == "switch":
        return {"type": "boolean", **told}
    values = [value.value for value in question.values] if question and question.kind in {"one", "many"} else []
    text: dict[str, Any] = {"type": "string"}
    if 0 < len(values) <= _VALUES_LISTED:
        text["enum"] = values
    if argument.kind == "text":
        return {**text, **told}
    return {"type": "array", "items": text, **told}


def typed(arguments: Mapping[str, Argument], given: Mapping[str, Any]) -> list[str]:
    """Return the words of a command line that say what was told.

    :raises CommandError: it is not known, or not of the type that its schema says.
    """
    options: list[str] = []
    places: list[str] = []
    for name, value in given.items():
        if name not in arguments:
            raise CommandError("unknown_flag", *words.unknown_argument(name, arguments))
        argument = arguments[name]
        if value is None:
            continue
        if argument.kind == "switch":
            options += _switched(argument, value)
        elif argument.flag is None:
            places += _texts(argument, value)
        else:
            options += [f"{argument.flag}={text}" for text in _texts(argument, value)]
    return [*options, "--json", "--", *places]


def _switched(argument: Argument, value: Any) -> list[str]:
    if not isinstance(value, bool):
        raise _wrong(argument)
    flag = argument.flag if value else argument.off
    return [flag] if flag else []


def _texts(argument: Argument, value: Any) -> Sequence[str]:
    if argument.kind == "text":
        return (_text(argument, value),)
    values = value if isinstance(value, list) else [value]
    if len(values) > _MOST:
        raise CommandError("wrong_value", words.too_many(argument.name, _MOST), flag=argument.flag)
    if not values and argument.question:
        return (NONE,)
    return [_text(argument, one) for one in values]


def _text(argument: Argument, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _wrong(argument)
    try:
        text = str(value)
    except ValueError:  # a number of thousands of digits
        raise _wrong(argument) from None
    if len(text) > _LONGEST:
        raise CommandError("wrong_value", words.too_long(argument.name, _LONGEST), flag=argument.flag)
    if text == "-":  # which reads what is typed, and nobody types
        raise _wrong(argument)
    if any(letter < " " or "\x7f" <= letter <= "\x9f" or "\ud800" <= letter <= "\udfff" for letter in text):
        raise CommandError("wrong_value", words.no_text(argument.name), flag=argument.flag)
    return text


def _wrong(argument: Argument) -> CommandError:
    return CommandError("wrong_value", words.wrong_type(argument.name, argument.kind), flag=argument.flag)
