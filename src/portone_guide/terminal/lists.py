"""Lists to pick from with the keyboard, in which Enter takes only what was pointed at or ticked by the person."""

import shutil
import sys
from collections.abc import Collection, Sequence
from typing import Any, Final

import questionary
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.layout import FormattedTextControl, HSplit, Window
from prompt_toolkit.output import create_output
from questionary.prompts.common import InquirerControl

from portone_guide.needs.question import Option
from portone_guide.terminal.out import tell
from portone_guide.terminal.text import clean, wrap

STYLE: Final = questionary.Style([("highlighted", "bold"), ("selected", ""), ("instruction", "fg:ansibrightblack")])
_SEARCH_FROM = 12
_POINTER: Final = ">"
_PICK_ONE = "(위아래 화살표로 고르고 Enter{back})"
_PICK_MANY = "(스페이스로 고르고 Enter{back})"
_BACK_KEY = ", 이전은 왼쪽 화살표"
_FILTERED = " 글자를 치면 걸러집니다"
_POINT_FIRST = "화살표로 고른 뒤 Enter를 누르세요."
_TICK_FIRST = "스페이스로 고르세요. 없으면 '없음'을 고르세요."
_UPWARDS = ("up", "k", "c-p")
_NOWHERE = -1


def pick_one(text: str, ways: Sequence[Option], pointed: str | None = None, back: str | None = None) -> str:
    """Return the value of the way that the person went to; nothing is pointed at before, unless it is told.

    ``back`` is the way that the left arrow takes.
    """
    question = questionary.select(
        clean(text),
        choices=_choices(ways),
        default=pointed,
        instruction=_PICK_ONE.format(back=_BACK_KEY if back else ""),
        **_look(),
    )
    control = _control(question)
    if pointed is None:
        control.pointed_at = _NOWHERE
    keys = _keys(question, back)
    nowhere = Condition(lambda: control.pointed_at == _NOWHERE)

    @keys.add("enter", eager=True, filter=nowhere)
    def _(event: Any) -> None:
        _hint(question, _POINT_FIRST)

    for key in _UPWARDS:

        @keys.add(key, eager=True, filter=nowhere)
        def _(event: Any) -> None:
            control.pointed_at = control.choice_count - 1

    return str(_asked(question, text, ways))


def pick_many(
    text: str, ways: Sequence[Option], ticked: Collection[str], alone: Collection[str], back: str | None = None
) -> list[str]:
    """Return the values of the ways that were ticked; those that stand ``alone`` exclude all others.

    Enter takes what is ticked; with nothing ticked, a way that stands alone and is pointed at; else it takes nothing.
    """
    searching = len(ways) > _SEARCH_FROM
    question = questionary.checkbox(
        clean(text),
        choices=_choices(ways, ticked),
        instruction=_PICK_MANY.format(back=_BACK_KEY if back else "") + (_FILTERED if searching else ""),
        use_search_filter=searching,
        use_jk_keys=False,
        **_look(),
    )
    ordinary = [way.value for way in ways if way.value not in {*alone, back}]
    _tick_with_keys(question, ordinary, alone, back, searching=searching)
    picked = _asked(question, text, ways)
    return picked if isinstance(picked, list) else [picked]


def _tick_with_keys(
    question: questionary.Question,
    ordinary: Sequence[str],
    alone: Collection[str],
    back: str | None,
    *,
    searching: bool,
) -> None:
    """Let keys tick ``ordinary`` ways together, and each of those that stand ``alone`` by itself."""
    control = _control(question)
    keys = _keys(question, back)

    @keys.add("space", eager=True)
    def _(event: Any) -> None:
        pointed = control.get_pointed_at().value
        stay = [] if pointed in alone else [value for value in control.selected_options if value in ordinary]
        there = pointed in control.selected_options
        control.selected_options = [value for value in stay if value != pointed] + ([] if there else [pointed])

    @keys.add("c-a" if searching else "a", eager=True)
    def _(event: Any) -> None:
        control.selected_options = [] if set(ordinary) <= set(control.selected_options) else list(ordinary)

    @keys.add("tab" if searching else "i", eager=True)
    def _(event: Any) -> None:
        control.selected_options = [value for value in ordinary if value not in control.selected_options]

    @keys.add("enter", eager=True)
    def _(event: Any) -> None:
        pointed = control.get_pointed_at().value
        if pointed == back or back in control.selected_options:
            event.app.exit(result=[back])
        elif control.selected_options or pointed in alone:
            event.app.exit(result=list(control.selected_options) or [pointed])
        else:
            _hint(question, _TICK_FIRST)


def say(text: str) -> None:
    """Say something on stderr, in lines that the terminal has room for."""
    tell("\n".join(wrap(text, shutil.get_terminal_size().columns)))


def told(text: str, answer: Any, titles: dict[str, str]) -> None:
    """Leave a line with what was answered."""
    picked = answer if isinstance(answer, list) else [answer]
    say(f"- {text} {', '.join(titles.get(value, str(value)) for value in picked)}")


def _look() -> dict[str, Any]:
    return {
        "qmark": "?",
        "pointer": _POINTER,
        "style": STYLE,
        "output": create_output(stdout=sys.stderr),
        "erase_when_done": True,
    }


def _choices(ways: Sequence[Option], ticked: Collection[str] = ()) -> list[questionary.Choice]:
    return [questionary.Choice(clean(way.label), value=way.value, checked=way.value in ticked) for way in ways]


def _control(question: questionary.Question) -> InquirerControl:
    controls = question.application.layout.find_all_controls()
    return next(control for control in controls if isinstance(control, InquirerControl))


def _keys(question: questionary.Question, back: str | None) -> KeyBindings:
    """Return keys of ours, which come before those of the library."""
    keys = KeyBindings()

    @keys.add("<sigint>", eager=True)
    def _(event: Any) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    if back is not None:

        @keys.add("left", eager=True)
        def _(event: Any) -> None:
            event.app.exit(result=back)

    theirs = question.application.key_bindings
    question.application.key_bindings = merge_key_bindings([theirs, keys] if theirs else [keys])
    return keys


def _hint(question: questionary.Question, text: str) -> None:
    """Say below the list what to do; the library's own line needs a terminal that tells where its cursor is."""
    rows = question.application.layout.container
    if isinstance(rows, HSplit) and not question.application.is_done and not hasattr(question, "hinted"):
        rows.children.append(Window(FormattedTextControl([("class:hint", text)]), dont_extend_height=True))
        setattr(question, "hinted", True)  # noqa: B010


def _asked(question: questionary.Question, text: str, ways: Sequence[Option]) -> Any:
    answer = question.unsafe_ask()
    told(text, answer, {way.value: clean(way.label) for way in ways})
    return answer
