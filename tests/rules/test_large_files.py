"""A rule file may be as large as it likes: it is answered in short, and nothing is looked for without end."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from portone_guide.rules.reading.cache import MAX_BYTES
from portone_guide.rules.reading.yaml_text import MAX_VALUES
from support import DATA, keeps_to_schema, run


def filled(head: str, row: Callable[[int], str], rows: int) -> bytes:
    return (head + "".join(map(row, range(rows)))).encode()


def unused_sources(count: int) -> bytes:
    head = (DATA / "sources.yaml").read_text("utf-8").rstrip() + "\n"
    return filled(
        head,
        lambda n: f"  page/x{n}:\n    title: t\n    url: https://example.com/{n}\n    checked: 2026-08-19\n",
        count,
    )


@pytest.mark.parametrize(("count", "more"), [(1, None), (100, None), (101, "그 밖에 1건"), (345, "그 밖에 245건")])
def test_a_hundred_mistakes_are_told_and_the_others_counted(count: int, more: str | None, tmp_path: Path) -> None:
    file = tmp_path / "my.yaml"
    file.write_bytes(unused_sources(count))
    told = run("rules", "check", file)
    *lines, last = told.err.splitlines()
    assert told.code == 4
    assert last == f"규칙 파일에 잘못이 {count}건 있습니다. 고친 뒤 확인: portone-guide rules check"
    assert lines[100:] == ([more] if more else [])
    assert len(lines[:100]) == min(100, count)
    report = json.loads(run("rules", "check", file, "--json").out)
    keeps_to_schema("rules-check", report)
    assert (len(report["problems"]), report["more_problems"]) == (min(100, count), max(0, count - 100))


def test_mistakes_without_end_are_not_counted_to_the_end(tmp_path: Path) -> None:
    file = tmp_path / "my.yaml"
    file.write_bytes(filled("kind: fees\n", lambda n: "kind: fees\n", 20_000))
    told = run("rules", "check", file)
    assert told.code == 4
    assert told.err.splitlines()[-2:] == [
        "그 밖에 9,900건 이상",
        "규칙 파일에 잘못이 10,000건 이상 있습니다. 고친 뒤 확인: portone-guide rules check",
    ]


def test_more_values_than_anybody_keeps_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "my.yaml"
    file.write_bytes(b"kind: fees\nvat: [" + b"a," * MAX_VALUES + b"]\n")
    told = run("rules", "check", file)
    assert told.code == 4
    assert "my.yaml:2:" in told.err
    assert f"값이 너무 많습니다: 한 파일에 {MAX_VALUES:,}개까지" in told.err


def test_a_larger_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "my.yaml"
    with file.open("wb") as sparse:
        sparse.truncate(10**12)
    assert "파일이 너무 큽니다: 4MB까지" in run("rules", "check", file).err
    assert MAX_BYTES == 4_000_000


def test_a_large_right_file_is_right(tmp_path: Path) -> None:
    file = tmp_path / "my.yaml"
    file.write_bytes((DATA / "sources.yaml").read_bytes().rstrip() + b"\n" + b"# x\n" * 900_000)
    assert run("rules", "check", file).code == 0


def test_files_that_can_be_read_are_checked_beside_those_that_cannot(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes((DATA / "roadmap.yaml").read_bytes() + b"\nnothing: 1\n")
    (tmp_path / "b.yaml").write_text("kind: [\n", "utf-8")
    told = run("rules", "check", tmp_path)
    assert [line.split(": ")[0].rpartition("/")[2].split(":")[0] for line in told.err.splitlines()[:-1]] == [
        "a.yaml",
        "b.yaml",
    ]
