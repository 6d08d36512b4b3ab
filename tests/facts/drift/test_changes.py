"""What counts as a change of a value, what as a change of words, and what as none."""

import itertools
import re
from pathlib import Path

import pytest
from copies import CHANNELS, FEES, changes_between, drift_between

from portone_guide.facts.rules.drift.decide import HARMS

TABLE = (
    '# 요금\n\n```json\n{"NHN KCP":{"가입비":{"(VAT별도)":"20만원"},"신용카드":{"일반":"3.20%","영세":"1.70%"}},'
    '"다날":{"가입비":{"(VAT별도)":"20만원"},"신용카드":{"일반":"3.20%","영세":"1.65%"}}}\n```\n'
)
TEXT = """\
## 결제창 일반결제

### 설정방법

결제창을 부르기 전에 관리자에게 계약이 끝났는지 물어봅니다.
심사는 접수한 뒤 3영업일 안에 끝나고, 막히면 1588-0000으로 전화합니다.

- 결제수단 : 카드, 계좌이체
- 상점아이디 : testmall01 선택
- payMethod: string

  결제수단을 고르는 값이며 `CARD`처럼 적습니다.

| 결제수단 | 지원 |
| --- | --- |
| 카드 | O |
"""


def one(folder: Path, old: str, new: str, page: str = CHANNELS):
    """Return the only change between two states of a page."""
    (change,) = changes_between(folder, {page: old}, {page: new})
    return change


def test_a_rate_in_a_table_on_one_line_is_told_with_company_method_old_and_new(tmp_path: Path) -> None:
    change = one(tmp_path, TABLE, TABLE.replace('"일반":"3.20%","영세":"1.70%"', '"일반":"2.90%","영세":"1.70%"'), FEES)
    assert (change.kind, change.harm, change.source) == ("value_gone", "money", "help/fees")
    assert change.section == "요금 > NHN KCP > 신용카드 > 일반"
    assert (change.old, change.new) == ("3.20%", "2.90%")
    assert [(fact.file, fact.line, fact.what) for fact in change.facts] == [
        ("data/rules.yaml", 7, "kcp > 0 > rates > card.general: 3.20%")
    ]


def test_the_same_fee_of_another_company_is_not_to_be_read_again(tmp_path: Path) -> None:
    change = one(
        tmp_path,
        TABLE,
        TABLE.replace('"다날":{"가입비":{"(VAT별도)":"20만원"}', '"다날":{"가입비":{"(VAT별도)":"무료"}'),
        FEES,
    )
    assert [fact.line for fact in change.facts] == [11]


def test_money_written_otherwise_is_the_same_money(tmp_path: Path) -> None:
    assert changes_between(tmp_path, {FEES: TABLE}, {FEES: TABLE.replace("20만원", "200,000원")})[0].kind == "wording"


def test_a_company_that_is_new_in_a_table_is_one_change(tmp_path: Path) -> None:
    more = TABLE.replace(
        '{"NHN KCP"', '{"스마트로":{"가입비":{"(VAT별도)":"30만원"},"신용카드":{"일반":"3.10%"}},"NHN KCP"'
    )
    change = one(tmp_path, TABLE, more, FEES)
    assert (change.kind, change.section, change.old) == ("value_new", "요금 > 스마트로", None)
    assert change.new == "가입비 > (VAT별도) 30만원, 신용카드 > 일반 3.10%"


VALUES = [
    ("3영업일", "5영업일", "procedure"),
    ("1588-0000", "1588-0001", "procedure"),
    ("testmall01", "testmall02", "ids"),
    ("`CARD`", "`CARD_ALL`", "ids"),
    ("payMethod: string", "payMethods: string", "ids"),
    ("payMethod: string", "payMethod?: string", "ids"),
    ("카드, 계좌이체", "카드, 계좌이체, 상품권", "support"),
    ("카드, 계좌이체", "카드", "support"),
    ("1588-0000으로", "1588-0000(<ask@shop.example>)으로", "procedure"),
    ("`CARD`처럼", "`CARD:01|02`처럼", "ids"),
    ("| 카드 | O |", "| 카드 | `O_ALL`: 모두 됩니다 |", "ids"),
    ("| 카드 | O |", "| 카드 | X |", "ids"),
]


@pytest.mark.parametrize(("old", "new", "harm"), VALUES)
def test_a_value_that_changed_is_told_as_that(old: str, new: str, harm: str, tmp_path: Path) -> None:
    assert TEXT.count(old) == 1
    found = changes_between(tmp_path, {CHANNELS: TEXT}, {CHANNELS: TEXT.replace(old, new)})
    assert {change.kind for change in found} <= {"value_gone", "value_new"}
    assert HARMS.index(found[0].harm) <= HARMS.index(harm)
    assert found


WORDS = sorted(set(re.findall(r"(?<=[ \n])[가-힣]{2,}(?=[ .,])", "\n".join(TEXT.split("\n")[4:6]))))


@pytest.mark.parametrize("word", [word for word in WORDS if word not in {"결제창을"}])
def test_a_word_of_a_sentence_that_changed_is_told_as_words(word: str, tmp_path: Path) -> None:
    change = one(tmp_path, TEXT, TEXT.replace(f"{word}", "차근차근", 1))
    assert (change.kind, change.old, change.new) == ("wording", None, None)


SAME = [
    TEXT.replace("\n", "\n\n", 1),
    TEXT.replace("물어봅니다.\n심사는", "물어봅니다. 심사는"),
    TEXT.replace("카드, 계좌이체", "카드,계좌이체"),
    TEXT.replace("- 결제수단", "* **결제수단**"),
    TEXT.replace("3영업일", "3 영업일"),
    TEXT.replace("| 카드 | O |", "|카드  |O|"),
    TEXT.replace("\n", "\r\n"),
    f"---\ntitle: 다날\ndatetime: 2026-01-01\n---\n{TEXT}",
    TEXT.replace("계약이 끝났는지", "[계약이 끝났는지](https://help.portone.io/content/start)"),
    TEXT.replace("testmall01", '<Highlight text="testmall01" />'),
    TEXT.replace("심사는 접수한", "![그림](/uploads/a.png) 심사는 접수한"),
]


@pytest.mark.parametrize("text", SAME, ids=range(len(SAME)))
def test_layout_alone_is_no_change(text: str, tmp_path: Path) -> None:
    assert changes_between(tmp_path, {CHANNELS: TEXT}, {CHANNELS: text}) == ()


def test_sections_in_another_order_are_no_change(tmp_path: Path) -> None:
    parts = ["## 하나\n\n카드는 3일\n\n", "## 둘\n\n계좌는 5일\n\n", "## 셋\n\n상품권은 7일\n\n"]
    for order in itertools.permutations(parts):
        assert changes_between(tmp_path, {CHANNELS: "".join(parts)}, {CHANNELS: "".join(order)}) == ()


def test_values_that_two_rows_swapped_are_told(tmp_path: Path) -> None:
    old = "- 결제창 : testmall01\n- 정기 : testmall02\n"
    found = changes_between(tmp_path, {CHANNELS: old}, {CHANNELS: "- 결제창 : testmall02\n- 정기 : testmall01\n"})
    assert [(change.old, change.new) for change in found] == [
        ("testmall01", "testmall02"),
        ("testmall02", "testmall01"),
    ]


def test_a_sentence_that_moved_to_another_section_is_no_new_value(tmp_path: Path) -> None:
    old = "## 하나\n\n접수는 3일 안에 합니다.\n\n## 둘\n\n서류를 냅니다.\n"
    new = "## 하나\n\n## 둘\n\n서류를 냅니다.\n\n접수는 3일 안에 합니다.\n"
    assert changes_between(tmp_path, {CHANNELS: old}, {CHANNELS: new}) == ()


def test_a_heading_that_says_more_is_told_alone(tmp_path: Path) -> None:
    change = one(tmp_path, TEXT, TEXT.replace("## 결제창 일반결제", "## 결제창 일반결제 (V1)", 1))
    assert (change.kind, change.old, change.new) == ("value_new", None, "V1")


def test_the_most_harmful_comes_first(tmp_path: Path) -> None:
    old = {FEES: TABLE, CHANNELS: TEXT, "help/more.md": "# 하나\n\n천천히 기다립니다.\n"}
    new = {
        FEES: TABLE.replace("1.65%", "1.60%"),
        CHANNELS: TEXT.replace("testmall01", "testmall09").replace("3영업일", "9영업일").replace("계좌이체", "상품권"),
        "help/more.md": "# 하나\n\n조용히 기다립니다.\n",
    }
    harms = [change.harm for change in changes_between(tmp_path, old, new)]
    assert harms == ["money", "ids", "support", "procedure", "words"]


def test_what_must_be_read_again_is_counted_once(tmp_path: Path) -> None:
    found = drift_between(
        tmp_path, {FEES: TABLE}, {FEES: TABLE.replace('"일반":"3.20%"', '"일반":"3.30%"').replace("1.65%", "1.66%")}
    )
    assert (found.citations, found.read_again, found.compared) == (5, 2, 1)


def test_a_remark_in_code_and_a_code_itself_are_values(tmp_path: Path) -> None:
    code = '## 예제\n\n```js\npay({\n  payMethod: "CARD", // 최대 40자까지\n  amount: 1000,\n});\n```\n'
    for old, new in (("CARD", "TRANSFER"), ("40자", "50자"), ("1000", "2000"), ("amount", "total")):
        assert changes_between(tmp_path / old, {"opi/ko/pay.md": code}, {"opi/ko/pay.md": code.replace(old, new)})[
            0
        ].kind == ("value_gone")


SCHEMA = """\
components:
  schemas:
    Method:
      type: string
      enum:
        - CARD
        - PAY_TO_ALL
    Other:
      type: object
      properties:
        orderName:
          type: string
          description: 주문의 이름입니다.
          optional: true
"""


@pytest.mark.parametrize(
    ("old", "new", "kind", "section"),
    [
        ("- PAY_TO_ALL\n", "- CARD\n", "value_gone", "components > schemas > Method"),
        ("- CARD\n", "- CARD\n        - POINT\n", "value_new", "components > schemas > Method"),
        ("optional: true", "optional: false", "value_new", "components > schemas > Other"),
        ("orderName:", "orderTitle:", "value_new", "components > schemas > Other"),
        ("이름입니다", "제목입니다", "wording", "components > schemas > Other"),
    ],
)
def test_a_schema_is_read_by_its_types(old: str, new: str, kind: str, section: str, tmp_path: Path) -> None:
    page = "src/schema/v2.openapi.yml"
    change = one(tmp_path, SCHEMA, SCHEMA.replace(old, new), page)
    assert (change.kind, change.section) == (kind, section)
    if old.startswith("- PAY"):
        assert (change.old, [fact.line for fact in change.facts]) == ("PAY_TO_ALL", [22])


def test_a_text_that_rows_only_name_is_read_where_it_stands(tmp_path: Path) -> None:
    rules = """\
kind: gateway
gateway: danal
texts:
  mail_days: 접수 뒤 3영업일 안에 메일
contract:
  days: {text: =mail_days, source: help/danal}
"""
    (change,) = changes_between(tmp_path, {CHANNELS: TEXT}, {CHANNELS: TEXT.replace("3영업일", "5영업일")}, rules)
    assert [(fact.line, fact.what) for fact in change.facts] == [(4, "days > text: 접수 뒤 3영업일 안에 메일")]
