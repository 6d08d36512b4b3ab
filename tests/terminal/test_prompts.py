"""Each kind of question, answered by keys."""

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input

from portone_guide.needs.flow import BACK, PartlyAnswered
from portone_guide.needs.question import UNKNOWN, Answer, Flag, Option, Question
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.reading import text as as_typed
from portone_guide.needs.reason import because
from portone_guide.needs.typed_text import plain
from portone_guide.terminal.prompts import TerminalAsker

UP, DOWN, LEFT, ENTER, SPACE, CLEAR = "\x1b[A", "\x1b[B", "\x1b[D", "\r", " ", "\x15"
CTRL_C, CTRL_D = "\x03", "\x04"
OPTIONS = (Option("a", "가"), Option("b", "나"), Option("c", "다"))


def _number(text: str) -> int:
    if not plain(text).strip().isdigit():
        raise WrongValueError(because("no_day", text="숫자가 아닙니다\x1b[1m"))
    return int(plain(text))


KINDS = {
    "one": Question("q", "one", Flag(""), as_typed, "하나는?", "고르세요."),
    "many": Question("q", "many", Flag(""), as_typed, "여럿은?", "고르세요."),
    "amount": Question("q", "amount", Flag(""), as_typed, "얼마?", "적으세요.", check=_number),
    "amounts": Question("q", "amounts", Flag(""), as_typed, "각각 얼마?", "적으세요.", unit="건", check=_number),
}


@pytest.mark.parametrize(
    ("kind", "default", "place", "keys", "answer"),
    [
        ("one", None, 1, DOWN + ENTER, "a"),
        ("one", None, 1, ENTER * 3 + DOWN + ENTER, "a"),
        ("one", "b", 1, ENTER, "b"),
        ("one", "gone", 1, ENTER + DOWN + DOWN + ENTER, "b"),
        ("one", None, 1, UP + ENTER, UNKNOWN),
        ("one", None, 1, "k" + ENTER, UNKNOWN),
        ("one", None, 2, UP + ENTER, UNKNOWN),
        ("one", None, 2, UP * 2 + ENTER, BACK),
        ("one", None, 2, LEFT, BACK),
        ("one", None, 1, LEFT + DOWN + ENTER, "a"),
        ("many", None, 1, ENTER + SPACE + ENTER, ["a"]),
        ("many", None, 1, UP + ENTER, []),
        ("many", None, 1, DOWN * 3 + ENTER, UNKNOWN),
        ("many", None, 1, SPACE + DOWN + SPACE + ENTER, ["a", "b"]),
        ("many", None, 1, SPACE + UP * 2 + SPACE + ENTER, UNKNOWN),
        ("many", None, 1, UP + SPACE + DOWN + SPACE + ENTER, ["a"]),
        ("many", None, 1, SPACE + UP * 2 + ENTER, ["a"]),
        ("many", None, 2, "a" + ENTER, ["a", "b", "c"]),
        ("many", None, 2, SPACE + "i" + ENTER, ["b", "c"]),
        ("many", None, 2, "aa" + ENTER + SPACE + ENTER, ["a"]),
        ("many", ["b", "c"], 2, ENTER, ["b", "c"]),
        ("many", "b", 2, ENTER, ["b"]),
        ("many", [], 2, ENTER, []),
        ("many", UNKNOWN, 2, ENTER, UNKNOWN),
        ("many", UNKNOWN, 2, SPACE + ENTER, ["a"]),
        ("many", ["b"], 2, UP * 3 + SPACE + ENTER, BACK),
        ("many", ["b"], 2, UP * 3 + ENTER, BACK),
        ("many", None, 2, UP * 3 + ENTER, BACK),
        ("many", None, 2, SPACE + LEFT, BACK),
        ("many", UNKNOWN, 2, UP * 3 + SPACE + ENTER, BACK),
        ("amount", None, 1, ENTER, UNKNOWN),
        ("amount", UNKNOWN, 1, ENTER, UNKNOWN),
        ("amount", "12", 1, ENTER, "12"),
        ("amount", None, 1, "\u3000\uff17\u00a0" + ENTER, "7"),
        ("amount", None, 2, "x" + ENTER + CLEAR + "7" + ENTER, "7"),
        ("amount", "12", 2, CLEAR + "<" + ENTER, BACK),
        ("amount", "12", 2, "\x1a" + "3" + ENTER, "123"),  # Ctrl-Z
        ("amount", "12", 2, "\x11\x1a" + "3" + ENTER, "123"),  # what Ctrl-Q quotes
        ("amount", "12", 2, "\x1b[200~3\x1a\r\n\x1b[201~" + ENTER, "123"),  # a paste
        ("amount", "12", 2, "<" + ENTER, BACK),
        ("amount", None, 2, "\uff1c" + ENTER, BACK),
        ("amounts", None, 1, ENTER * 3, UNKNOWN),
        ("amounts", ["a=1", "c=3"], 1, ENTER + "2" + ENTER * 2, ["a=1", "b=2", "c=3"]),
        ("amounts", UNKNOWN, 2, "<" + ENTER, BACK),
        ("amounts", UNKNOWN, 2, "1" + ENTER + "<" + ENTER + "<" + ENTER, BACK),
        ("amounts", None, 2, "1" + ENTER + "2" + ENTER + "<" + ENTER + ENTER + "3" + ENTER, ["a=1", "b=2", "c=3"]),
        ("amounts", None, 2, "1" + ENTER + "<" + ENTER + CLEAR + "4" + ENTER + ENTER * 2, ["a=4"]),
    ],
)
def test_an_answer(
    kind: str, default: Answer | None, place: int, keys: str, answer: Answer, *, capsys: pytest.CaptureFixture[str]
) -> None:
    with create_pipe_input() as typed, create_app_session(input=typed):
        typed.send_text(keys)
        assert TerminalAsker().ask(KINDS[kind], OPTIONS, default, (place, 2)) == answer
    said = capsys.readouterr()
    assert said.out == ""
    assert f"[{place}/2] {KINDS[kind].explain}" in said.err


@pytest.mark.parametrize(
    ("default", "keys", "rows"),
    [
        (None, "1" + ENTER + "2" + ENTER + "9" + CTRL_C, ["a=1", "b=2"]),
        (None, "1" + ENTER + ENTER + CTRL_D, ["a=1"]),
        (["a=1", "c=3"], CLEAR + "7" + ENTER + CTRL_C, ["a=7", "c=3"]),
        (None, "1" + ENTER + "<" + ENTER + CTRL_C, ["a=1"]),
        (["a=1", "c=3"], ENTER + CTRL_C, None),
        (None, ENTER + CTRL_C, None),
        (None, "1" + CTRL_C, None),
    ],
)
def test_rows_answered_before_a_person_goes_away_are_told(
    default: Answer | None, keys: str, rows: list[str] | None
) -> None:
    with create_pipe_input() as typed, create_app_session(input=typed):
        typed.send_text(keys)
        with pytest.raises(KeyboardInterrupt) as left:
            TerminalAsker().ask(KINDS["amounts"], OPTIONS, default, (1, 2))
    told = left.value.answers if isinstance(left.value, PartlyAnswered) else None
    assert told == (rows and {"q": rows})


def test_review_and_choice() -> None:
    with create_pipe_input() as typed, create_app_session(input=typed):
        typed.send_text(ENTER + DOWN + ENTER + ENTER * 2 + DOWN * 2 + ENTER)
        asker = TerminalAsker()
        assert asker.review(OPTIONS) is None
        assert asker.review(OPTIONS) == "a"
        assert asker.choose("어디?", OPTIONS) == "b"


def test_a_long_list_ticks_all_but_the_ways_out() -> None:
    options = tuple(Option(f"v{number}", f"값 {number}") for number in range(20))
    with create_pipe_input() as typed, create_app_session(input=typed):
        typed.send_text("\x01" + ENTER)
        assert TerminalAsker().ask(KINDS["many"], options, None, (2, 2)) == [option.value for option in options]
