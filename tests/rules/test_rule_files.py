"""The rule files that ship, a user's files in their place, and the parsed form kept between runs."""

import os
import pickle
import shutil
import threading
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from portone_guide.rules import loader
from portone_guide.rules.book import ALL_KINDS, FILE_KINDS, RuleBook, model_of
from portone_guide.rules.errors import RuleFileError
from portone_guide.rules.loader import load, parse_files, shipped_files
from portone_guide.rules.models.money import Charge
from portone_guide.rules.reading import kept
from portone_guide.rules.reading.cache import RuleText
from support import DATA, rule_texts, run

TINY = Path(__file__).parent / "cases" / "tiny"


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "xdg"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder / "portone-guide" / "rules"


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count how often files are parsed."""
    calls: list[int] = []

    def counted(texts: dict[str, RuleText], parsed: Any = None) -> dict[str, object]:
        calls.append(len(texts))
        return parse_files(texts, parsed)

    monkeypatch.setattr(loader, "parse_files", counted)
    return calls


def fees_with(tmp_path: Path, before: str, after: str) -> Path:
    text = shipped_files()["fees"].read_text("utf-8")
    assert before in text
    file = tmp_path / "my-fees.yaml"
    file.write_text(text.replace(before, after, 1), "utf-8")
    return file


def test_the_shipped_files_hold_every_check(own_cache: Path, parses: list[int]) -> None:
    book = load()
    assert parses == [len(list(DATA.rglob("*.yaml"))) - 1]  # the skeleton of a new one is none
    for kind in FILE_KINDS:
        assert isinstance(getattr(book, kind), model_of(kind))


def test_a_file_of_ones_own_stands_in_for_the_shipped_one_of_its_kind(tmp_path: Path) -> None:
    own = fees_with(tmp_path, "card.general: 3.20%", "card.general: 1.23%")
    book = load(own)
    first = next(iter(book.fees.fees.values()))[0]
    assert first.rates["card.general"] == (("", Charge(Decimal("1.23"), Decimal("1.23"))),)
    assert book.pg_methods == load().pg_methods


def test_a_folder_gives_all_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    fees_with(tmp_path, "signup_fee: 200000 KRW", "signup_fee: 1 KRW").rename(folder / "a.yaml")
    (folder / "note.txt").write_text("not a rule file")
    first = next(iter(load(folder).fees.fees.values()))[0]
    assert first.rates["signup_fee"] == (("", Charge(won=1)),)


def test_files_may_stand_in_any_order_and_encoding_mark(tmp_path: Path) -> None:
    """Editors on Windows add a byte-order mark and CR LF."""
    plain = rule_texts(TINY)
    marked = {
        key: RuleText(text.name, b"\xef\xbb\xbf" + text.data.replace(b"\n", b"\r\n"))
        for key, text in reversed(plain.items())
    }
    assert parse_files(marked) == parse_files(plain)


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["none.yaml"], ["none.yaml:1:1: 파일을 읽을 수 없습니다: 그런 파일이나 폴더가 없음"]),
        (["empty"], ["empty:1:1: 이 폴더에 .yaml 파일이 없습니다: 규칙 파일이나 그 폴더를 적으세요"]),
        (["a.yaml", "b.yaml"], ["b.yaml:1:1: kind가 'terms'인 파일이 둘입니다: a.yaml - 하나만 주세요"]),
        (["a.yaml", "a.yaml"], ["a.yaml:1:1: kind가 'terms'인 파일이 둘입니다: a.yaml - 하나만 주세요"]),
        (
            ["none.yaml", "c.yaml"],
            [
                "c.yaml:1:1: kind가 모르는 값('메모')입니다: 다음 중 하나를 적으세요 - " + ", ".join(ALL_KINDS),
                "none.yaml:1:1: 파일을 읽을 수 없습니다: 그런 파일이나 폴더가 없음",
            ],
        ),
    ],
)
def test_files_that_cannot_stand_in_are_told(names: list[str], says: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.yaml").write_bytes((TINY / "terms.yaml").read_bytes())
    (tmp_path / "b.yaml").write_bytes((TINY / "terms.yaml").read_bytes())
    (tmp_path / "c.yaml").write_text("kind: 메모\n", "utf-8")
    with pytest.raises(RuleFileError) as caught:
        load(*(tmp_path / name for name in names))
    assert str(caught.value).splitlines() == says
    ended = run("select-pg", "--one-time", "card", *(f"--rules={name}" for name in names))
    assert (ended.code, ended.out) == (4, "")
    assert ended.err.splitlines()[:-1] == says


def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    """A shell's ``<(...)`` can be read one time only."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    text = fees_with(tmp_path, "signup_fee: 200000 KRW", "signup_fee: 7 KRW").read_bytes()
    writer = threading.Thread(target=pipe.write_bytes, args=(text,))
    writer.start()
    first = next(iter(load(pipe).fees.fees.values()))[0]
    writer.join()
    assert first.rates["signup_fee"] == (("", Charge(won=7)),)


def test_an_endless_file_ends() -> None:
    with pytest.raises(RuleFileError, match="너무 큽니다"):
        load(Path("/dev/zero"))


def test_the_second_run_parses_nothing_and_says_the_same(own_cache: Path, parses: list[int]) -> None:
    first, second = load(), load()
    assert len(parses) == 1
    assert [getattr(first, kind) for kind in FILE_KINDS] == [getattr(second, kind) for kind in FILE_KINDS]
    assert len(parses) == 1


def test_changed_files_are_parsed_anew(own_cache: Path, parses: list[int], tmp_path: Path) -> None:
    load()
    own = fees_with(tmp_path, "card.general: 3.20%", "card.general: 1.23%")
    load(own)
    load(own)
    fees_with(tmp_path, "card.general: 3.20%", "card.general: 1.24%")
    book = load(own)
    assert len(parses) == 3
    assert next(iter(book.fees.fees.values()))[0].rates["card.general"][0][1].low == Decimal("1.24")


def test_broken_files_are_not_kept(own_cache: Path, tmp_path: Path) -> None:
    own = fees_with(tmp_path, "card.general: 3.20%", "card.general: 3.20")
    for _ in range(2):
        with pytest.raises(RuleFileError):
            load(own)
    assert not own_cache.exists()


@pytest.mark.parametrize("harm", ["cut short", "gone", "not ours", "half gone"])
def test_a_damaged_cache_only_costs_time(harm: str, own_cache: Path, parses: list[int]) -> None:
    load()
    (kept,) = (folder for folder in own_cache.iterdir() if (folder / "complete").exists())
    match harm:
        case "cut short":
            (kept / "fees").write_bytes((kept / "fees").read_bytes()[:99])
        case "gone":
            (kept / "fees").unlink()
        case "not ours":
            (kept / "fees").write_bytes(b"kind: fees")
        case _:
            (kept / "complete").unlink()
    assert isinstance(load().fees.fees, dict)
    assert len(parses) == 2


def test_a_half_cleared_cache_is_made_whole_again(own_cache: Path, parses: list[int]) -> None:
    load()
    (kept,) = own_cache.iterdir()
    (kept / "complete").unlink()
    load()
    load()
    assert len(parses) == 2


def test_what_others_could_have_written_is_not_run(own_cache: Path, parses: list[int]) -> None:
    """Whoever writes a kept book, answers in our name."""
    load()
    (kept,) = own_cache.iterdir()
    (kept / "fees").write_bytes(pickle.dumps("planted"))
    kept.chmod(0o777)
    assert load().fees != "planted"
    assert len(parses) == 2


def test_a_cache_that_cannot_be_written_only_costs_time(
    tmp_path: Path, parses: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder's place is taken by a file: nothing can be made there, whoever runs it."""
    (tmp_path / "taken").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "taken"))
    load()
    assert load().fees.kind == "fees"
    assert len(parses) == 2


def test_old_books_are_forgotten(own_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_KEEP_AT_MOST", 2)
    for number in range(3):
        load(fees_with(tmp_path, "card.general: 3.20%", f"card.general: 1.2{number}%"))
    assert len(list(own_cache.iterdir())) == 2


def test_what_was_lost_is_kept_again(own_cache: Path, parses: list[int]) -> None:
    load()
    (kept,) = own_cache.iterdir()
    (kept / "fees").unlink()
    assert load().fees == load().fees
    assert len(parses) == 2


def test_a_folder_that_somebody_else_chose_is_not_written(own_cache: Path, tmp_path: Path) -> None:
    """A link in the place of a kept book leads where others may write."""
    load()
    (kept,) = own_cache.iterdir()
    shutil.rmtree(kept)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    kept.symlink_to(elsewhere)
    assert load().fees.kind == "fees"
    assert list(elsewhere.iterdir()) == []


def test_a_book_reads_only_what_is_asked_for() -> None:
    asked: list[str] = []

    def fetch(kind: str) -> object:
        asked.append(kind)
        return kind

    book = RuleBook(fetch)
    assert asked == []
    assert [book.fees, book.fees, book.terms] == ["fees", "fees", "terms"]
    assert asked == ["fees", "terms"]


def test_every_fact_was_seen_on_a_day_that_had_come() -> None:
    for source in load().sources.sources.values():
        assert date(2023, 1, 1) <= (source.published or source.checked) <= source.checked
