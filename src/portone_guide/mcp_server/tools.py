"""Which tools there are, as the table of commands has them."""

from functools import cache
from typing import Any, NamedTuple

from portone_guide.commands import Answer, Tool, answers
from portone_guide.mcp_server.arguments import Argument, arguments_of
from portone_guide.rules.book import RuleBook


class Offer(NamedTuple):
    """A tool, and the answers that it can give."""

    tool: Tool
    answers: tuple[Answer, ...]

    @property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The words of each of its commands, by the last of them: more than one, where the tool is for several."""
        words = [tuple(answer.line.partition(" --")[0].split()) for answer in self.answers]
        return {line[-1]: line for line in words}

    @property
    def schemas(self) -> tuple[str, ...]:
        """The names of the schemas of its answers."""
        return tuple(answer.schema for answer in self.answers)


@cache
def offers() -> dict[str, Offer]:
    """Return every tool by its name, in the order of the journey."""
    found: dict[str, Offer] = {}
    for answer in answers():
        if answer.tool is not None:
            before = found.get(answer.tool.name, Offer(answer.tool, ()))
            found[answer.tool.name] = before._replace(answers=(*before.answers, answer))
    return found


def named(root: Any, line: tuple[str, ...]) -> Any:
    """Return the command that a line's words name."""
    found = root
    for word in line:
        found = found.get_command(None, word)
    return found


def arguments(root: Any, offer: Offer, book: RuleBook) -> dict[str, Argument]:
    """Return what can be told to a tool, by name; of a tool with several commands each takes some of it."""
    lines = offer.lines.values()
    found = [
        argument for line in lines for argument in arguments_of(named(root, line), " ".join(line), offer.tool, book)
    ]
    return {argument.name: argument._replace(required=argument.required and len(lines) == 1) for argument in found}
