"""What is kept between runs, or comes with a wheel, never answers when it is damaged, and can't run anything."""

import json
import pickle
import random
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from portone_guide.rules import business_days, loader
from portone_guide.rules.book import FILE_KINDS
from portone_guide.rules.loader import load, parse_files
from portone_guide.rules.models.money import Charge
from portone_guide.rules.reading.cache import RuleText
from portone_guide.rules.reading.frozen import freeze, thaw
from portone_guide.rules.reading.kept import Kept, sealed, unsealed
from support import shipped


class Bomb:
    """Runs when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def __reduce__(self) -> object:
        return Path.touch, (self._mark,)


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the parsed book as a wheel brings it, in use."""
    folder = tmp_path / "book"
    loader.write_book(folder)
    monkeypatch.setattr(loader, "shipped_book", lambda: folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    return folder


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    calls: list[int] = []

    def counted(texts: dict[str, RuleText], parsed: Any = None) -> dict[str, object]:
        calls.append(len(texts))
        return parse_files(texts, parsed)

    monkeypatch.setattr(loader, "parse_files", counted)
    return calls


def flipped(data: bytes, bit: int) -> bytes:
    at, inside = divmod(bit, 8)
    return data[:at] + bytes([data[at] ^ 1 << inside]) + data[at + 1 :]


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_file_comes_back_as_it_was(kind: str) -> None:
    file = getattr(shipped(), kind)
    back = thaw(freeze(file))
    assert back == file
    assert repr(back) == repr(file), "types too: a rate is no text, a flag no number"


@pytest.mark.parametrize(
    "value", [(), {}, (0, 1, True, False, None), ("1", 1), (Charge(), (Charge(won=1),)), {"a": ({},)}]
)
def test_values_that_look_alike_stay_apart(value: object) -> None:
    assert repr(thaw(freeze(value))) == repr(value)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_a_flipped_bit_is_seen_wherever_it_is(kind: str, wheel: Path) -> None:
    data = (wheel / kind).read_bytes()
    draw = random.Random(kind)
    key = (wheel / "content").read_text("ascii")
    assert unsealed(data, key, kind) == freeze(getattr(shipped(), kind))
    for bit in [*range(0, 8 * 70, 7), *(draw.randrange(8 * len(data)) for _ in range(50))]:
        with pytest.raises(OSError, match="damaged"):
            unsealed(flipped(data, bit), key, kind)


@pytest.mark.parametrize("harm", ["a bit", "cut short", "of another kind", "of another content", "gone", "a pickle"])
def test_a_damaged_wheel_only_costs_time(harm: str, wheel: Path, parses: list[int], tmp_path: Path) -> None:
    fees, mark = wheel / "fees", tmp_path / "mark"
    match harm:
        case "a bit":
            fees.write_bytes(flipped(fees.read_bytes(), 5000))
        case "cut short":
            fees.write_bytes(fees.read_bytes()[:2000])
        case "of another kind":
            fees.write_bytes((wheel / "terms").read_bytes())
        case "of another content":
            fees.write_bytes(sealed(freeze(()), "another key", "fees"))
        case "gone":
            fees.unlink()
        case _:
            fees.write_bytes(pickle.dumps(Bomb(mark)))
    for _ in range(2):
        assert load().fees == shipped().fees
        assert load().terms == shipped().terms
    assert len(parses) == 1, "once it was made again, it is in the cache"
    assert not mark.exists()


def test_a_whole_wheel_is_never_parsed_and_leaves_nothing_behind(
    wheel: Path, parses: list[int], tmp_path: Path
) -> None:
    book = load()
    assert [getattr(book, kind) for kind in FILE_KINDS] == [getattr(shipped(), kind) for kind in FILE_KINDS]
    assert parses == []
    assert not (tmp_path / "xdg").exists()


@pytest.mark.parametrize("change", ["other content", "no content"])
def test_a_wheel_of_other_rules_is_not_used(change: str, wheel: Path, parses: list[int]) -> None:
    content = wheel / "content"
    content.write_bytes(flipped(content.read_bytes(), 90)) if change == "other content" else content.unlink()
    assert load().fees == shipped().fees
    assert len(parses) == 1


def test_a_planted_pickle_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    load()
    mark = tmp_path / "mark"
    planted = pickle.dumps(Bomb(mark))
    files = [path for path in (tmp_path / "xdg").rglob("*") if path.is_file()]
    assert len(files) > len(FILE_KINDS)
    for path in files:
        path.write_bytes(planted)
    book = load()
    assert [getattr(book, kind) for kind in FILE_KINDS] == [getattr(shipped(), kind) for kind in FILE_KINDS]
    assert not mark.exists()


@pytest.mark.parametrize(
    "name",
    ["os.system", "fields.date", "fields.re", "money.parse_won", "source.tuple", "../os.system", "money.Literal"],
)
def test_only_rows_are_made(name: str) -> None:
    """Whoever can write the cache can seal it as well: it names nothing but rows."""
    with pytest.raises((ImportError, AttributeError, TypeError)):
        thaw(json.dumps([[name], ["x"], [], [], [], [[2, 1, 1]]]).encode() + b"\n" + bytes([3, 0, 0, 0]))


def test_a_flipped_holiday_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One bit makes 2026-05-05 a day that is none."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    business_days.korean_holidays.cache_clear()
    right = business_days.korean_holidays(2026)
    kept = tmp_path / "portone-guide" / "korean-holidays" / f"{version('holidays')}-2026" / "days"
    data = kept.read_bytes()
    assert b"2026-05-05" in data
    for before, after in ((b"2026-05-05", b"2026-05-04"), (b"2026-05-05", b"2026-05-45")):
        kept.write_bytes(data.replace(before, after))
        business_days.korean_holidays.cache_clear()
        assert business_days.korean_holidays(2026) == right
    business_days.korean_holidays.cache_clear()


def test_what_is_kept_under_another_name_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept = Kept("thing", "key")
    kept.keep({"one": b"1", "two": b"2"})
    folder = tmp_path / "portone-guide" / "thing" / "key"
    (folder / "one").write_bytes((folder / "two").read_bytes())
    assert kept.read("two") == b"2"
    with pytest.raises(OSError, match="damaged"):
        kept.read("one")
