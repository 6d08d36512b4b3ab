"""Lists to pick from with the keyboard, in which Enter takes only what was pointed at or ticked by the person."""

import shutil
import sys
from collections.abc import Callable, Collection, Sequence
from typing import Any, Final

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.output import create_output
from prompt_toolkit.styles import Style

from portone_guide.needs.question import Option
from portone_guide.terminal.listing import Listing
from portone_guide.terminal.out import tell
from portone_guide.terminal.text import cells, clean, wrap

STYLE: Final = Style([("highlighted", "bold"), ("qmark", "fg:ansicyan"), ("instruction", "fg:ansibrightblack")])
_SEARCH_FROM = 12
_PICK_ONE = "(위아래 화살표로 고르고 Enter"
_PICK_MANY = "(스페이스로 고르고 Enter"
_BACK_KEY = ", 이전은 왼쪽 화살표"
_EXPLAINED = ", 낱말 설명은 ?"
_FILTERED = " 글자를 치면 걸러집니다 (ㅋㄷ도 됨)"
_POINT_FIRST = "화살표로 고른 뒤 Enter를 누르세요."
_TICK_FIRST = "스페이스로 고르세요. 없으면 '없음'을 고르세요."
_LEAST_ROOM = 3

Explain = Callable[[], str]
"""Says what the words of a question mean."""


def pick_one(
    text: str,
    ways: Sequence[Option],
    pointed: str | None = None,
    back: str | None = None,
    *,
    explain: Explain | None = None,
    rows: int | None = None,
) -> str:
    """Return the value of the way that the person went to; nothing is pointed at before, unless it is told.

    ``back`` is the way that the left arrow takes; ``explain`` is told below the list on a question mark. At most
    ``rows`` ways are shown at once, None: as many as the terminal has room for.
    """
    at = next((number for number, way in enumerate(ways) if way.value == pointed), None)
    prompt = _Prompt(text, Listing(ways, at, None, searched=len(ways) > _SEARCH_FROM), _PICK_ONE, back, explain)
    prompt.rows = rows

    @prompt.keys.add("enter")
    def _(event: Any) -> None:
        if (picked := prompt.listing.pointed_at) is not None:
            event.app.exit(result=picked)
        else:
            prompt.hint = _POINT_FIRST

    return str(prompt.ask())


def pick_many(
    text: str,
    ways: Sequence[Option],
    ticked: Collection[str],
    alone: Collection[str],
    back: str | None = None,
    *,
    explain: Explain | None = None,
) -> list[str]:
    """Return the values of the ways that were ticked; those that stand ``alone`` exclude all others.

    Enter takes what is ticked; with nothing ticked, a way that stands alone and is pointed at; else it takes nothing.
    """
    prompt = _Prompt(text, Listing(ways, 0, ticked, searched=len(ways) > _SEARCH_FROM), _PICK_MANY, back, explain)
    ordinary = [way.value for way in ways if way.value not in {*alone, back}]
    _tick_with_keys(prompt, ordinary, alone, back)
    picked = prompt.ask()
    return picked if isinstance(picked, list) else [picked]


def _tick_with_keys(prompt: "_Prompt", ordinary: Sequence[str], alone: Collection[str], back: str | None) -> None:
    """Let keys tick ``ordinary`` ways together, and each of those that stand ``alone`` by itself."""
    listing, keys = prompt.listing, prompt.keys

    @keys.add("space")
    def _(event: Any) -> None:
        pointed, ticked = listing.pointed_at, listing.ticked or []
        if pointed is not None:
            stay = [] if pointed in alone else [value for value in ticked if value in ordinary and value != pointed]
            listing.ticked = stay if pointed in ticked else [*stay, pointed]

    @keys.add("c-a" if listing.searched else "a")
    def _(event: Any) -> None:
        listing.ticked = [] if set(ordinary) <= set(listing.ticked or ()) else list(ordinary)

    @keys.add("tab" if listing.searched else "i")
    def _(event: Any) -> None:
        listing.ticked = [value for value in ordinary if value not in (listing.ticked or ())]

    @keys.add("enter")
    def _(event: Any) -> None:
        pointed, ticked = listing.pointed_at, listing.ticked or []
        if back is not None and (pointed == back or back in ticked):
            event.app.exit(result=[back])
        elif ticked:
            event.app.exit(result=[way.value for way in listing.ways if way.value in ticked])
        elif pointed in alone:
            event.app.exit(result=[pointed])
        else:
            prompt.hint = _TICK_FIRST


class _Prompt:
    """A list at the terminal, on stderr; what keys do besides moving is added by who asks."""

    rows: int | None = None
    """So many lines of the list at most; None: as many as there is room for."""

    def __init__(self, text: str, listing: Listing, how: str, back: str | None, explain: Explain | None) -> None:
        self.text, self.listing, self.hint = text, listing, ""
        self.keys = KeyBindings()
        more = (_BACK_KEY if back is not None else "") + (_EXPLAINED if explain else "")
        self._asks = f"{clean(text)} {how}{more}){_FILTERED if listing.searched else ''}"
        self._moves(back, explain)

    def ask(self) -> Any:
        """Show the list until something was picked, and leave a line with that.

        :raises KeyboardInterrupt: the person went away.
        """
        windows = [
            Window(FormattedTextControl(self._question), dont_extend_height=True, wrap_lines=True),
            Window(FormattedTextControl(self._list, show_cursor=False), dont_extend_height=True),
            Window(FormattedTextControl(self._below), dont_extend_height=True, wrap_lines=True),
        ]
        asked: Application[Any] = Application(
            layout=Layout(HSplit(windows)),
            key_bindings=self.keys,
            style=STYLE,
            output=create_output(stdout=sys.stderr),
            erase_when_done=True,
        )
        answer = asked.run()
        told(self.text, answer, {way.value: clean(way.label) for way in self.listing.ways})
        return answer

    def _question(self) -> StyleAndTextTuples:
        return [("class:qmark", "? "), ("", self._asks)]

    def _list(self) -> StyleAndTextTuples:
        columns, lines = shutil.get_terminal_size()
        taken = sum(1 + cells(line) // max(1, columns) for line in (self._asks, *self._told_below().split("\n")))
        room = max(_LEAST_ROOM, lines - taken - 2)
        return [*self.listing.drawn(min(room, self.rows or room), columns)]

    def _below(self) -> StyleAndTextTuples:
        return [("class:instruction", self._told_below())]

    def _told_below(self) -> str:
        """Return what was typed, the whole of a label that is cut in the list, and a hint."""
        typed = f"/ {self.listing.typed} ({len(self.listing.shown)}개)" if self.listing.typed else ""
        return "\n".join(filter(None, (typed, self.listing.cut(shutil.get_terminal_size().columns), self.hint)))

    def _moves(self, back: str | None, explain: Explain | None) -> None:
        listing, keys = self.listing, self.keys
        moves = {"down": 1, "c-n": 1, "up": -1, "c-p": -1}
        for key, step in (
            moves if listing.searched or listing.ticked is not None else {**moves, "j": 1, "k": -1}
        ).items():
            keys.add(key)(lambda event, step=step: listing.move(step))

        @keys.add("c-c")
        @keys.add("<sigint>")
        def _(event: Any) -> None:
            event.app.exit(exception=KeyboardInterrupt)

        if back is not None:
            keys.add("left")(lambda event: event.app.exit(result=back))
        if explain:
            keys.add("?")(lambda event: self._toggle(explain()))
        if listing.searched:
            keys.add(Keys.Any)(lambda event: self._narrow(listing.typed + event.data))
            keys.add(Keys.BracketedPaste)(lambda event: self._narrow(listing.typed + event.data))
            keys.add("backspace")(lambda event: self._narrow(listing.typed[:-1]))
            keys.add("c-u")(lambda event: self._narrow(""))

    def _narrow(self, typed: str) -> None:
        if typed.isprintable():
            self.listing.narrow(typed)

    def _toggle(self, told_: str) -> None:
        self.hint = "" if self.hint == told_ else told_


def say(text: str) -> None:
    """Say something on stderr, in lines that the terminal has room for."""
    tell("\n".join(wrap(text, shutil.get_terminal_size().columns)))


def told(text: str, answer: Any, titles: dict[str, str]) -> None:
    """Leave a line with what was answered."""
    picked = answer if isinstance(answer, list) else [answer]
    say(f"- {text} {', '.join(titles.get(value, str(value)) for value in picked)}")
