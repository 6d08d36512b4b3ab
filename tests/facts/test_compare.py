"""``compare``: what modules do side by side, and all ordinary gateways at a glance."""

import re

import pytest
from said import DAY, answer, assert_readable

from portone_guide.facts.comparison import Comparison
from support import run, shipped


def support_of(value: dict, kind: str, style: str, module: str, version: str) -> dict[str, dict]:
    section = next(entry for entry in value["support"] if (entry["type"], entry["style"]) == (kind, style))
    return next(row["cells"] for row in section["rows"] if row["module"] == module and version in row["portone"])


def test_compare_keeps_modules_styles_and_versions_apart() -> None:
    value = answer("compare", "tosspayments", "kpn", DAY)
    # Toss Payments' channel page: the old module does one-time payments only, the new one billing in both styles.
    for style in ("window", "api"):
        assert support_of(value, "billing", style, "tosspayments.new", "v2")["card"]["supported"] == "yes"
        assert support_of(value, "billing", style, "tosspayments.old", "v1")["card"]["supported"] == "no"
    assert support_of(value, "one_time", "window", "tosspayments.old", "v1")["card"]["supported"] == "yes"
    # KPN's channel page: PortOne V2 only.
    assert next(module for module in value["modules"] if module["gateway"] == "kpn")["portone"] == ["v2"]
    assert [entry["merchant_id_label"] for entry in value["gateways"]] == ["MID", "MID"]


def test_compare_says_states_in_words() -> None:
    # Support list: NICE's new module has no billing by window for cards; KCP calls its merchant id 사이트코드.
    shown = run("compare", "nice", "kcp", "--plain", DAY).out
    billing = shown.split("[정기결제 - 결제창 방식]")[1].split("[")[0]
    assert (
        "- 카드: 나이스정보통신 신모듈 V1·V2 안 함, 나이스정보통신 구모듈 V1 안 함, NHN KCP 결제 V1·V2 지원" in billing
    )
    assert "NHN KCP 사이트코드" in shown
    assert "나이스정보통신 신모듈 V1·V2 지원*" in shown  # mobile: the pages disagree
    assert "NHN KCP 결제 V2 어긋남" in shown  # key-in by window on V2: undecided
    assert "- 휴대폰 실물: 나이스정보통신 모름, NHN KCP 3.00%" in shown


def test_compare_marks_every_disputed_cell_and_no_other() -> None:
    families = shipped().pg_methods.families
    for section in answer("compare", *shipped().pg_methods.gateways)["support"]:
        kind = section["type"]
        for row in section["rows"]:
            facts = [
                support
                for support in shipped().pg_methods.support[row["module"]]
                if (support.type, support.style) == (kind, section["style"])
                and set(row["portone"]) & set(support.portone)
            ]
            for method, cell in row["cells"].items():
                own = [support for support in facts if method in support.methods]
                wider = {  # a wallet with no row of its own stands or falls with the one that it is inside
                    name
                    for name, family in families.items()
                    if family.each == "yes" and kind in family.types and method in family.members
                }
                around = [support for support in facts if wider.intersection(support.methods)]
                told = {support.conflict for support in own or around}
                assert set(cell["conflicts"]) == told - {None}, (row["module"], method)


def test_compare_tells_a_wallet_module_apart() -> None:
    # Toss Payments' channel page: BrandPay is a module of its own, for PortOne V1.
    shown = run("compare", "tosspayments", "--plain").out
    section = shown.split("[일반결제 - 결제창 방식]")[1].split("[")[0]
    assert "토스페이먼츠 브랜드페이 모듈(포트원 V1): 토스페이먼츠 브랜드페이 지원" in section
    assert section.count("토스페이먼츠 브랜드페이") == 2


def test_the_best_of_a_gateway_keeps_every_doubt() -> None:
    file = shipped().pg_methods
    for gateway in file.gateways:
        comparison = Comparison(file, [gateway])
        for section in comparison.sections():
            for method in section.methods:
                cells = [row.cells[method] for row in section.rows]
                best = comparison.best(gateway, section.type, method, section.style)
                rank = [state for state in ("yes", "unknown", "no") if state in {cell.supported for cell in cells}]
                assert best.supported == rank[0]
                equal = [cell for cell in cells if cell.supported == rank[0]]
                doubts = [bool(cell.conflicts) for cell in equal]
                assert bool(best.conflicts) == (all(doubts) if best.supported == "yes" else any(doubts))


def test_compare_takes_names_and_drops_repeats() -> None:
    value = answer("compare", "KCP", "kcp", "한국결제네트웍스", "nhn kcp")
    assert [entry["gateway"] for entry in value["gateways"]] == ["kcp", "kpn"]


def test_compare_fits_the_terminal_and_loses_no_method(width: int) -> None:
    gateways = ("tosspayments", "kcp", "naverpay_order", "paypal")
    ended = run("compare", *gateways, DAY)
    assert_readable(ended, width)
    file = shipped().pg_methods
    # Narrow labels end in '..'; what they begin with still tells the methods apart.
    for name in (*file.methods.values(), "카카오페이", "L.pay", "해외카드"):
        assert name in ended.out, name
    for gateway in gateways:
        assert file.gateways[gateway].name in ended.out
        assert f"portone-guide rules show {gateway}" in ended.out
    assert ended.out.count("포트원 ") >= 4


def test_compare_without_names_shows_all_general_gateways(width: int) -> None:
    ended = run("compare", DAY)
    assert_readable(ended, width)
    general = [name for name, facts in shipped().pg_methods.gateways.items() if facts.role == "general"]
    assert len(general) > 10
    for gateway in general:
        assert re.search(rf"\s{gateway}\s", ended.out), gateway
    assert "portone-guide compare tosspayments kcp" in ended.out
    assert [entry["gateway"] for entry in answer("compare")["gateways"]] == general


def test_compare_names_every_gateway_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for gateway in shipped().pg_methods.gateways:
        ended = run("compare", gateway)
        assert_readable(ended, 60)
        assert "한 곳만 적었습니다" in ended.out
