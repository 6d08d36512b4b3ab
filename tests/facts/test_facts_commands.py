"""``compare``, ``fees`` and ``rules``: bad words, plain text and help."""

import re
import unicodedata

import pytest

from support import run


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


@pytest.mark.parametrize("command", ["compare", "fees", "rules", "rules check", "rules show", "rules conflicts"])
def test_help_is_plain_korean(command: str) -> None:
    ended = run(*command.split(), "--help")
    assert ended.code == 0
    assert re.search("[가-힣]", ended.out)
    ended.out.encode("cp949")
