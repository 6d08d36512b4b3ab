"""What a command of ours is to Typer: flags made of questions, texts taken as typed, help as plain text."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, TypeVar, get_type_hints

import typer
from typer.core import TyperCommand, TyperGroup

from portone_guide.needs.question import NO, NONE, YES, Answer, Flow, Question
from portone_guide.needs.reading import text as as_typed
from portone_guide.needs.typed_text import normal
from portone_guide.rules.book import RuleBook
from portone_guide.shell import words
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import Shared
from portone_guide.terminal.out import say

Given = dict[str, Answer]
"""The answers that were given by flags, by question id."""

Questions = Callable[[RuleBook], Flow]
"""The questions of a command; some are made of rows of the rule files."""

_R = TypeVar("_R")


def no_questions(book: RuleBook) -> Flow:
    """There are none."""
    return ()


class _AsTyped:
    """Hands a value on as it was typed.

    All of ours are switches, or text that a question reads in Korean; Typer would load a validation library just
    to hand them back, for a third of the start-up time.
    """

    def coerce(self, value: Any, *, param: Any, ctx: Any) -> Any:
        """Return the value."""
        return value


_AS_TYPED = _AsTyped()


def _show_help(ctx: Any, param: Any, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        say(f"{ctx.get_help()}\n")
        ctx.exit()


class _TakesText:
    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, ``--help`` among them, so that none of them is converted."""
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            param._runtime_param = _AS_TYPED
        return params

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse a command line; a complaint about it knows whose line it is."""
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc, no-any-return]
        except Exception as error:
            if hasattr(error, "format_message") and getattr(error, "ctx", None) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise

    def get_help_option(self, ctx: Any) -> Any:
        """Return ``--help``, which writes where all text is written."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback, option.help = _show_help, words.HELP
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write plain help: it reads the same in every terminal, and with every version of the library."""
        from portone_guide.shell.help_screen import help_text

        formatter.write(help_text(ctx, self.summaries(ctx)))

    def summaries(self, ctx: Any) -> list[tuple[str, str]]:
        """Return the commands of a group, each with what it does."""
        return []


class Command(_TakesText, TyperCommand):
    """One command."""

    @property
    def questions(self) -> Questions:
        """The questions that it can ask or be answered by flags, of a rule book."""
        return getattr(self.callback, "questions", no_questions)


class Group(_TakesText, TyperGroup):
    """A command with commands of its own."""

    questions: Questions = staticmethod(no_questions)

    def summaries(self, ctx: Any) -> list[tuple[str, str]]:
        """See :meth:`_TakesText.summaries`."""
        named = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        return [(name, (command.help or "").partition("\n")[0]) for name, command in named if command]

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[Any, Any, list[str]]:
        """Return the command that is named, with the flags before it put after it: they mean the same there.

        :raises CommandError: there is none of that name.
        """
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            from portone_guide.shell.usage_words import unknown_command

            raise unknown_command(args[0], self.list_commands(ctx))
        name, command, rest = super().resolve_command(ctx, args)
        before = [*_flags_before(ctx.find_root()), *(_flags_before(ctx) if ctx.parent else ())]
        return name, command, rest if isinstance(command, Group) else [*before, *rest]


def _flags_before(group: Any) -> Iterator[str]:
    """Yield the flags that were given to the program, or to a group of it, before the name of a command."""
    for param in group.command.params:
        value = group.params.get(param.name)
        if param.name in Shared._fields and value:
            for one in value if isinstance(value, list | tuple) else (value,):
                yield param.opts[0]
                yield from () if one is True else (one,)


def command_of(function: Callable[..., Any]) -> Any:
    """Return a function as a command that the program's group can run."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(cls=Command)(function)
    return typer.main.get_command(app)


def group_of(help_text: str, **functions: Callable[..., Any]) -> Any:
    """Return functions as a group of commands by name; the group alone shows its help."""
    app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None, no_args_is_help=True, help=help_text)
    for name, function in functions.items():
        app.command(name, cls=Command)(function)
    return typer.main.get_command(app)


def asking(*flow: Question[Any], then: Questions = no_questions) -> Callable[[Callable[..., _R]], Callable[..., _R]]:
    """Give a command a flag for each question; what was given comes to it as its first argument, a ``Given``.

    A parameter whose type is a group of flags (``Shared``, or another NamedTuple) stands for all flags in it.
    ``then`` are questions that
    follow and have no flag of their own.
    """

    def made(function: Callable[..., _R]) -> Callable[..., _R]:
        own = list(inspect.signature(function).parameters.values())[1:]
        groups = {parameter.name: parameter.annotation for parameter in own if hasattr(parameter.annotation, "_fields")}

        def command(**arguments: Any) -> _R:
            typed = {question.id: arguments.pop(question.id) for question in flow}
            for group, kind in groups.items():
                arguments[group] = kind(**{name: arguments.pop(name) for name in kind._fields})
            said = {question.id: _answer(question, typed[question.id]) for question in flow}
            given = {name: answer for name, answer in said.items() if answer is not None}
            return function(_in_ids(flow, given, arguments), **arguments)

        parameters = [*map(_parameter, flow), *(parameter for parameter in own if parameter.name not in groups)]
        for kind in sorted(groups.values(), key=lambda kind: kind is Shared):
            parameters += _flags_of(kind)
        parameters.sort(key=lambda parameter: parameter.default is not inspect.Parameter.empty)  # what must be given
        command.__name__, command.__doc__ = function.__name__, function.__doc__
        command.questions = lambda book: (*flow, *then(book))  # type: ignore[attr-defined]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return command

    return made


def _flags_of(group: Any) -> Iterator[inspect.Parameter]:
    for name, annotation in get_type_hints(group, include_extras=True).items():
        yield _keyword(name, annotation, group._field_defaults[name])


def _answer(question: Question[Any], value: Any) -> Answer | None:
    """Return what a flag says, as it is kept; what is not kept stays as it was typed.

    :raises CommandError: it says nothing.
    """
    if value is None or isinstance(value, bool):
        return None if value is None else YES if value else NO
    several = isinstance(value, list | tuple)
    texts = [str(text) for text in value] if several else [str(value)]
    if question.read is not as_typed:
        texts = [normal(text) for text in texts]
        if not all(texts):
            raise CommandError("wrong_value", *words.empty_flag(question.flag_name), flag=question.flag_name)
    if several:
        return [] if texts == [NONE] else texts
    return texts[0]


def _in_ids(flow: Flow, given: Given, arguments: Mapping[str, Any]) -> Given:
    """Return what was given with ids in the place of names; only names need the rule files for that."""
    from portone_guide.needs.typed_names import in_ids, may_be_names

    if not may_be_names(given):
        return given
    from portone_guide.shell.context import load_rules

    rules = next((group.rules for group in arguments.values() if hasattr(group, "rules")), arguments.get("rules"))
    return in_ids(flow, given, load_rules(rules))


def _parameter(question: Question[Any]) -> inspect.Parameter:
    flag = question.flag
    name = f"{question.flag_name}/{flag.off}" if flag.off else question.flag_name
    kind: Any = list[str] if question.kind in {"many", "amounts"} else str
    if flag.metavar is None:
        kind = bool
    annotation = Annotated[kind | None, typer.Option(name, metavar=flag.metavar, help=flag.help)]
    return _keyword(question.id, annotation, None)


def _keyword(name: str, annotation: Any, default: object) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=annotation)
