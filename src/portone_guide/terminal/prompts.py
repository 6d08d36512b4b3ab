"""Asking at a terminal, with questionary. Prompts go to stderr, so stdout stays the result's."""

import sys
from collections.abc import Callable, Sequence
from typing import Any, Final, Literal
from unicodedata import category

import questionary
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import create_output

from portone_guide.needs.flow import BACK, PartlyAnswered
from portone_guide.needs.question import NONE, UNKNOWN, Answer, Option, Question
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.typed_text import normal
from portone_guide.needs.words import NOTHING, UNKNOWN_LABEL, problem_lines
from portone_guide.terminal.lists import STYLE, Explain, pick_many, pick_one, say, told
from portone_guide.terminal.text import clean

_BACK_LABEL: Final = "(이전 질문으로)"
_BACK_TYPED: Final = "<"
_EXPLAIN_TYPED: Final = "?"
_WORDS_TOLD: Final = 6
_RESULT: Final = "__result__"


class TerminalAsker:
    """Asks one question a screen: arrows to move, Enter to go on, and always a way back.

    ``explained`` says what the words in a text mean, each on a line; they are told on a question mark.
    """

    def __init__(self, explained: Callable[[str], Sequence[str]] = lambda text: ()) -> None:
        self._explained = explained

    def ask(
        self,
        question: Question[Any],
        options: Sequence[Option],
        default: Answer | None,
        place: tuple[int, int],
        *,
        returns: bool = False,
    ) -> Answer | Literal["__back__"]:
        """See :class:`portone_guide.needs.flow.Asker`; with ``returns`` the first question has a way back too."""
        number, total = place
        say(f"\n[{number}/{total}] {question.explain}")
        before = [default] if isinstance(default, str) else default or []
        labels = (option.label for option in options)
        lines = self._explained("\n".join((question.text, question.explain, *labels)))[:_WORDS_TOLD]
        explain = (lambda: "\n".join(lines)) if lines else None
        unknown, back = Option(UNKNOWN, UNKNOWN_LABEL), [Option(BACK, _BACK_LABEL)] if returns or number > 1 else []
        match question.kind:
            case "one":
                ways = [*options, *back, unknown]
                pointed = next((way.value for way in ways if way.value in before), None)
                return pick_one(question.text, ways, pointed, BACK if back else None, explain=explain)
            case "many":
                ticked = [NONE] if default == [] else before
                return _many(question.text, [*options, *back, unknown], ticked, explain)
            case "amount":
                typed = default if isinstance(default, str) and default != UNKNOWN else ""
                return _number(question.text, question, typed, explain) or UNKNOWN
            case "amounts":
                return _amounts(question, options, before, explain)

    def say(self, text: str) -> None:
        """Say something before the questions."""
        say(text)

    def review(self, lines: Sequence[Option]) -> str | None:
        """See :class:`portone_guide.needs.flow.Asker`."""
        say("\n답한 내용을 확인하세요. 고칠 것이 있으면 그 줄을 고르세요.")
        ways = [Option(_RESULT, "이대로 결과 보기")]
        ways += [Option(line.value, f"고치기: {line.label}") for line in lines]
        chosen = pick_one("확인", ways, _RESULT)
        return None if chosen == _RESULT else chosen

    def choose(self, text: str, options: Sequence[Option], rows: int | None = None) -> str:
        """Return the value of one of ``options``, of which at most ``rows`` are shown; none is pointed at before."""
        return pick_one(text, options, rows=rows)


def _many(text: str, ways: Sequence[Option], before: Sequence[str], explain: Explain | None) -> Answer:
    """Ask for several of some ways, or none: "없음" is the last, one step up from the first."""
    ways = [*ways, Option(NONE, NOTHING)]
    back = BACK if any(way.value == BACK for way in ways) else None
    picked = pick_many(text, ways, before, (NONE, UNKNOWN), back, explain=explain)
    alone = next((way for way in (BACK, UNKNOWN) if way in picked), None)
    return alone or [value for value in picked if value != NONE]


def _amounts(question: Question[Any], rows: Sequence[Option], before: Sequence[str], explain: Explain | None) -> Answer:
    """Ask for a number a row; back goes to the row before.

    :raises PartlyAnswered: the person went away after some of the rows.
    """
    say(question.text)
    amounts = {row: amount for row, equals, amount in (text.rpartition("=") for text in before) if equals}
    begun = [amounts.get(row.value, amounts.get(row.value.partition(":")[2], "")) for row in rows]
    numbers, at = list(begun), 0
    try:
        while at < len(rows):
            typed = _number(rows[at].label, question, numbers[at], explain)
            if typed != BACK:
                numbers[at] = typed
                at += 1
            elif at == 0:
                return BACK
            else:
                at -= 1
    except (KeyboardInterrupt, EOFError):
        filled = _filled(rows, numbers)
        if filled and numbers != begun:
            raise PartlyAnswered({question.id: filled}) from None
        raise
    return _filled(rows, numbers) or UNKNOWN


def _filled(rows: Sequence[Option], numbers: Sequence[str]) -> list[str]:
    return [f"{row.value}={number}" for row, number in zip(rows, numbers, strict=True) if number]


def _number(label: str, question: Question[Any], default: str, explain: Explain | None) -> str:
    def wrong(text: str) -> bool | str:
        if normal(text) in {"", _EXPLAIN_TYPED if explain else ""} or _goes_back(text):
            return True
        try:
            if question.check:
                question.check(text)
        except WrongValueError as error:
            return clean("\n".join(problem_lines(error.problem)))
        return True

    text = f"{label} ({question.unit})"
    asked = questionary.text(
        clean(text),
        default=default,
        validate=wrong,
        instruction=f"(모르면 Enter, 이전 질문은 < {', 낱말 설명은 ? ' if explain else ''})",
        qmark="?",
        style=STYLE,
        output=create_output(stdout=sys.stderr),
        erase_when_done=True,
        key_bindings=_keys(),
    )
    typed = normal(asked.unsafe_ask())
    if explain and typed == _EXPLAIN_TYPED:
        say(explain())
        return _number(label, question, default, explain)
    back = _goes_back(typed)
    told(text, _BACK_TYPED if back else typed or UNKNOWN_LABEL, {})
    return BACK if back else typed


def _keys() -> KeyBindings:
    """Return keys that take no control character into a text: Ctrl-Z would, and what Ctrl-Q quotes or a paste has."""
    keys = KeyBindings()
    for key in ("c-z", "c-q"):
        keys.add(key)(lambda event: None)

    @keys.add(Keys.BracketedPaste)
    def _(event: Any) -> None:
        event.current_buffer.insert_text("".join(" " if category(char) == "Cc" else char for char in event.data))

    return keys


def _goes_back(text: str) -> bool:
    """Tell whether the way back was typed, be it behind the answer that stood there: no answer ends like that."""
    return normal(text).endswith(_BACK_TYPED)
