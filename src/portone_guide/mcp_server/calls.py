"""A tool's call: what was told becomes a command line, and what it says as JSON the result."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from portone_guide.mcp_server import words
from portone_guide.mcp_server.arguments import Argument, schema_of, typed
from portone_guide.mcp_server.granted import granted
from portone_guide.mcp_server.schemas import ALWAYS, sections
from portone_guide.mcp_server.tools import Offer, arguments, named
from portone_guide.shell.alone import json_of
from portone_guide.shell.context import shipped_rules
from portone_guide.shell.exits import CommandError
from portone_guide.terminal.text import clean

SECTION: Final = "section"
ABOUT: Final = "about"
_SECTION: Final = Argument(SECTION, "texts", None, None, words.SECTION, required=False)
_ABOUT: Final = Argument(ABOUT, "text", None, None, words.ABOUT, required=True)


class Calls:
    """Answers for assistants; ``root`` is the program's group of commands.

    What can be told to a tool is found out once.
    """

    def __init__(self, root: Any) -> None:
        self._root = root
        self._known: dict[str, dict[str, Argument]] = {}

    def help(self, offer: Offer) -> str:
        """Return what a tool does, in the words of its first command."""
        return named(self._root, next(iter(offer.lines.values()))).help or ""

    def input_schema(self, offer: Offer) -> dict[str, Any]:
        """Return the JSON schema of what can be told to a tool."""
        told = {**self._arguments(offer), SECTION: _SECTION}
        if len(offer.lines) > 1:
            told[ABOUT] = _ABOUT
        properties = {name: schema_of(argument) for name, argument in told.items()}
        properties[SECTION]["items"]["enum"] = sections(offer.schemas)
        if ABOUT in told:
            properties[ABOUT]["enum"] = list(offer.lines)
        required = [name for name, argument in told.items() if argument.required]
        return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}

    def answer(self, offer: Offer, given: Mapping[str, Any], roots: Sequence[Path]) -> dict[str, Any]:
        """Return what a tool says to what was told, or the parts of it that were asked for.

        :raises CommandError: it can't be answered, or something is read that is not in one of the ``roots``.
        """
        told = dict(given)
        wanted = _names(SECTION, told.pop(SECTION, None), sections(offer.schemas))
        line = _line(offer, told)
        if (place := offer.tool.reads) is not None:
            told[place] = granted(place, told.get(place), roots, web=offer.tool.web)
        found = _plain(json_of(self._root, [*line, *offer.tool.always, *typed(self._arguments(offer), told)]))
        cut = {key: value for key, value in found.items() if key in wanted}
        if wanted and not cut:
            raise CommandError("wrong_value", *words.section_not_here(wanted, found))
        return {ALWAYS: found[ALWAYS], **cut} if wanted else found

    def _arguments(self, offer: Offer) -> dict[str, Argument]:
        name = offer.tool.name
        if name not in self._known:
            self._known[name] = arguments(self._root, offer, shipped_rules())
        return self._known[name]


def _line(offer: Offer, told: dict[str, Any]) -> tuple[str, ...]:
    """Return the words of the command that is meant, and take what says so out of what was told."""
    lines = offer.lines
    if len(lines) == 1:
        return next(iter(lines.values()))
    names = _names(ABOUT, told.pop(ABOUT, None), list(lines))
    if len(names) != 1:
        raise CommandError("needs_answers", f"{ABOUT}: {words.ABOUT}")
    return lines[names[0]]


def _names(argument: str, value: Any, allowed_names: Sequence[str]) -> list[str]:
    """Return names out of a few.

    :raises CommandError: one is another.
    """
    names = value if isinstance(value, list) else [] if value is None else [value]
    for name in names:
        if name not in allowed_names:
            said = words.no_such_name(argument, name if isinstance(name, str) else "", allowed_names)
            raise CommandError("wrong_value", *said)
    return names


def _plain(answered: object) -> dict[str, Any]:
    """Return an answer as JSON has it, in which no text of others moves a cursor or hides."""
    text = json.dumps(answered, ensure_ascii=False)
    found: dict[str, Any] = json.loads(text)
    return found if text.isprintable() and "\\u00" not in text else _visible(found)


def _visible(value: Any) -> Any:
    if isinstance(value, str):
        return "\t".join(map(clean, value.split("\t")))
    if isinstance(value, list):
        return [_visible(item) for item in value]
    return {key: _visible(item) for key, item in value.items()} if isinstance(value, dict) else value
