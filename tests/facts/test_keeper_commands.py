"""``rules new`` and ``rules fmt``: a gateway of ours goes the whole way, in four files."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from portone_guide.rules.models.gateway import GatewayFile
from support import DATA, run

CHOICE = {
    "gateways:\n": "  novapay: {name: 노바페이, role: general, merchant_id_label: 노바번호, sources: [help/novapay]}\n",
    "modules:\n": "  novapay.main: {gateway: novapay, name: 결제, purpose: payment, portone: [v2], "
    "portone_complete: yes, complete: [one_time], sources: [help/novapay]}\n",
    "support:\n": "  novapay.main:\n    - {type: one_time, portone: [v2], methods: [card, transfer], supported: yes, "
    "sources: [help/novapay]}\n",
}
FEES = "  novapay:\n    - {from: 2026-01-01, source: help/novapay, rates: {signup_fee: 7 KRW, card.general: 1.11%}}\n"
URL = "https://help.example.com/novapay"
SOURCE = f"  help/novapay: {{title: 노바페이, url: {URL}, checked: 2026-08-01}}\n"
FILLED = {
    "contacts": "  - {what: 대표번호, value: 02-777-7777, source: help/novapay}",
    "contract": "  days: {card_review: {min: 3, max: 4, source: help/novapay}}",
    "limits": "  - {method: card, minimum: 777 KRW, source: help/novapay}",
    "test": "  novapay.main:\n    - {purpose: 결제창 일반결제, merchant_id: nova_test_7, source: help/novapay}",
    "live_fields": "  novapay.main:\n    - {field: 노바 비밀값, secret: yes, source: help/novapay}",
    "merchant_id": "  where: 노바페이 관리자 > 내 정보\n  sources: [help/novapay]",
    "shared_verdicts": "  separate_settlement: [help/novapay]",
    "verdicts": "  - {cases: [add_tax_free], verdict: keep, why: 과세 설정만 바꿈, sources: [help/novapay]}",
    "conflicts": "  novapay-fee:\n    about: 카드 요율\n    used: help/novapay\n    why: 자체 안내\n    at: fees\n"
    "    claims: [{says: 하나, source: help/novapay}, {says: 둘, source: help/start}]",
}


@pytest.fixture
def data(here: Path) -> Path:
    return Path(shutil.copytree(DATA, here / "data"))


def told(*arguments: object) -> str:
    ended = run(*arguments)
    assert (ended.code, ended.err) == (0, "")
    return ended.out


def after(path: Path, line: str, more: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(f"\n{line}") == 1
    path.write_text(text.replace(f"\n{line}", f"\n{line}{more}"), "utf-8")


def filled(path: Path) -> None:
    """Fill in what a keeper knows, and strike out what no page says."""
    lines = []
    for line in path.read_text("utf-8").splitlines():
        table, _, rest = line.partition(":")
        if rest.strip() not in {"[]", "{}"}:
            lines.append(line)
        elif table in FILLED:
            lines += [f"{table}:", FILLED[table]]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def test_the_skeleton_explains_every_table_and_check_tells_each_that_is_empty(data: Path) -> None:
    assert "data/gateways/novapay.yaml" in told("rules", "new", "novapay")
    path = data / "gateways" / "novapay.yaml"
    lines = path.read_text("utf-8").splitlines()
    tables = list(GatewayFile._fields[2:])
    assert list(yaml.load(path.read_text("utf-8"), yaml.BaseLoader)) == ["kind", "gateway", *tables]
    ended = run("rules", "check", "data")
    assert ended.code == 4
    for table in tables:
        number = next(number for number, line in enumerate(lines, 1) if line.startswith(f"{table}:"))
        assert lines[number - 2].startswith("#"), f"{table} is not explained"
        assert f"data/gateways/novapay.yaml:{number}:1: 빈 표입니다" in ended.err
    assert "novapay.yaml:5:1: pg_methods.yaml의 gateways에 없습니다: 'novapay'" in ended.err
    assert run("rules", "new", "novapay").code == 2, "what is there is not overwritten"
    assert "0개를 고쳐야 합니다" in told("rules", "fmt", "--check", path), "it is in the house's form"


def test_an_invented_gateway_is_in_four_files_and_in_every_answer(data: Path) -> None:
    told("rules", "new", "novapay")
    filled(data / "gateways" / "novapay.yaml")
    for line, more in CHOICE.items():
        after(data / "pg_methods.yaml", line, more)
    after(data / "fees.yaml", "fees:\n", FEES)
    after(data / "sources.yaml", "sources:\n", SOURCE)
    told("rules", "fmt")
    assert "통과" in told("rules", "check", "data")
    changed = [path for path in data.rglob("*") if path.is_file() and not is_shipped(path, data)]
    assert len(changed) == 4
    of = ("--gateway", "novapay", "--rules", "data")
    assert "노바페이" in told("select-pg", "--one-time", "card", "--portone", "v2", "--tier", "general",
                            "--rules", "data")  # fmt: skip
    assert "1.11%" in told("compare", "novapay", "nice", "--rules", "data")
    assert "1.11%" in told("fees", "--rules", "data")
    asked = json.loads(
        told("checklist", *of, "--one-time", "card", "--goods", "physical", "--platform", "self", "--json")
    )
    assert asked["items"]
    road = told("next-steps", *of, "--one-time", "card", "--start", "2026-11-23", "--plain")
    assert all(text in road for text in ("nova_test_7", "노바 비밀값", "02-777-7777"))
    for change, verdict in (("separate_settlement", "new_mid"), ("add_tax_free", "keep")):
        decided = json.loads(told("need-new-mid", *of, "--change", change, "--json"))
        assert (decided["verdict"], decided["reasons"][0]["sources"]) == (verdict, [URL])
    assert "노바번호" in told("need-new-mid", "--synonyms", "--rules", "data")
    assert "노바페이" in told("need-new-mid", "--value", "nova_test_7", "--rules", "data")
    assert "777" in told("rules", "show", "novapay", "--rules", "data")
    assert "카드 요율" in told("rules", "conflicts", "novapay", "--rules", "data")
    assert URL in told("rules", "sources", "--rules", "data", "--json")


def is_shipped(path: Path, data: Path) -> bool:
    shipped = DATA / path.relative_to(data)
    return shipped.exists() and shipped.read_bytes() == path.read_bytes()


def test_fmt_writes_only_what_is_otherwise_written(data: Path) -> None:
    assert "0개를 고쳤습니다" in told("rules", "fmt")
    fees = data / "fees.yaml"
    before = fees.read_text("utf-8")
    fees.write_text(before.replace("vat:\n  rate: 10%\n  ", "vat:\n    # 열에 하나\n    rate:   '10%'\n    "), "utf-8")
    checked = run("rules", "fmt", "--check")
    assert (checked.code, checked.err) == (6, "")
    assert "고칠 것이 있음: data/fees.yaml" in checked.out
    assert "rate:   '10%'" in fees.read_text("utf-8")
    told("rules", "fmt", fees)
    assert fees.read_text("utf-8") == before.replace("vat:\n", "vat:\n  # 열에 하나\n")
    assert run("rules", "fmt", "--check").code == 0


def test_fmt_leaves_a_broken_file_alone(data: Path) -> None:
    fees = data / "fees.yaml"
    fees.write_text(fees.read_text("utf-8").replace("  rate: 10%", "  rat:   10%"), "utf-8")
    before = fees.read_bytes()
    ended = run("rules", "fmt")
    assert (ended.code, ended.out) == (4, "")
    assert "data/fees.yaml:" in ended.err
    assert fees.read_bytes() == before


def test_fmt_without_a_folder_asks_for_one(here: Path) -> None:
    ended = run("rules", "fmt")
    assert ended.code == 2
    assert "data 폴더가 없습니다" in ended.err


@pytest.mark.parametrize("name", ["노바", "Nova", "7nova", "nova-pay", "../nova", "", "nova_"])
def test_a_name_that_no_file_could_have_is_refused(name: str, here: Path) -> None:
    ended = run("rules", "new", name)
    assert (ended.code, ended.out, list(here.iterdir())) == (2, "", [])


def test_a_file_for_one_gateway_stands_in_for_the_shipped_one_of_it(here: Path) -> None:
    text = (DATA / "gateways" / "kpn.yaml").read_text("utf-8")
    (here / "mine.yaml").write_text(text.replace("02-1544-3850", "02-777-7777"), "utf-8")
    shown = told("rules", "show", "kpn", "--rules", "mine.yaml")
    assert "02-777-7777" in shown
    assert "02-1544-3850" not in shown
    assert "1544-7772" in told("rules", "show", "tosspayments", "--rules", "mine.yaml")
    (here / "again.yaml").write_text(text, "utf-8")
    ended = run("rules", "show", "kpn", "--rules", "mine.yaml", "--rules", "again.yaml")
    assert (ended.code, ended.err.splitlines()[0]) == (
        4,
        "again.yaml:4:1: kind가 'gateway/kpn'인 파일이 둘입니다: mine.yaml - 하나만 주세요",
    )
