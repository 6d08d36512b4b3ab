"""A list on the screen: narrowed down by what is typed, with its edges told, in the room that there is."""

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input

from portone_guide.needs.question import Option
from portone_guide.terminal.hangul import holds
from portone_guide.terminal.listing import Listing
from portone_guide.terminal.lists import pick_many, pick_one
from portone_guide.terminal.text import cells
from support import shipped

NAMES = tuple(Option(name, gateway.name) for name, gateway in shipped().pg_methods.gateways.items())
DOWN, ENTER, SPACE, BACKSPACE = "\x1b[B", "\r", " ", "\x7f"


@pytest.mark.parametrize(
    ("text", "typed", "wanted"),
    [
        ("KG이니시스", "ㅇㄴㅅ", True),
        ("KG이니시스", "이니", True),
        ("KG이니시스", "이닛", False),
        ("KG이니시스", "kgㅇ", True),
        ("나이스정보통신", "나이ㅅㅈ", True),
        ("카카오페이", "칵", False),
        ("강남", "가", True),
        ("휴대폰 결제", "폰결", True),
        ("휴대폰 결제", "ㅎㄷㅍ ㄱㅈ", True),
        ("까페", "ㄱ", False),
        ("까페", "ㄲ", True),
        ("abc", "ㄱ", False),
        ("", "ㄱ", False),
        ("무엇이든", "", True),
    ],
)
def test_what_is_typed_is_in_a_text_as_hangul_is_typed(text: str, typed: str, wanted: bool) -> None:
    assert holds(text, typed) is wanted


def drawn(listing: Listing, room: int, columns: int) -> list[str]:
    return "".join(text for _, text in listing.drawn(room, columns)).split("\n")


@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("room", [3, 5, 10, 50])
def test_a_list_keeps_to_its_room_and_tells_what_is_beyond(room: int, columns: int) -> None:
    listing = Listing([Option(way.value, way.label * 30) for way in NAMES], 0, (), searched=True)
    for _ in NAMES:
        lines = drawn(listing, room, columns)
        assert len(lines) <= room
        assert all(cells(line) < columns for line in lines)
        rows = [line for line in lines if "더 있음" not in line]
        beyond = sum(int(line.split("개")[0].split()[-1]) for line in lines if "더 있음" in line)
        assert len(rows) + beyond == len(NAMES)
        assert all(line.endswith("..") for line in rows)
        assert sum(line.startswith(" > ") for line in rows) == 1
        assert listing.cut(columns)
        listing.move(1)


def test_no_match_says_so_and_a_single_one_is_pointed_at() -> None:
    listing = Listing(NAMES, None, None, searched=True)
    listing.narrow("ㅋㅋㅇ")
    assert listing.pointed_at == "kakaopay"
    listing.narrow("페이")
    assert len(listing.shown) > 1
    assert listing.pointed_at is None
    listing.narrow("없는곳")
    assert "맞는 것이 없습니다" in "".join(drawn(listing, 9, 80))
    listing.move(1)
    assert listing.pointed_at is None


@pytest.mark.parametrize(
    ("keys", "picked"),
    [
        ("ㅇㄴㅅ" + SPACE + ENTER, ["inicis"]),
        ("kcpx" + ENTER + BACKSPACE + SPACE + ENTER, ["kcp"]),
        ("카카" + SPACE + BACKSPACE * 2 + "나이스" + SPACE + ENTER, ["nice", "kakaopay"]),
        ("\x1b[200~다날\x1b[201~" + SPACE + ENTER, ["danal"]),
        ("?다날" + SPACE + ENTER, ["danal"]),
    ],
)
def test_typing_narrows_a_long_list_down(keys: str, picked: list[str]) -> None:
    assert set(_typed(keys, many=True)) == set(picked)


def test_enter_after_typing_takes_the_only_match_and_none_of_several() -> None:
    assert _typed("페이" + ENTER + BACKSPACE * 2 + "ㅇㄴㅅㅅ" + ENTER, many=False) == ["inicis"]
    assert _typed("페이" + ENTER + DOWN + ENTER, many=False) != []


def _typed(keys: str, *, many: bool) -> list[str]:
    with create_pipe_input() as typed, create_app_session(input=typed):
        typed.send_text(keys)
        if many:
            return pick_many("어디?", NAMES, (), (), explain=lambda: "설명")
        return [pick_one("어디?", NAMES)]
