"""``compare``, ``fees`` and ``rules``: what they say, in numbers of the source pages, and how they bear bad input."""

import json
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portone_guide.facts.comparison import Comparison
from portone_guide.facts.gateway_facts import conflicts_of
from portone_guide.facts.rate_table import RATE_COLUMNS, RateTable, sorted_rows
from portone_guide.gateways.missing_facts import missing_facts
from portone_guide.needs.gateway_names import find_gateway
from portone_guide.needs.reading import WrongValueError
from portone_guide.terminal.blocks import Column, Table
from portone_guide.terminal.split_table import shortened, split_to_fit
from portone_guide.terminal.text import cells
from support import CHECKED, DATA, Run, run, shipped

DAY = f"--as-of={CHECKED}"
TIERS = ("general", "micro", "small_1", "small_2", "small_3")

# help/pricing/pg/domestic-and-oversea-fees: 신용카드 일반·영세·중소1·중소2·중소3, 빌링/수기 (None: no rate), 가입비.
CARD_RATES = {
    "tosspayments": ("3.20 1.65 2.25 2.40 2.65", "3.23", 200_000),
    "kpn": ("3.20 1.70 2.30 2.45 2.70", "3.20", 0),
    "smartro": ("3.20 1.80 2.40 2.55 2.80", "3.20", 200_000),
    "kcp": ("3.20 1.72 2.32 2.47 2.72", "3.20", 150_000),
    "nice": ("3.20 1.70 2.30 2.45 2.70", "3.20", 200_000),
    "inicis": ("3.20 1.90 2.50 2.65 2.90", "3.20", 200_000),
    "danal": ("3.20 1.40 2.00 2.15 2.40", "3.20", 200_000),
    "kicc": ("3.20 1.70 2.30 2.45 2.70", "3.20", 200_000),
    "hecto": ("3.20 2.00 2.50 2.60 2.80", "3.20", 200_000),
    "ksnet": ("3.20 1.70 2.30 2.45 2.70", "3.20", 200_000),
    "welcome": ("3.20 1.70 2.30 2.45 2.70", "3.20", 200_000),
    "kiwoompay": ("3.20 1.90 2.40 2.50 2.70", "3.20", 200_000),
    "kg_financial": ("3.20 1.40 2.00 2.15 2.40", None, 200_000),
    "galaxia": ("3.20 1.60 2.20 2.35 2.65", "3.20", 0),
    "tosspay": ("3.20 1.70 2.30 2.45 2.70", "3.20", 0),
    "naverpay": ("2.50 0.90 1.45 1.60 1.85", None, 0),
    "naverpay_order": ("3.40 1.70 2.30 2.45 2.70", None, 0),
    "kakaopay": ("3.20 1.70 2.30 2.45 2.70", "3.20", 0),
    "payco": ("3.20 1.70 2.30 2.45 2.70", "3.20", 0),
    "smilepay": ("3.20 1.70 2.30 2.45 2.70", None, 0),
}
# The same page: 계좌이체, 가상계좌, 휴대폰 실물·웹콘텐츠·모바일콘텐츠, 상품권, 해외결제 as the table shows them.
OTHER_RATES = {
    ("tosspayments", "transfer"): "1.80%",
    ("tosspayments", "virtual_account"): "300원/건",
    ("tosspayments", "mobile.physical"): "4.50%",
    ("tosspayments", "mobile.web_content"): "7.50%",
    ("tosspayments", "mobile.app_content"): "5.70%",
    ("inicis", "gift_certificate"): "11.00%",
    ("naverpay_order", "virtual_account"): "0.91%",
    ("naverpay_order", "transfer"): "1.50%",
    ("kpn", "mobile.physical"): "3.20~3.50%",
    ("hecto", "mobile.physical"): "2.10~2.65%",
    ("hecto", "mobile.web_content"): "4.75~7.20%",
    ("kg_financial", "mobile.web_content"): "6.30~7.70%",
    ("ksnet", "overseas_card"): "4.20%",
    ("nice", "overseas_card"): "3.80%",
    ("tosspay", "own_money"): "3.20~3.50%",
    ("hyphen", "own_money"): "0.50% (최소 150원)",
    ("eximbay", "signup"): "100,000~200,000원",
}


def answer(*args: object) -> dict:
    """Run a command with ``--json`` and return its one object."""
    ended = run(*args, "--json")
    assert (ended.code, ended.err) == (0, "")
    value = json.loads(ended.out)
    assert next(iter(value)) == "schema_version"
    assert value["schema_version"] == 1
    return value


def rates_of(*args: object) -> dict[str, dict]:
    return {entry["gateway"]: entry["rates"] for entry in answer(*args)["gateways"]}


@pytest.fixture(params=[80, 60])
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("COLUMNS", str(request.param))
    return request.param


def assert_readable(ended: Run, width: int) -> None:
    """Nothing is wider than the terminal, and a Korean code page has every glyph."""
    assert ended.code == 0
    ended.out.encode("cp949")
    assert [line for line in ended.out.splitlines() if cells(line) > width] == []


# fees


@pytest.mark.parametrize(("place", "tier"), list(enumerate(TIERS)))
def test_fees_match_the_fee_page(place: int, tier: str) -> None:
    rates = rates_of("fees", DAY, "--tier", tier)
    for gateway, (cards, billing, signup) in CARD_RATES.items():
        assert rates[gateway]["card"]["rate"] == f"{cards.split()[place]}%", gateway
        assert rates[gateway]["billing"]["rate"] == (f"{billing}%" if billing else None), gateway
        assert rates[gateway]["signup"]["charges"][0]["per_payment_krw"] == signup, gateway
    for (gateway, column), text in OTHER_RATES.items():
        assert rates[gateway][column]["rate"] == text, (gateway, column)


def test_fees_add_vat_exactly() -> None:
    rates = rates_of("fees", DAY, "--tier", "micro")
    # 1.65% x 1.1, 0.91% x 1.1, 300 x 1.1, 200,000 x 1.1, 2.10~2.65% x 1.1, 0.50% (150) x 1.1
    assert rates["tosspayments"]["card"]["rate_with_vat"] == "1.815%"
    assert rates["naverpay_order"]["virtual_account"]["rate_with_vat"] == "1.001%"
    assert rates["kcp"]["virtual_account"]["rate_with_vat"] == "330원/건"
    assert rates["tosspayments"]["signup"]["rate_with_vat"] == "220,000원"
    assert rates["hecto"]["mobile.physical"]["rate_with_vat"] == "2.31~2.915%"
    assert rates["hyphen"]["own_money"]["rate_with_vat"] == "0.55% (최소 165원)"
    assert rates["kpn"]["signup"]["rate_with_vat"] == "무료"


def test_fees_screen_shows_vat_only_when_asked() -> None:
    before, with_vat = (run("fees", DAY, "--tier", "micro", "--plain", *flag).out for flag in ([], ["--vat"]))
    assert "토스페이먼츠: 카드 1.65%," in before
    assert "VAT 별도" in before
    assert "토스페이먼츠: 카드 1.815%," in with_vat
    assert "VAT 별도" not in with_vat
    assert "VAT 10%를 더한 값" in with_vat


def test_fees_say_whose_tier_is_shown() -> None:
    assert "매출 구간: 일반 (기본값" in run("fees", "--plain").out
    assert "매출 구간: 중소2. " in run("fees", "--plain", "--tier", "small_2").out


def test_fees_unknown_is_a_word_and_never_a_number() -> None:
    # The fee page has no mobile rate for NICE although its own page supports mobile; none at all for Triple-A.
    rates = rates_of("fees", DAY)
    assert rates["nice"]["mobile.physical"] == {
        "state": "unknown",
        "rate": None,
        "rate_with_vat": None,
        "charges": [],
        "sources": [],
        "conflicts": [],
    }
    # Naver Pay has recurring payments but no rate for them on the page; whether its order form has any is disputed.
    assert rates["naverpay"]["billing"]["state"] == "unknown"
    assert rates["naverpay_order"]["billing"]["state"] == "unknown"
    assert rates["paypal"]["card"]["state"] == "not_supported"
    shown = next(line for line in run("fees", DAY, "--plain").out.splitlines() if line.startswith("- Triple-A: "))
    assert re.search(r"\d", shown.replace("Triple-A", "")) is None
    assert "카드 모름" in shown


@pytest.mark.parametrize(
    ("sort", "column"),
    [
        ("card", "card"),
        ("billing", "billing"),
        ("transfer", "transfer"),
        ("virtual_account", "virtual_account"),
        ("mobile", "mobile.physical"),
        ("signup", "signup"),
    ],
)
@pytest.mark.parametrize("tier", ["general", "micro"])
def test_fees_sort_puts_the_lowest_first_and_what_is_not_known_last(sort: str, column: str, tier: str) -> None:
    found = [entry["rates"][column] for entry in answer("fees", DAY, "--sort", sort, "--tier", tier)["gateways"]]
    known = [rate for rate in found if rate["state"] == "known"]
    assert known
    assert all(rate["state"] != "known" for rate in found[len(known) :])
    lowest = [
        min((float(charge["min_percent"]), charge["per_payment_krw"]) for charge in rate["charges"]) for rate in known
    ]
    assert lowest == sorted(lowest)


def test_fees_sort_by_name_and_by_card() -> None:
    by_name = [entry["name"].casefold() for entry in answer("fees", "--sort", "name")["gateways"]]
    assert by_name == sorted(by_name)
    by_card = [entry["gateway"] for entry in answer("fees", DAY, "--tier", "micro")["gateways"]]
    assert by_card[:2] == ["eximbay", "naverpay"]  # 0.70% and 0.90% on the fee page


@given(st.permutations(list(CARD_RATES)), st.sampled_from(["card", "billing", "mobile", "signup", "transfer", "name"]))
@settings(max_examples=30)
def test_fees_order_does_not_depend_on_the_file(order: list[str], sort: str) -> None:
    book = shipped()
    names = book.pg_methods.gateways
    table = RateTable(book, "small_1", CHECKED)

    def sorted_from(gateways: list[str]) -> list[str]:
        rows = sorted_rows(table.rows(gateways), sort, lambda gateway: names[gateway].name)  # type: ignore[arg-type]
        return [row.gateway for row in rows]

    assert sorted_from(order) == sorted_from(list(CARD_RATES))


def test_fees_before_anything_was_seen_are_unknown() -> None:
    rates = rates_of("fees", "--as-of=2020-01-01")
    assert {rate["state"] for columns in rates.values() for rate in columns.values()}.isdisjoint({"known"})
    assert "이 날짜에 알려진 요율이 없습니다" in run("fees", "--as-of=2020-01-01", "--plain").out


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder: messages name its files the short way."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def changed_fees(here: Path) -> Path:
    """A fee file in which one gateway's card rate changes on 2027-01-01."""
    text = (DATA / "fees.yaml").read_text(encoding="utf-8")
    source = "help/domestic-and-oversea-fees"
    block = f"    - from: 2027-01-01\n      source: {source}\n      rates:\n        card.general: 9.87%\n"
    path = here / "my-fees.yaml"
    path.write_text(text.replace("  kcp:\n    - from: 2025", f"{block}  kcp:\n    - from: 2025", 1), encoding="utf-8")
    return path


def test_fees_follow_the_day_and_the_given_file(changed_fees: Path) -> None:
    def card(day: str) -> str:
        return rates_of("fees", f"--as-of={day}", "--rules", changed_fees)["tosspayments"]["card"]["rate"]

    assert [card("2026-12-31"), card("2027-01-01")] == ["3.20%", "9.87%"]
    shown = run("rules", "show", "tosspayments", "--as-of=2027-01-01", "--rules", changed_fees, "--plain").out
    assert "카드(일반): 9.87% (2027-01-01부터)" in shown
    assert "이전 값: 2025-07-14부터 3.20%" in shown
    before = run("rules", "show", "tosspayments", "--as-of=2026-12-31", "--rules", changed_fees, "--plain").out
    assert "카드(일반): 3.20% (2025-07-14부터)" in before
    assert "9.87%" not in before


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["fees", "--sort", "price"], "--sort: 모르는 순서입니다: 'price'"),
        (["fees", "--tier", "big"], "--tier: 모르는 값입니다: 'big'"),
        (["fees", "--as-of", "soon"], "--as-of: 날짜가 아닙니다: 'soon'"),
        (["compare", "--tier", "small"], "small_1"),
        (["compare", "tosspayment"], "tosspayments(토스페이먼츠)"),
        (["compare", "kcp", "나이스정보"], "nice(나이스정보통신)"),
        (["compare", "\x1b[31mzz"], "쓸 수 있는 이름: tosspayments, kcp"),
        (["rules", "show", "카카오"], "kakaopay(카카오페이)"),
        (["rules", "conflicts", "naver"], "naverpay(네이버페이 결제형), naverpay_order(네이버페이 주문형)"),
    ],
)
def test_bad_words_end_with_2_and_say_what_to_type(args: list[str], said: str) -> None:
    ended = run(*args)
    assert ended.code == 2
    assert ended.out == ""
    assert said in ended.err
    assert "\x1b" not in ended.err
    assert 1 <= len(ended.err.splitlines()) <= 3


# compare


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
    for section in answer("compare", *shipped().pg_methods.gateways)["support"]:
        for row in section["rows"]:
            facts = shipped().pg_methods.support[row["module"]]
            for method, cell in row["cells"].items():
                told = {
                    support.conflict
                    for support in facts
                    if (support.type, support.style) == (section["type"], section["style"])
                    and method in support.methods
                    and set(row["portone"]) & set(support.portone)
                }
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


# names


def test_every_name_finds_its_gateway_or_tells_the_choices() -> None:
    file = shipped().pg_methods
    for gateway, facts in file.gateways.items():
        assert find_gateway(gateway, file) == gateway
        assert find_gateway(facts.name.upper().replace(" ", ""), file) == gateway
        for alias in facts.aliases:
            try:
                assert file.gateways[find_gateway(alias, file)] is not None
            except WrongValueError as error:
                assert gateway in nearest(error), alias


def nearest(error: WrongValueError) -> tuple[str, ...]:
    return tuple(gateway for gateway, _ in dict(error.problem.facts)["near"])


def test_a_name_of_two_gateways_is_asked_back() -> None:
    file = shipped().pg_methods
    shared = {name: file.gateways[name]._replace(aliases=("두 곳",)) for name in ("kcp", "nice")}
    with pytest.raises(WrongValueError) as raised:
        find_gateway("두곳", file._replace(gateways={**file.gateways, **shared}))
    assert nearest(raised.value) == ("kcp", "nice")


@given(st.text(max_size=30))
def test_no_text_breaks_the_search_for_a_gateway(text: str) -> None:
    file = shipped().pg_methods
    try:
        assert find_gateway(text, file) in file.gateways
    except WrongValueError as error:
        assert dict(error.problem.facts)["name"] == text
        assert len(set(nearest(error))) == len(nearest(error))
        assert set(nearest(error)) <= set(file.gateways)


# tables that are split


@given(
    st.lists(st.lists(st.text("가나ab1.% ", max_size=12), min_size=6, max_size=6), max_size=4),
    st.integers(min_value=10, max_value=120),
)
def test_a_split_table_fits_and_keeps_every_cell(rows: list[list[str]], width: int) -> None:
    columns = tuple(Column(f"칸{number}") for number in range(6))
    parts = split_to_fit(Table(columns, tuple(map(tuple, rows))), width)
    assert [column for part in parts for column in part.columns[1:]] == list(columns[1:])
    assert all(part.columns[0] == columns[0] for part in parts)
    for number, row in enumerate(rows):
        assert [cell for part in parts for cell in part.rows[number][1:]] == row[1:]
    for part in parts:
        lines = [tuple(column.title for column in part.columns), *part.rows]
        needed = sum(max(cells(line[index]) for line in lines) + 3 for index in range(len(part.columns))) - 3
        assert needed <= width or len(part.columns) == 2


@given(st.text("가나다ab(", max_size=20), st.integers(min_value=2, max_value=30))
def test_shortened_text_fits(text: str, width: int) -> None:
    found = shortened(text, width)
    assert cells(found) <= width
    assert found == text if cells(text) <= width else found.endswith("..")


# rules check


def test_check_counts_what_the_files_hold() -> None:
    files = {path.stem: yaml.load(path.read_bytes(), yaml.BaseLoader) for path in DATA.glob("*.yaml")}
    ended = run("rules", "check")
    assert (ended.code, ended.err, ended.out.count("\n")) == (0, "", 1)
    methods = files["pg_methods"]
    fees = [block["rates"] for blocks in files["fees"]["fees"].values() for block in blocks]
    counted = {
        "gateways": len(methods["gateways"]),
        "modules": len(methods["modules"]),
        "support": sum(map(len, methods["support"].values())),
        "fees": sum(map(len, fees)),
        "conflicts": len(files["conflicts"]["conflicts"]),
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


# rules show


def test_show_has_every_fact_of_every_gateway() -> None:
    book = shipped()
    for gateway, facts in book.pg_methods.gateways.items():
        ended = run("rules", "show", gateway, DAY, "--plain")
        assert ended.code == 0
        ended.out.encode("cp949")
        modules = {name: one for name, one in book.pg_methods.modules.items() if one.gateway == gateway}
        rows = [row for name in modules for row in book.pg_methods.support[name]]
        expected = [
            facts.name,
            *(contact.value for contact in facts.contacts),
            *(note.text for module in modules.values() for note in module.notes),
            *(row.note for row in rows if row.note),
            *(entry.text for entry in book.terms.conditions.get(gateway, ())),
            *(limit.note for limit in book.terms.amount_limits.get(gateway, ()) if limit.note),
            *(book.conflicts.conflicts[name].about for name in conflicts_of(book, gateway)),
        ]
        for text in expected:
            assert text in ended.out, (gateway, text)
        used = {source for row in rows for source in row.sources} | set(facts.sources)
        for source in used:
            assert book.sources.sources[source].url in ended.out, (gateway, source)


def test_show_gives_each_source_one_number() -> None:
    ended = run("rules", "show", "kcp", DAY, "--plain")
    facts, listed = ended.out.split("\n[출처]\n")
    numbers = [int(number) for number in re.findall(r"^- \[(\d+)\]", listed, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {int(number) for number in re.findall(r"\[(\d+)\]", facts)} == set(numbers)
    assert len(set(re.findall(r"^  (https://\S+)", listed, re.MULTILINE))) == len(numbers)


def test_show_fits_the_terminal(width: int) -> None:
    for gateway in ("inicis", "payletter", "hyphen"):
        assert_readable(run("rules", "show", gateway, DAY), width)


def test_show_json_holds_the_records_with_their_sources() -> None:
    value = answer("rules", "show", "다날", DAY)
    assert (value["gateway"], value["merchant_id_label"]) == ("danal", "CPID")  # help/faq/.../real-channel-info
    assert value["fees"]["card.micro"]["charges"] == [
        {"condition": "", "min_percent": "1.40", "max_percent": "1.40", "per_payment_krw": 0, "at_least_krw": 0}
    ]
    named = set(re.findall(r'"source": "([^"]+)"', json.dumps(value)))
    assert named <= set(value["sources"])
    assert all(source["url"].startswith("https://") for source in value["sources"].values())
    assert answer("rules", "show", "danal", "--as-of=2020-01-01")["fees"] == {}


# rules sources


def test_sources_are_old_after_180_days() -> None:
    # Every shipped page was read on 2026-08-19: 180 days later is 2027-02-15.
    def ages(day: str) -> set[tuple[int, bool]]:
        value = answer("rules", "sources", f"--as-of={day}")
        assert len(value["sources"]) == len(shipped().sources.sources)
        assert value["old"] == sum(source["old"] for source in value["sources"].values())
        return {
            (source["age_days"], source["old"])
            for source in value["sources"].values()
            if source["checked"] == "2026-08-19"
        }

    assert ages("2026-08-19") == {(0, False)}
    assert ages("2027-02-15") == {(180, False)}
    assert ages("2027-02-16") == {(181, True)}
    assert ages("2026-08-18") == {(-1, False)}


def test_sources_say_their_age_in_words(width: int) -> None:
    fresh, old = (run("rules", "sources", f"--as-of={day}") for day in ("2027-02-15", "2027-02-16"))
    assert_readable(fresh, width)
    assert_readable(old, width)
    assert "오래됨" not in fresh.out
    flat = " ".join(old.out.split())
    assert "(2026-08-19 확인, 181일 지남, 오래됨)" in flat
    assert "기준일보다 1일 뒤" in " ".join(run("rules", "sources", "--as-of=2026-08-18").out.split())


def test_sources_list_the_oldest_first(tmp_path: Path) -> None:
    text = (DATA / "sources.yaml").read_text(encoding="utf-8")
    last = text.rindex("checked: 2026-08-19")
    path = tmp_path / "sources.yaml"
    path.write_text(text[:last] + text[last:].replace("2026-08-19", "2026-01-02", 1), encoding="utf-8")
    ages = [source["age_days"] for source in answer("rules", "sources", DAY, "--rules", path)["sources"].values()]
    assert ages == sorted(ages, reverse=True)
    assert ages[0] == (CHECKED - date(2026, 1, 2)).days


# rules conflicts


def test_conflicts_show_every_page_and_the_choice() -> None:
    book = shipped()
    ended = run("rules", "conflicts", "--plain")
    assert ended.code == 0
    ended.out.encode("cp949")
    for name, conflict in book.conflicts.conflicts.items():
        part = ended.out.split(f"\n{name}: {conflict.about}\n")[1].split("\n\n")[0]
        for claim in conflict.claims:
            assert f"{book.sources.sources[claim.source].title}: {claim.says}" in part
            assert book.sources.sources[claim.source].url in part
        chosen = "정하지 못함: " if conflict.used == "none" else "이렇게 읽음: "
        assert chosen in part
        assert conflict.why in part


def test_conflicts_of_one_gateway_are_its_own() -> None:
    value = answer("rules", "conflicts", "kcp")
    names = [entry["id"] for entry in value["conflicts"]]
    assert value["gateway"] == "kcp"
    assert {"kcp-v2", "kcp-v2-gift", "industry-game_items"} <= set(names)
    # The pages that disagree on KCP's V2: the support list says it is planned, the release note that it began.
    told = next(entry for entry in value["conflicts"] if entry["id"] == "kcp-v2")
    assert told["used"] == "release-notes/api-sdk/2024-06-17"
    assert "https://help.portone.io/content/pg-service-list" in [claim["url"] for claim in told["claims"]]
    book = shipped()
    assert set(names) < set(book.conflicts.conflicts)
    others = [name for name in names if any(name.startswith(f"{g}-") for g in book.pg_methods.gateways if g != "kcp")]
    assert others == []


def test_every_conflict_on_a_gateways_row_is_told_with_the_gateway() -> None:
    book = shipped()
    for name, module in book.pg_methods.modules.items():
        rows = {row.conflict for row in book.pg_methods.support[name]} | {module.portone_conflict}
        assert rows - {None} <= set(conflicts_of(book, module.gateway))


def test_conflicts_fit_the_terminal(width: int) -> None:
    assert_readable(run("rules", "conflicts", "nice"), width)


# all together


@pytest.mark.parametrize(
    "args",
    [
        ["fees"],
        ["compare", "kcp", "nice"],
        ["compare"],
        ["rules", "show", "kcp"],
        ["rules", "sources"],
        ["rules", "conflicts", "kcp"],
    ],
)
def test_plain_text_has_no_colour_no_table_and_says_as_much(args: list[str]) -> None:
    ended = run(*args, "--plain")
    assert ended.code == 0
    assert all(unicodedata.category(char) != "Cc" or char == "\n" for char in ended.out)
    assert "  --" not in ended.out
    assert len(ended.out.splitlines()) > 10


def test_columns_of_the_table_are_those_of_the_answer() -> None:
    assert set(rates_of("fees")["kcp"]) == set(RATE_COLUMNS)


@pytest.mark.parametrize("command", ["compare", "fees", "rules", "rules check", "rules show", "rules conflicts"])
def test_help_is_plain_korean(command: str) -> None:
    ended = run(*command.split(), "--help")
    assert ended.code == 0
    assert re.search("[가-힣]", ended.out)
    ended.out.encode("cp949")
