"""A mistake in a rule file is told with its place and its cure; no mistake makes the program stumble."""

import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from portone_guide.rules.book import ALL_KINDS
from portone_guide.rules.errors import RuleFileError
from portone_guide.rules.loader import parse_files
from portone_guide.rules.reading import yaml_text
from portone_guide.rules.reading.cache import RuleText
from support import DATA, rule_texts, run

CASES = Path(__file__).parent / "cases"
MORE = re.compile(r"그 밖에 [\d,]+건( 이상)?")
LOCATED = re.compile(r"(?s)[^:\n]+:[1-9]\d*:[1-9]\d*: .+")


@cache
def tiny() -> dict[str, RuleText]:
    return rule_texts(CASES / "tiny")


@cache
def shipped_texts() -> dict[str, RuleText]:
    return rule_texts(DATA)


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['mistake']}")
        for path in sorted((CASES / "broken_rules").glob("*.yaml"))
        for case in yaml.safe_load(path.read_text("utf-8"))
    ]


def broken(case: dict[str, Any]) -> bytes:
    """Return the text of the case's file with the mistake in it."""
    text = tiny()[case["file"]].data
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    if "whole" in case:
        return str(case["whole"]).encode()
    if "add" in case:
        return text + str(case["add"]).encode()
    before, after = str(case["for"]).encode(), str(case["write"]).encode()
    assert text.count(before) == 1, f"the case changes {text.count(before)} places"
    return text.replace(before, after)


def problems(texts: dict[str, RuleText]) -> list[str]:
    """Return what is told of the files; empty if they load. Any other error than RuleFileError fails the test."""
    try:
        parse_files(texts)
    except RuleFileError as error:
        assert error.problems
        return [str(problem) for problem in error.problems]
    return []


def with_file(texts: dict[str, RuleText], key: str, data: bytes) -> dict[str, RuleText]:
    return {**texts, key: RuleText(texts[key].name, data)}


def test_the_tiny_files_are_right() -> None:
    assert problems(tiny()) == []


@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("case", cases())
def test_a_mistake_is_told_with_its_place(case: dict[str, Any], parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML comes with a C parser on most machines, and without it on some: both tell the same."""
    monkeypatch.setattr(yaml_text, "_Loader", getattr(yaml, parser, yaml.SafeLoader))
    texts = with_file(tiny(), case["file"], broken(case))
    if other := case.get("and"):
        texts = with_file(texts, other["file"], broken(other))
    expected = [line.replace("{kinds}", ", ".join(ALL_KINDS)) for line in case["says"]]
    assert problems(texts) == expected


def test_every_problem_of_every_file_is_told_at_once() -> None:
    texts = with_file(tiny(), "fees", tiny()["fees"].data.replace(b"rate: 10%", b"rate: 10"))
    texts = with_file(texts, "sources", tiny()["sources"].data.replace(b"2024-01-25", b"2024-01-32"))
    texts = with_file(
        texts, "gateway/alpha", tiny()["gateway/alpha"].data.replace(b"- method: card", b"- method: cash")
    )
    assert [line.split(" ")[0] for line in problems(texts)] == [
        "alpha.yaml:4:5:",
        "fees.yaml:3:3:",
        "sources.yaml:12:5:",
    ]


def test_a_source_that_nothing_uses_is_told() -> None:
    data = shipped_texts()["sources"].data
    more = b"  page/idle:\n    title: x\n    url: https://example.com/idle\n    checked: 2026-08-19\n"
    found = problems(with_file(shipped_texts(), "sources", data.rstrip(b"\n") + b"\n" + more))
    line = data.rstrip(b"\n").count(b"\n") + 2
    assert found == [f"sources.yaml:{line}:3: 아무 사실도 이 출처를 쓰지 않습니다: 'page/idle' - 지우세요"]


def conflict_added(name: str, more: str = "", key: str = "gateway/kcp") -> list[str]:
    data = shipped_texts()[key].data
    row = (
        f"  {name}:\n    about: 새 이야기\n{more}    claims:\n      - source: help/start\n        says: 하나\n"
        "      - source: help/kcp-contract\n        says: 둘\n    used: none\n    why: 모름\n"
    )
    return problems(with_file(shipped_texts(), key, data.rstrip(b"\n") + b"\n" + row.encode()))


def test_a_conflict_that_no_screen_would_tell_is_an_error() -> None:
    (found,) = conflict_added("kcp-something")
    assert "아무 행도 가리키지 않습니다: 'kcp-something'" in found
    assert conflict_added("kcp-something", "    at: channels\n") == []


def test_a_conflict_begins_with_whom_it_concerns_so_that_none_stands_twice() -> None:
    (found,) = conflict_added("mid-kcp-something", "    at: channels\n", "conflicts")
    assert "하나로 시작해야 합니다: 'mid-kcp-something'" in found
    assert conflict_added("general-something", "    at: channels\n", "conflicts") == []
    (found,) = conflict_added("kcp-something", "    at: channels\n", "conflicts")
    assert found.endswith("한 결제대행사의 행입니다: gateways/kcp.yaml로 옮기세요")
    assert conflict_added("nice-something", "    at: channels\n")[0].endswith(
        "'kcp-'로 시작해야 합니다: 'nice-something'"
    )


@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param(b"kind: fees\nvat: " + b"[" * 200_000, id="brackets"),
        pytest.param(b"kind: fees\nvat: " + b"{a: " * 200_000, id="braces"),
        pytest.param(b"kind: fees\n" + b"".join(b" " * n + b"a:\n" for n in range(2000)), id="indents"),
        pytest.param(b"kind: fees\n" + b"- " * 200_000, id="dashes"),
        pytest.param(b"kind: fees\nvat:\n  rate: 3.20%" + b" " * 500_000 + b"x\n", id="spaces in a rate"),
        pytest.param(b"kind: fees\nvat:\n  rate: " + b"9" * 500_000 + b" KRW\n", id="a long number"),
        pytest.param(b"kind: fees\nvat:\n  rate: " + b"x" * 3_000_000, id="a long text"),
        pytest.param(b"kind: fees\n" + b"".join(b"k%d: 1\n" % n for n in range(30_000)), id="many unknown keys"),
        pytest.param(b"kind: fees\n" + b"kind: fees\n" * 30_000, id="many duplicate keys"),
        pytest.param(b"a: &a [x,x]\n" + b"".join(b"b%d: [*a,*a]\n" % n for n in range(100)), id="a billion laughs"),
        pytest.param(b"\0" * 4_000_000, id="zeros"),
        pytest.param(b"x" * 4_000_001, id="too large"),
    ],
)
def test_a_bomb_is_told_in_short(bomb: bytes) -> None:
    found = problems(with_file(tiny(), "fees", bomb))
    assert found
    assert all(LOCATED.fullmatch(line) and len(line) < 300 for line in found)


def test_the_program_tells_a_broken_file_and_ends_with_code_4(tmp_path: Path) -> None:
    file = tmp_path / "my.yaml"
    file.write_bytes(tiny()["fees"].data.replace(b"rate: 10%", b"rate: 10"))
    ended = run("select-pg", "--one-time", "card", "--rules", file)
    assert (ended.code, ended.out) == (4, "")
    lines = ended.err.splitlines()
    assert lines[0].startswith("my.yaml:3:3: 요율이 아닙니다: '10'")
    assert re.fullmatch(r"규칙 파일에 잘못이 \d+건 있습니다. 고친 뒤 확인: portone-guide rules check", lines[-1])


@pytest.mark.parametrize("case", cases()[::15])
def test_the_program_survives_every_kind_of_mistake(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "my.yaml"
    file.write_bytes(broken(case))
    ended = run("select-pg", "--one-time", "card", "--rules", file)
    assert (ended.code, ended.out) == (4, "")
    assert "Traceback" not in ended.err
    *lines, more, _ = ["", *ended.err.splitlines()]
    assert all(LOCATED.fullmatch(line) for line in filter(None, lines))
    assert LOCATED.fullmatch(more) or MORE.fullmatch(more)


def mutate(text: bytes, draw: random.Random) -> bytes:
    """Return a rule file with one random change of the kind that hands, editors and disks make."""
    lines = text.decode("utf-8", "replace").split("\n")
    at = draw.randrange(len(lines))
    line = lines[at]
    key, colon, _ = line.partition(": ")
    inner = line.lstrip()
    indent = line[: len(line) - len(inner)]
    match draw.randrange(18):
        case 0:
            del lines[at]
        case 1:
            other = draw.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case 2:
            lines.insert(at, line)
        case 3:
            lines[at] = (
                key
                + colon
                + draw.choice(
                    [
                        "",
                        "~",
                        "null",
                        "yes",
                        "0",
                        "-1",
                        "3.2",
                        "5%",
                        "[]",
                        "{}",
                        "[a]",
                        "{a: b}",
                        "&a x",
                        "*a",
                        "!!int 1",
                        "|",
                        '"',
                    ]
                )
            )
        case 4:
            lines[at] = (
                indent + draw.choice(["-", "- ", "? ", ": ", "#", "@", "`", "%", "!", "\t", "]", "}", "'", '"']) + inner
            )
        case 5:
            lines[at] = draw.choice([" ", "  ", "\t", "    "]) + line
        case 6:
            lines[at] = line[1:]
        case 7:
            lines[at] = line.replace(":", "", 1)
        case 8:
            lines[at] = (
                f"{indent}{draw.choice(['from', 'from_', 'class', 'kind', '<<', '', '~', '한글', '1'])}: {inner}"
            )
        case 9:
            spot = draw.randrange(len(line) + 1)
            lines[at] = (
                line[:spot]
                + draw.choice(["\0", "\x1b[31m", "\u200b", "\u2028", "\ud7ff", "가", ",", " #", ": "])
                + line[spot:]
            )
        case 10:
            lines[at] = re.sub(r"\d", lambda _: str(draw.randrange(10)), line)
        case 11:
            words = re.findall(r"[\w./-]{3,}", line)
            lines[at] = line.replace(draw.choice(words), "nowhere") if words else line
        case 12:
            lines[at:at] = [line[: len(indent)] + "deep: " + "[" * draw.randrange(1, 60)]
        case 13:
            return text[: draw.randrange(len(text) + 1)]
        case 14:
            spot = draw.randrange(len(text) + 1)
            return text[:spot] + draw.randbytes(draw.randrange(1, 9)) + text[spot:]
        case 15:
            return "\n".join(lines).encode(draw.choice(["utf-16", "cp949", "utf-8-sig", "utf-32"]), "replace")
        case 16:
            return "\n".join(lines[at:] + lines[:at]).encode()
        case _:
            return draw.choice(["\r\n", "\r", "\n\n", "\n---\n"]).join(lines).encode()
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def check_mutant(texts: dict[str, RuleText], kind: str, seed: int, changes: int) -> None:
    draw = random.Random(seed)
    data = texts[kind].data
    for _ in range(changes):
        data = mutate(data, draw)
    for line in problems(with_file(texts, kind, data)):
        assert LOCATED.fullmatch(line)


@settings(max_examples=450)
@given(st.sampled_from(sorted(tiny())), st.integers(0, 2**32), st.integers(1, 3))
def test_a_changed_small_file_loads_or_is_told(kind: str, seed: int, changes: int) -> None:
    check_mutant(tiny(), kind, seed, changes)


@settings(max_examples=8)
@given(st.sampled_from(sorted(shipped_texts())), st.integers(0, 2**32), st.integers(1, 2))
def test_a_changed_shipped_file_loads_or_is_told(kind: str, seed: int, changes: int) -> None:
    check_mutant(shipped_texts(), kind, seed, changes)
