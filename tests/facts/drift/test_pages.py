"""Pages that came, went, were renamed, or stand in the other layout."""

from pathlib import Path

from copies import CHANNELS, changes_between, drift_between

MARKDOWN = """\
---
title: 결제하기
targetVersions:
  - v2
---

## 준비

`payMethod`에 `CARD`를 적습니다. ([다른 쪽](https://developers.portone.io/opi/ko/other)을 먼저 읽습니다.)

<div class="hint" data-style="info">

주문 번호는 40자까지 적습니다.

</div>

<div class="tabs-container">

<div class="tabs-content" data-title="브라우저">

```javascript
pay({ payMethod: "CARD" });
```

</div>

</div>

- customer\\_id?: string

  **구매자**

  - fullName?: string

- currency?: 'KRW'

[다른 쪽](https://developers.portone.io/opi/ko/other)

(이미지 첨부: 화면 예시)
"""
COMPONENTS = """\
---
title: 결제하기
targetVersions: ["v2"]
---

import Figure from "~/components/Figure";
import Part from "./_components/part.mdx";
import picture from "./a.png";

## 준비

`payMethod`에 `CARD`를 적습니다. ([다른 쪽](/opi/ko/other)을 먼저 읽습니다.)

<Part />

<Tabs>
  <Tabs.Tab title="브라우저">
    ```javascript
    pay({ payMethod: "CARD" });
    ```
  </Tabs.Tab>
</Tabs>

<Parameter>
  - customer\\_id?: string

    **구매자**

    <Parameter.Details>
      - fullName?: string
    </Parameter.Details>

  <Parameter.TypeDef ident="currency" type="'KRW'" optional>
  </Parameter.TypeDef>
</Parameter>

<ContentRef slug="/opi/ko/other" />

<Figure src={picture} caption="화면 예시" />
"""
ROUTES = "developers/src/routes/(root)/opi/ko"
OLD = {"assets/docs/opi/ko/pay.md": MARKDOWN}
NEW = {
    f"{ROUTES}/(group)/pay.mdx": COMPONENTS,
    f"{ROUTES}/(group)/_components/part.mdx": '<Hint style="info">주문 번호는 40자까지 적습니다.</Hint>\n',
}


def test_the_same_page_is_found_in_both_layouts(tmp_path: Path) -> None:
    found = drift_between(tmp_path, OLD, NEW)
    assert (found.changes, found.compared) == ((), 1)
    found = drift_between(tmp_path / "back", NEW, OLD)
    assert (found.changes, found.compared) == ((), 1)


def test_a_value_is_told_in_the_other_layout_and_where_it_was_taken_in(tmp_path: Path) -> None:
    part = f"{ROUTES}/(group)/_components/part.mdx"
    (change,) = changes_between(tmp_path, OLD, {**NEW, part: NEW[part].replace("40자", "30자")})
    assert (change.source, change.kind, change.old, change.new) == ("opi/ko/pay", "value_gone", "40자", "30자")


def test_what_a_program_draws_is_not_gone(tmp_path: Path) -> None:
    drawn = '## 준비\n\n<SDKParameter path="#/a" />\n'
    assert changes_between(tmp_path, OLD, {f"{ROUTES}/pay.mdx": drawn}) == ()
    other = {f"{ROUTES}/pay/index.tsx": "export default 1", f"{ROUTES}/other.mdx": "# 하나\n"}
    assert [change.kind for change in changes_between(tmp_path / "b", OLD, other)] == ["page_new"]


def test_pages_that_went_and_came(tmp_path: Path) -> None:
    old = {CHANNELS: "# 하나\n", "help/a/same.md": "# 둘\n"}
    new = {"help/b/same.md": "# 둘\n", "help/content99.md": "# 셋\n"}
    gone, come = changes_between(tmp_path, old, new)
    assert (gone.kind, gone.source, gone.harm, gone.old, gone.new) == (
        "page_gone",
        "help/danal",
        "ids",
        "help/danal",
        None,
    )
    assert [(fact.file, fact.line) for fact in gone.facts] == [("data/rules.yaml", 15)]
    assert (come.kind, come.source, come.facts, come.new) == ("page_new", "help/content99", (), "help/content99")


def test_a_part_that_the_folder_does_not_have_is_not_gone(tmp_path: Path) -> None:
    found = drift_between(tmp_path, {CHANNELS: "# 하나\n", **OLD}, OLD)
    assert (found.changes, found.missing_areas) == ((), ("help",))


def named(name: str, of: str, about: str, onto: str) -> dict[str, str]:
    """Return pages that name a company, with the particles that its name takes."""
    table = f'{{"{name}":{{"가입비":"20만원","카드":"3.20%"}},"다날":{{"카드":"3.10%"}}}}'
    text = f"{name}{of} 계약하면 {name}{about} 연락합니다."
    return {
        "help/a.md": f"---\ntitle: {name} 계약\n---\n\n### **{name}**\n\n{text}\n\n- 결제대행사 : {name}\n",
        "help/b.md": f"# 요금\n\n```json\n{table}\n```\n",
        "help/c.md": f"---\ntitle: {name} 설정\n---\n\n접수한 신청서는 {name}{onto} 보냅니다.\n",
    }


def test_a_companys_new_name_is_one_change(tmp_path: Path) -> None:
    rules = "kind: names\nrows:\n  welcome:\n    name: 웰컴페이먼츠\n    source: help/a\n"
    old, new = named("웰컴페이먼츠", "와", "가", "로"), named("한빛금융", "과", "이", "으로")
    (change,) = changes_between(tmp_path, old, new, rules.replace("help/a", "help/danal"))
    assert (change.kind, change.old, change.new) == ("renamed", "웰컴페이먼츠", "한빛금융")
    assert change.pages == ("help/a", "help/b", "help/c")


def test_a_value_that_changed_with_the_name_is_told_beside_it(tmp_path: Path) -> None:
    new = named("한빛금융", "과", "이", "으로")
    new["help/b.md"] = new["help/b.md"].replace("20만원", "30만원")
    renamed, money = sorted(
        changes_between(tmp_path, named("웰컴페이먼츠", "와", "가", "로"), new), key=lambda change: change.kind
    )
    assert (renamed.kind, money.kind, money.old, money.new) == ("renamed", "value_gone", "20만원", "30만원")


def test_another_company_in_the_place_of_one_is_no_new_name(tmp_path: Path) -> None:
    old, new = (f"## 업종\n\n- KG이니시스, {name}, 다날\n" for name in ("웰컴페이먼츠", "갤럭시아머니트리"))
    (change,) = changes_between(tmp_path, {CHANNELS: old}, {CHANNELS: new})
    assert (change.kind, change.old, change.new) == ("value_gone", "웰컴페이먼츠", "갤럭시아머니트리")


PROGRAM = """\
import Hint from "~/components/Hint";

export default function Api() {
  const section = createMemo(() => params.slug || "overview");
  return (
    <prose.p>
      주소는 <code>api.shop.example</code> 이고 비밀은 24시간 쓸 수 있습니다.
    </prose.p>
  );
}
"""


def test_a_page_whose_text_stands_in_a_program_is_read(tmp_path: Path) -> None:
    page = "src/routes/(root)/api/rest-v2/[...slug].tsx"
    (change,) = changes_between(tmp_path, {page: PROGRAM}, {page: PROGRAM.replace("24시간", "12시간")})
    assert (change.source, change.kind, change.old, change.new) == ("api/rest-v2", "value_gone", "24시간", "12시간")
    assert changes_between(tmp_path / "b", {page: PROGRAM}, {page: PROGRAM.replace("section", "part")}) == ()
