"""The plan file: readable, never half written, never overwritten when it can't be read."""

import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.plan.file import PlanError
from portone_guide.plan.model import Asking, Evidence, Plan, SiteSeen
from portone_guide.plan.store import change_plan, plan_text, read_plan, set_aside
from portone_guide.rules.days import FIRST_DAY, LAST_DAY
from portone_guide.rules.reading.shape import check_shape
from portone_guide.rules.reading.yaml_text import parse
from support import run

FULL = Plan(
    answers={"one_time": ("card", "virtual_account"), "goods": "physical"},
    chosen=("kpn",),
    checklist={"refund_policy": "pass"},
    done={"choose_gateway": date(2026, 11, 2)},
    start=date(2026, 11, 3),
)


def test_a_plan_reads_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "portone-guide.yaml"
    change_plan(path, lambda _: FULL)
    assert read_plan(path) == FULL
    text = path.read_text("utf-8")
    assert text.startswith("# portone-guide")
    assert "2026-11-02" in text


DAYS = st.dates(FIRST_DAY, LAST_DAY)
# What a person can type and see; other blanks are made plain ones before they are kept.
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"]), min_size=1)
texts = texts.filter(str.isprintable)


@given(
    st.builds(
        Plan,
        answers=st.dictionaries(
            st.sampled_from(["goods", "one_time", "sales"]),
            st.one_of(texts.map(str.strip).filter(bool), st.lists(texts.map(str.strip).filter(bool)).map(tuple)),
        ),
        done=st.dictionaries(st.sampled_from(["apply", "nice:card_review"]), DAYS),
        waiting=st.dictionaries(st.sampled_from(["apply", "naverpay:inspection"]), DAYS),
        chosen=st.lists(st.sampled_from(["kpn", "nice"])).map(tuple),
        checklist=st.dictionaries(st.sampled_from(["refund_policy"]), st.sampled_from(["pass", "fail", "na"])),
        start=st.none() | DAYS,
        open_by=st.none() | DAYS,
        asking=st.dictionaries(
            st.sampled_from(["select-pg", "checklist"]),
            st.builds(
                Asking,
                anew=st.booleans(),
                stage=st.none() | st.just("items"),
                again=st.lists(st.sampled_from(["tier", "sales"])).map(tuple),
                answers=st.dictionaries(st.just("change"), st.lists(texts.map(str.strip).filter(bool)).map(tuple)),
            ),
        ),
        evidence=st.dictionaries(
            st.just("rehearsal"),
            st.builds(
                Evidence,
                day=DAYS,
                states=st.dictionaries(st.just("paid"), st.sampled_from(["pass", "fail", "unknown"])),
            ),
        ),
        site=st.none()
        | st.builds(
            SiteSeen,
            day=DAYS,
            items=st.dictionaries(st.sampled_from(["refund_policy", "price_shown"]), st.sampled_from(["pass", "fail"])),
        ),
    )
)
def test_any_plan_reads_back(plan: Plan) -> None:
    assert check_shape(parse(plan_text(plan).encode(), "plan"), Plan) == plan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind: plan\nversion: 2\n", "portone-guide.yaml:2:1: 더 새로운 버전(2)"),
        ("kind: plan\nversion: 1\nanswer: {}\n", "portone-guide.yaml:3:1: 모르는 키"),
        ("kind: plan\nversion: 1\ndone:\n  apply: 어제\n", "portone-guide.yaml:4:3: 날짜는"),
        ("kind: plan\nversion: 1\nchecklist: {a: maybe}\n", "portone-guide.yaml:3:13: "),
        ("kind: [\n", "portone-guide.yaml:2:1: "),
        ("", "portone-guide.yaml:1:1: 빈 파일"),
    ],
)
@pytest.mark.parametrize("command", [[], ["done", "open"], ["select-pg", "--one-time", "card"], ["plan", "show"]])
def test_a_file_that_cant_be_read_stays_as_it_is(command: list[str], text: str, expected: str) -> None:
    path = Path("portone-guide.yaml")
    path.write_text(text, "utf-8")
    result = run(*command)
    assert result.code == 5
    assert result.err.startswith(expected)
    assert "Traceback" not in result.err
    assert path.read_text("utf-8") == text


def test_a_directory_in_its_place_is_said_so() -> None:
    Path("portone-guide.yaml").mkdir()
    result = run("done", "open")
    assert result.code == 5
    assert "portone-guide.yaml" in result.err


def test_reset_keeps_the_old_file_whole(tmp_path: Path) -> None:
    path = Path("portone-guide.yaml")
    path.write_text("damaged: [", "utf-8")
    assert run("plan", "reset", "--yes").code == 0
    assert not path.exists()
    assert Path("portone-guide.old-1.yaml").read_text("utf-8") == "damaged: ["
    path.write_text("second", "utf-8")
    assert set_aside(path).name == "portone-guide.old-2.yaml"


def test_reset_without_terminal_or_yes_asks_for_it() -> None:
    run("done", "open")
    result = run("plan", "reset")
    assert result.code == 3
    assert "--yes" in result.err
    assert Path("portone-guide.yaml").exists()


def test_an_unwritable_folder_is_told_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise OSError(30, "Read-only file system")

    run("done", "build_site")
    before = Path("portone-guide.yaml").read_text("utf-8")
    monkeypatch.setattr(os, "fsync", refuse)
    result = run("done", "open")
    assert result.code == 5
    assert "읽기만" in result.err
    assert Path("portone-guide.yaml").read_text("utf-8") == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_leaves_the_old_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "portone-guide.yaml"
    change_plan(path, lambda _: FULL)
    before = path.read_bytes()

    def full(_: int) -> None:
        with Path("/dev/full").open("wb", buffering=0) as device:
            device.write(b"x")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        change_plan(path, lambda plan: plan._replace(done={**plan.done, "open": date(2026, 1, 1)}))
    assert path.read_bytes() == before
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".portone-guide.yaml.lock", "portone-guide.yaml"]


WRITER = """
import sys
from datetime import date, timedelta
from pathlib import Path
from portone_guide.plan.store import change_plan
path, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(times):
    day = date(2026, 1, 1) + timedelta(number)
    change_plan(path, lambda plan: plan._replace(done={**plan.done, f"{name}{number}": day}))
    print(number, flush=True)
"""


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "portone-guide.yaml"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, "12"], stdout=subprocess.DEVNULL)
        for name in ("a", "b", "c")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert set(read_plan(path).done) == {f"{name}{number}" for name in "abc" for number in range(12)}


def test_kill_at_any_moment_leaves_a_whole_plan(tmp_path: Path) -> None:
    path = tmp_path / "portone-guide.yaml"
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), "warm", "1"], stdout=subprocess.PIPE, text=True
    ) as first:
        first.wait(60)
    for attempt in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), f"run{attempt}x", "100000"], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            written = [writer.stdout.readline() for _ in range(1 + attempt * 3)]
            writer.send_signal(signal.SIGKILL)
        done = read_plan(path).done
        assert f"run{attempt}x{len(written) - 1}" in done, "what was said to be written must be there"
        assert "warm0" in done


def test_flags_are_kept_only_where_a_plan_is_named() -> None:
    run("select-pg", "--one-time", "card", "--json")
    assert not Path("portone-guide.yaml").exists()
    run("select-pg", "--one-time", "card", "--portone", "v2", "--plan", "mine.yaml", "--json")
    assert dict(read_plan(Path("mine.yaml")).answers) == {"one_time": ("card",), "portone": "v2"}
    answer = json.loads(run("select-pg", "--plan", "mine.yaml", "--json").out)
    assert answer["requirements"]["needs"] == ["one_time:card"]
    assert answer["requirements"]["portone"] == "v2"


def test_a_flag_wins_over_the_plan() -> None:
    run("select-pg", "--one-time", "card", "--portone", "v2", "--plan", "portone-guide.yaml", "--json")
    answer = json.loads(run("select-pg", "--portone", "v1", "--json").out)
    assert answer["requirements"]["portone"] == "v1"
    assert answer["requirements"]["needs"] == ["one_time:card"]


def test_no_save_writes_nothing() -> None:
    run("select-pg", "--one-time", "card", "--plan", "x.yaml", "--no-save", "--json")
    assert list(Path().iterdir()) == []


def test_done_and_undo_move_the_road() -> None:
    assert json.loads(run("--json").out)["next"]["step"] == "choose_gateway"
    assert run("choose", "nice").code == 0
    after = json.loads(run("--json").out)
    assert [entry["step"] for entry in after["done"]] == ["choose_gateway"]
    assert after["next"]["step"] == "build_site"
    assert run("undo", "choose_gateway").code == 0
    assert json.loads(run("--json").out)["next"]["step"] == "choose_gateway"


def test_an_unknown_step_names_the_near_ones() -> None:
    result = run("done", "gateway_revew")
    assert result.code == 2
    assert "gateway_review" in result.err


def test_overdue_is_said_after_the_longest_time() -> None:
    # 퀵 가이드: 신청서 접수 후 영업일 기준 3일 이내로 다음 절차가 메일로 안내된다. 2020-01-02 was a Thursday.
    for step in ("build_site", "test_integration", "apply"):
        run("done", step, "--on", "2020-01-02")
    overdue = json.loads(run("--json").out)["overdue"]
    assert overdue == {"step": "contract_guidance", "due": "2020-01-07"}
    assert "2020-01-07" in run("--plain").out


def test_a_damaged_plan_is_located() -> None:
    path = Path("portone-guide.yaml")
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(PlanError) as caught:
        read_plan(path)
    assert caught.value.problems[0].line == 1


def test_an_unknown_command_names_the_near_ones() -> None:
    result = run("select-gp")
    assert (result.code, result.out) == (2, "")
    assert "select-pg" in result.err
    assert "next-steps" in run("xyz").err


def test_a_plan_keeps_the_mode_that_its_owner_gave_it(tmp_path: Path) -> None:
    path = tmp_path / "portone-guide.yaml"
    change_plan(path, lambda _: FULL)
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o664)
    change_plan(path, lambda plan: plan._replace(done={**plan.done, "open": date(2026, 1, 1)}))
    assert path.stat().st_mode & 0o777 == 0o664
