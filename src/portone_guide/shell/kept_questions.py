"""The questions whose answers a plan keeps, as the commands declare them."""

from typing import Any, Final

from portone_guide.needs.question import Flow, Question
from portone_guide.plan.answer_keys import ANSWER_KEYS
from portone_guide.rules.book import RuleBook

_ASKING: Final = ("select-pg", "checklist", "next-steps", "need-new-mid")


def kept_questions(context: Any, book: RuleBook) -> Flow:
    """Return each question once, in the order in which they are asked; where several have it, the one with a text.

    ``context`` is that of the running command: the program's table of commands is found by it.
    """
    root = context.find_root()
    found: dict[str, Question[Any]] = {}
    for name in _ASKING:
        for question in root.command.get_command(root, name).questions(book):
            if question.id in ANSWER_KEYS and not (question.id in found and found[question.id].text):
                found[question.id] = question
    return tuple(found.values())
