"""Rule files stand in the house's form: it changes no fact, loses no comment, and is what the shipped files are in."""

import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.rules.book import model_of
from portone_guide.rules.errors import RuleFileError
from portone_guide.rules.reading.shape import ANY_TEXT, check_shape, kind_of
from portone_guide.rules.reading.yaml_text import parse
from portone_guide.rules.writing.house_form import MOST, formatted
from portone_guide.rules.writing.scalars import scalar, width
from support import DATA

FILES = [path for path in sorted(DATA.rglob("*.yaml")) if path.parent.name != "skeletons"]
LOADERS = [getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader]


def meant(text: str) -> Any:
    document = parse(text.encode(), "a.yaml")
    return check_shape(document, model_of(kind_of(document)), ANY_TEXT)


def name(path: Path) -> str:
    return path.relative_to(DATA).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_shipped_file_is_in_the_houses_form(path: Path) -> None:
    assert formatted(path.read_bytes(), path.name) == path.read_text("utf-8"), "portone-guide rules fmt"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_long_line_is_one_text_or_a_comment(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        if width(line) > MOST and not line.startswith("#"):
            assert re.fullmatch(r" *(- )?([\w.:/-]+: )?[^\[{].*", line), line


@pytest.mark.parametrize("path", FILES, ids=name)
def test_both_yaml_parsers_read_the_same(path: Path) -> None:
    """PyYAML has a C parser on most machines only."""

    def events(loader: Any) -> list[tuple[Any, ...]]:
        found = yaml.parse(path.read_text("utf-8"), Loader=loader)
        return [(type(event), getattr(event, "value", None)) for event in found]

    assert events(LOADERS[0]) == events(LOADERS[1])


def otherwise_written(text: str, draw: random.Random) -> tuple[str, list[str]]:
    """Return a file as a hand might leave it, one key a line in any order, and the comments that are strewn in."""
    value = yaml.load(text, yaml.BaseLoader)
    tables = list(value.items())[1:]
    draw.shuffle(tables)
    shuffled = {"kind": value["kind"], **dict(tables)}
    comments: list[str] = []
    lines: list[str] = []
    for line in yaml.safe_dump(shuffled, allow_unicode=True, sort_keys=False, width=9999).splitlines():
        if draw.random() < 0.02:
            comments.append(f"# 하나 {len(comments)}: {{ [ 'x")
            lines.append(" " * draw.randrange(5) + comments[-1])
        if draw.random() < 0.02 and not line.endswith(("|-", ">-")):
            comments.append(f"# 옆 {len(comments)}")
            line += f"  {comments[-1]}"  # noqa: PLW2901
        lines.append(line)
    comments.append("# 끝")
    return "\n".join([*lines, comments[-1]]) + "\n", comments


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("path", FILES[::3], ids=name)
def test_the_form_changes_no_fact_and_loses_no_comment(path: Path, seed: int) -> None:
    text = path.read_text("utf-8")
    rough, comments = otherwise_written(text, random.Random(seed))
    done = formatted(rough.encode(), path.name)
    assert meant(done) == meant(rough) == meant(text)
    assert [(comment, done.count(comment + "\n")) for comment in comments if done.count(comment + "\n") != 1] == []
    assert formatted(done.encode(), path.name) == done


def test_a_comment_stays_with_its_row() -> None:
    rough = """\
kind: roadmap
# 단계
steps:
  start:
    # 누가
    actor: merchant
    stage: prepare
    title: 시작  # 첫 화면
    what: 하기
    sources: [a/b]
  # 다음
  end: {stage: live, title: 끝, actor: portone, what: 열기, prepare: [], sources: [a/b]}
stages: {prepare: 준비}
"""
    assert (
        formatted(rough.encode(), "roadmap.yaml")
        == """\
# yaml-language-server: $schema=schemas/roadmap.json
kind: roadmap

stages:
  prepare: 준비

# 단계
steps:
  start:
    stage: prepare
    title: 시작  # 첫 화면
    # 누가
    actor: merchant
    what: 하기
    sources: [a/b]
  # 다음
  end: {stage: live, title: 끝, actor: portone, what: 열기, sources: [a/b]}
"""
    )


def test_what_is_no_rule_file_is_told_and_not_touched() -> None:
    with pytest.raises(RuleFileError, match=r"a\.yaml:2:1: 모르는 키입니다: 'x'"):
        formatted(b"kind: texts\nx: 1\ntexts: {}\n", "a.yaml")


@pytest.mark.parametrize("loader", LOADERS)
@given(
    text=st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20)
    | st.text("-?:,[]{}#&*!|>'\"%@` a=~", max_size=6)
)
def test_a_text_reads_back_as_it_was(loader: Any, text: str) -> None:
    text = text.replace("\x85", "").replace("\ufeff", "")
    for flow in (False, True):
        written = f"[{scalar(text, flow=True)}, b]" if flow else f"a: {scalar(text, flow=False)}"
        events = [event.value for event in yaml.parse(written, Loader=loader) if isinstance(event, yaml.ScalarEvent)]
        assert events == ([text, "b"] if flow else ["a", text])
