"""``rules check``: every mistake with its place, and what good files hold."""

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from said import answer

from portone_guide.gateways.missing_facts import missing_facts
from support import DATA, run, shipped


def test_check_counts_what_the_files_hold() -> None:
    files = {path.stem: yaml.load(path.read_bytes(), yaml.BaseLoader) for path in DATA.glob("*.yaml")}
    own = [yaml.load(path.read_bytes(), yaml.BaseLoader) for path in (DATA / "gateways").glob("*.yaml")]
    ended = run("rules", "check")
    assert (ended.code, ended.err, ended.out.count("\n")) == (0, "", 1)
    methods = files["pg_methods"]
    fees = [block["rates"] for blocks in files["fees"]["fees"].values() for block in blocks]
    counted = {
        "gateways": len(methods["gateways"]),
        "modules": len(methods["modules"]),
        "support": sum(map(len, methods["support"].values())),
        "fees": sum(map(len, fees)),
        "conflicts": sum(len(file.get("conflicts", ())) for file in (files["conflicts"], *own)),
        "sources": len(files["sources"]["sources"]),
    }
    numbers = [int(number) for number in re.findall(r"\d+", ended.out)]
    assert numbers == [*counted.values(), len(missing_facts(shipped()))]
    value = answer("rules", "check")
    assert (value["ok"], value["counts"], value["problems"]) == (True, counted, [])


def test_check_names_a_good_file_on_one_line(changed_fees: Path) -> None:
    ended = run("rules", "check", changed_fees)
    assert (ended.code, ended.out.count("\n")) == (0, 1)
    assert "my-fees.yaml" in ended.out
    assert "통과" in ended.out


def test_check_tells_all_mistakes_of_all_files_at_once(changed_fees: Path, here: Path) -> None:
    text = changed_fees.read_text(encoding="utf-8")
    line = next(number for number, row in enumerate(text.splitlines(), 1) if "card.general: 9.87%" in row)
    changed_fees.write_text(text.replace("card.general: 9.87%", "card.general: 9.87"), encoding="utf-8")
    torn = here / "torn.yaml"
    torn.write_text("kind: terms\namount_limits: {a: 1\n", encoding="utf-8")
    ended = run("rules", "check", "my-fees.yaml", torn, "none.yaml")
    assert (ended.code, ended.out) == (4, "")
    told = ended.err.splitlines()
    assert [row for row in told if row.startswith(f"my-fees.yaml:{line}:")], told
    assert "단위를 붙여 적으세요" in ended.err
    assert [row for row in told if row.startswith("torn.yaml:2:")]
    assert [row for row in told if row.startswith("none.yaml:1:1: 파일을 읽을 수 없습니다")]
    assert told[-1] == "규칙 파일에 잘못이 3건 있습니다. 고친 뒤 확인: portone-guide rules check"


def test_check_json_has_the_mistakes_and_ends_with_4(here: Path) -> None:
    path = here / "bad.yaml"
    path.write_text("kind: fees\nvat: 10\n", encoding="utf-8")
    ended = run("rules", "check", path, "--json")
    assert (ended.code, ended.err) == (4, "")
    value = json.loads(ended.out)
    assert (value["ok"], value["counts"]) == (False, None)
    assert {(problem["file"], problem["line"]) for problem in value["problems"]} == {("bad.yaml", 1), ("bad.yaml", 2)}
    assert all(problem["message"] for problem in value["problems"])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"\xff\xfe",
        b"kind: fees\x1b[31m",
        b"- a\n- b\n",
        b"kind: nothing\n",
        b"a: *b\n",
        b"[" * 99,
    ],
)
def test_check_places_what_is_wrong_with_any_file(content: bytes, here: Path) -> None:
    path = here / "odd.yaml"
    path.write_bytes(content)
    ended = run("rules", "check", path)
    assert ended.code == 4
    assert re.match(r"odd\.yaml:\d+:\d+: \S", ended.err)
    assert "\x1b" not in ended.err


def test_check_bears_folders_and_missing_files(here: Path) -> None:
    for name in (".", "none", "a/b.yaml"):
        ended = run("rules", "check", name)
        assert ended.code == 4
        assert ended.err.startswith(f"{name}:1:1: ")
        assert len(ended.err.splitlines()) == 2
    assert run("rules", "check", DATA).code == 0


@given(st.binary(max_size=200))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_check_never_breaks(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.yaml"
    path.write_bytes(content)
    ended = run("rules", "check", path)
    assert ended.code == 4
    for line in ended.err.splitlines()[:-1]:
        assert re.match(r".+:\d+:\d+: .+", line), line
