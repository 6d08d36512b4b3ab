"""The lock: it tells what changed, and holds no sentence of the documents."""

import json
import re
from pathlib import Path

import pytest
from copies import CHANNELS, FEES, copy_of, write
from test_changes import TABLE, TEXT
from test_reading_pages import COMPONENTS, MARKDOWN

from portone_guide.facts.rules.drift.lock import LockError, dump_lock, load_lock
from portone_guide.facts.rules.drift.page_id import page_of_url
from support import DATA, run, shipped

SENTENCE = "결제창을 띄우기 전에 계약이 모두 끝났는지 담당자에게 확인하세요."
PAGES = {FEES: TABLE, CHANNELS: TEXT, "opi/ko/a.md": MARKDOWN, "opi/ko/b.mdx": COMPONENTS}


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    copy = copy_of(write(tmp_path, PAGES))
    text = dump_lock(copy)
    assert dump_lock(load_lock(text)._replace(names=copy.names)) == text
    assert load_lock(text).names == copy.names


@pytest.mark.parametrize("mark", ["", "# ", "- ", "> ", "| ", "1. ", "- 라벨 : "])
def test_no_sentence_is_kept(mark: str, tmp_path: Path) -> None:
    text = dump_lock(
        copy_of(write(tmp_path, {CHANNELS: f"---\ntitle: {SENTENCE}\n---\n\n## 하나\n\n{mark}{SENTENCE}\n"}))
    )
    assert [word for word in SENTENCE.rstrip(".").split() if len(word) > 3 and word in text] == []


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "nothing", '{"kind":"sources_lock"}', '{"kind":"sources_lock","form":99,"pages":{}}', "[" * 9000],
)
def test_another_file_is_no_lock(text: str, tmp_path: Path) -> None:
    with pytest.raises(LockError):
        load_lock(text)
    (tmp_path / "x.lock").write_text(text)
    write(tmp_path / "docs", PAGES)
    ended = run("rules", "drift", tmp_path / "docs", "--lock", tmp_path / "x.lock")
    assert ended.code == 2
    assert ended.err.startswith("--lock: 이 프로그램의 잠금 파일이 아닙니다")


def test_a_lock_whose_values_are_broken_is_no_lock(tmp_path: Path) -> None:
    value = json.loads(dump_lock(copy_of(write(tmp_path, PAGES))))
    for broken in ([[1]], [[1, "a", "b", "cc", ["99sX"], "", 0]], [[1, "a", "b", "cc", ["x"], "", 0]], 5, [["a"] * 7]):
        with pytest.raises(LockError):
            load_lock(json.dumps({**value, "pages": {"help/a": ["", broken]}}))


def test_snapshot_writes_a_lock_that_drift_takes(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", PAGES)
    ended = run("rules", "snapshot", docs, "--out", tmp_path / "x.lock")
    assert (ended.code, ended.err) == (0, "")
    assert run("rules", "snapshot", docs).out == (tmp_path / "x.lock").read_text("utf-8")
    ended = run("rules", "drift", docs, "--lock", tmp_path / "x.lock", "--json")
    assert json.loads(ended.out)["changes"] == []


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", PAGES)
    for out in (tmp_path, tmp_path / "none" / "x.lock"):
        ended = run("rules", "snapshot", docs, "--out", out)
        assert (ended.code, ended.err.partition(":")[0]) == (2, "잠금 파일을 적을 수 없습니다")
    assert not list(tmp_path.glob("*.part"))


def test_the_first_folder_that_has_a_page_gives_it(tmp_path: Path) -> None:
    one = write(tmp_path / "one", {"opi/ko/a.md": "# 하나\n\n3일\n"})
    two = write(tmp_path / "two", {"opi/ko/a.mdx": "# 하나\n\n5일\n", "help/b.md": "# 둘\n"})
    run("rules", "snapshot", one, two, "--out", tmp_path / "x.lock")
    assert set(load_lock((tmp_path / "x.lock").read_text("utf-8")).pages) == {"opi/ko/a", "help/b"}
    assert run("rules", "drift", one, two, "--lock", tmp_path / "x.lock", "--plain").out.endswith(
        "바뀐 것이 없습니다.\n"
    )
    assert "3일 -> 5일" in run("rules", "drift", two, "--lock", tmp_path / "x.lock", "--all", "--plain").out


def shipped_lock() -> str:
    return (DATA / "sources.lock").read_text("utf-8")


def test_the_shipped_lock_has_every_page_that_a_fact_names() -> None:
    pages = load_lock(shipped_lock()).pages
    named = {
        page_of_url(source.url) for name, source in shipped().sources.sources.items() if not name.startswith("law/")
    }
    assert named - pages.keys() == set()


def test_the_shipped_lock_is_compact_and_says_nothing_in_sentences() -> None:
    text = shipped_lock()
    assert len(text.encode()) < 1_500_000
    told = re.findall(r'"[^"]*(?:니다|하세요|해요|나요)[^"]*"', text)
    assert told == []
