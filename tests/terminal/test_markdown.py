"""Blocks as Markdown, read back by a Markdown parser."""

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from portone_guide.terminal.blocks import (
    Bar,
    Bars,
    Bullets,
    Code,
    Column,
    Command,
    Heading,
    Screen,
    Table,
    Task,
    Tasks,
    Text,
)
from portone_guide.terminal.markdown import markdown

EVERY_BLOCK: Screen = (
    Heading("첫 결제까지"),
    Text("신청하는 날: 2026-09-01", "good"),
    Text("store_id를 *꼭* 확인"),
    Heading("출처"),
    Bullets(("하나", ("둘", "https://a.example/b_c"), ("셋", "", "물어볼 곳: https://a.example · 02-1"))),
    Table((Column("이름"), Column("금액", right=True)), (("토스", "1|2"), ("나이스", ""))),
    Bars((Bar("토스", 1, 2, "3원"),)),
    Bullets(()),
    Heading("확인"),
    Tasks((Task("약관", done=True, details=("왜: 법", "출처: https://a.example/b_c")), Task("환불", done=False))),
    Command("portone-guide done apply", "끝냈으면"),
    Code("python", "a = 1\n\n\nb = '*'"),
)


def test_every_block() -> None:
    assert (
        markdown(EVERY_BLOCK)
        == r"""# 첫 결제까지

신청하는 날: 2026-09-01

store\_id를 \*꼭\* 확인

## 출처

- 하나
- 둘
  - <https://a.example/b_c>
- 셋
  - 물어볼 곳: https://a.example · 02-1

| 이름 | 금액 |
|---|---|
| 토스 | 1\|2 |
| 나이스 |  |

## 확인

- [x] 약관
  - 왜: 법
  - 출처: <https://a.example/b_c>
- [ ] 환불

끝냈으면:

```sh
portone-guide done apply
```

```python
a = 1


b = '*'
```
"""
    )


def test_a_program_with_fences_stays_in_its_own() -> None:
    code = "/**\n```js\n1\n```\n*/"
    (fence,) = MarkdownIt().parse(markdown((Code("js", code),)))
    assert (fence.type, fence.info, fence.content) == ("fence", "js", code + "\n")


def test_nothing_hidden_gets_out() -> None:
    assert markdown((Text("a\x1b[1m\u202eb"), Code("js", "\x07"))) == "a?\\[1m?b\n\n```js\n?\n```\n"


@example("  ")  # two spaces in a cell stay two
@given(st.text(st.sampled_from("가a *_`[]()<>#|\\!"), max_size=20))
def test_marks_in_what_is_said_stay_letters(text: str) -> None:
    said = f"가{text}나"
    parser = MarkdownIt("commonmark").enable("table")
    screen = (Heading(said), Text(said), Bullets((said,)), Table((Column(said),), ((said,),)))
    inline = [token for token in parser.parse(markdown(screen)) if token.type == "inline"]
    assert ["".join(part.content for part in token.children or ()) for token in inline] == [said] * 5
    assert {part.type for token in inline for part in token.children or ()} <= {"text", "text_special"}
