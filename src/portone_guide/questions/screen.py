"""What commands can be told, as a screen."""

from collections import Counter
from collections.abc import Iterator, Sequence

from portone_guide.questions.answer import CommandQuestions, ListedQuestion
from portone_guide.questions.words import NO_QUESTIONS, how_answered, when_asked
from portone_guide.terminal.blocks import Block, Bullets, Column, Command, Heading, Screen, Table, Text

_VALUES_SHOWN = 12


def questions_screen(commands: Sequence[CommandQuestions]) -> Screen:
    """Return a table for each command; where there is only one, the values of its questions, too."""
    return tuple(_blocks(commands))


def _blocks(commands: Sequence[CommandQuestions]) -> Iterator[Block]:
    for entry in commands:
        yield Heading(f"{entry.command}에 답할 수 있는 것")
        yield from _command(entry, alone=len(commands) == 1)
    if len(commands) > 1:
        yield Text("")
        yield Command(f"portone-guide questions {commands[0].command}", "무엇을 적을 수 있는지 보려면")


def _command(entry: CommandQuestions, *, alone: bool) -> Iterator[Block]:
    if not entry.questions:
        yield Text(NO_QUESTIONS)
        return
    uses = Counter(question.flag for question in entry.questions)
    own = [question for question in entry.questions if uses[question.flag] == 1]
    shared = [question for question in entry.questions if uses[question.flag] > 1]
    yield _table(own)
    if alone:
        yield Heading("무엇을 적나")
        yield Bullets(tuple(map(_what, own)))
    if shared:
        yield Heading(f"{shared[0].flag} {shared[0].metavar}")
        states = ", ".join(f"{value.value.rpartition('=')[2]}({value.label})" for value in shared[0].values)
        yield Text(f"사이트에 해당하는 항목만 묻습니다: {states}")
    if shared and alone:
        yield Bullets(tuple(f"{question.id}: {question.help}" for question in shared))


def _what(question: ListedQuestion) -> tuple[str, str]:
    """Return what a question asks, and what can be written after its flag."""
    flag = f"{question.flag} {question.metavar or ''}".rstrip()
    values = question.values if question.metavar else ()
    shown = [f"{value.value}({value.label.split(' - ')[0]})" for value in values[:_VALUES_SHOWN]]
    rest = len(values) - len(shown)
    return f"{flag}: {question.text or question.help}", ", ".join(shown) + (
        f" 외 {rest}가지 (모두: --json)" if rest else ""
    )


def _table(questions: Sequence[ListedQuestion]) -> Table:
    columns = (Column("플래그"), Column("언제 묻나"), Column("답", rank=9), Column("무엇을", rank=1))
    return Table(
        columns,
        tuple(
            (
                " / ".join(filter(None, (question.flag, question.off))),
                when_asked(question),
                how_answered(question),
                question.text or question.help,
            )
            for question in questions
        ),
    )
