"""What commands can be told, as one JSON object (its schema: docs/schemas/questions.json)."""

from collections.abc import Iterable
from typing import Literal, TypedDict

from portone_guide.needs.question import Option
from portone_guide.questions.answer import Asked, CommandQuestions, Kind, ListedQuestion
from portone_guide.questions.words import CONDITIONS
from portone_guide.rules.json_types import NotEmpty


class ValueReport(TypedDict):
    """What a flag takes, and what it means."""

    value: NotEmpty
    label: NotEmpty


class ConditionReport(TypedDict):
    """What must hold for a question to be asked: ``code`` is for programs, ``text`` for people."""

    code: str
    text: NotEmpty


class QuestionReport(TypedDict):
    """One question. Where it is not known what to say, leave the flag out: that widens an answer and picks nothing."""

    id: str
    flag: NotEmpty
    """Followed by a value; several questions may share one whose values say which is meant."""
    off_flag: str | None
    """Of a switch: the flag that means no."""
    kind: Kind
    """one: one of the values; many: the flag as often as there are values; amount: a number, a day or a text;
    amounts: VALUE=NUMBER for each of the values that was asked for."""
    metavar: str | None
    """How the help writes what follows the flag; null: the flag is a switch that means yes, and takes no value."""
    text: str | None
    """The question as a person is asked it; null: there are only the words of help."""
    explain: str | None
    help: NotEmpty
    unit: str | None
    """Of an amount: what it is counted in, or an example."""
    values: list[ValueReport]
    """Every value that the flag takes, those that are offered first; of amounts, and of pairs (ID=M): those that
    are offered; empty: the value is free."""
    asked: Asked
    """When a person at a terminal is asked: always, where the condition holds, or never (flag_only)."""
    condition: ConditionReport | None


class CommandReport(TypedDict):
    """The questions of one command, in the order in which they are asked."""

    command: NotEmpty
    questions: list[QuestionReport]


class QuestionsReport(TypedDict):
    """What the commands can be told."""

    schema_version: Literal[1]
    commands: list[CommandReport]


def questions_report(commands: Iterable[CommandQuestions]) -> QuestionsReport:
    """Return every question of every command."""
    return {
        "schema_version": 1,
        "commands": [
            {"command": entry.command, "questions": [_question(question) for question in entry.questions]}
            for entry in commands
        ],
    }


def _question(question: ListedQuestion) -> QuestionReport:
    code = question.condition
    return {
        "id": question.id,
        "flag": question.flag,
        "off_flag": question.off,
        "kind": question.kind,
        "metavar": question.metavar,
        "text": question.text or None,
        "explain": question.explain or None,
        "help": question.help,
        "unit": question.unit or None,
        "values": [_value(option) for option in question.values],
        "asked": question.asked,
        "condition": {"code": code, "text": CONDITIONS[code]} if code else None,
    }


def _value(option: Option) -> ValueReport:
    return {"value": option.value, "label": option.label}
