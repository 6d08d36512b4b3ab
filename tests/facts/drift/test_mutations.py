"""Any value that changes is told as one, and any other word as words, wherever in a page it stands."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from copies import CHANNELS, Copy, copy_of, facts_of, write
from test_changes import TABLE, TEXT

from portone_guide.facts.rules.drift.decide import drift
from portone_guide.facts.rules.drift.lock import dump_lock, load_lock

PAGE = f"""\
{TEXT}
## 한도와 수수료

한 번에 2,000,000원까지이고 수수료는 2.30 ~ 4.00%이며 하루에 50회까지 받습니다.
문의는 help@shop.example이나 https://pay.shop.example/ask 로 하고 2026-03-02부터 바뀝니다.

- 한도 : 3,000,000원 / 50회
- KG이니시스 : 카드, 가상계좌 / 정기결제
- 나이스정보통신은 V2에서 `billing_key`로 부릅니다.

```js
request({{ channelKey: "channel-key-0a1b", amount: 1500 }}); // 카카오페이는 40자까지
```

{TABLE}
"""
NUMBER = re.compile(r"\d")
LETTERS = re.compile(r"testmall|billing_key|channelKey|channel-key|payMethod|amount|CARD|shop\.example")
NAMES = ("KG이니시스", "나이스정보통신", "카카오페이", "계좌이체", "가상계좌", "정기결제")


def mutants() -> Iterator[tuple[str, str]]:
    """Yield the page with one value changed, and which."""
    for found in NUMBER.finditer(PAGE):
        other = "7" if found[0] != "7" else "8"
        yield f"{found.start()}:{found[0]}", f"{PAGE[: found.start()]}{other}{PAGE[found.end() :]}"
    for found in LETTERS.finditer(PAGE):
        letter = found[0][-1]
        other = next(one for one in string.ascii_letters if one != letter and one.isupper() == letter.isupper())
        yield f"{found.start()}:{found[0]}", f"{PAGE[: found.end() - 1]}{other}{PAGE[found.end() :]}"
    for name in NAMES:
        for found in re.finditer(name, PAGE):
            yield f"{found.start()}:{name}", f"{PAGE[: found.start()]}다날{PAGE[found.end() :]}"


def words() -> Iterator[tuple[str, str]]:
    """Yield the page with one word of a sentence changed, and which."""
    for line in re.finditer(r"^[^-|#{`\n].*니다\.$", PAGE, re.M):
        for found in re.finditer(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,}(?=[ .])", line[0]):
            if found[0] not in {"결제창을", "수수료는"}:
                start = line.start() + found.start()
                yield f"{start}:{found[0]}", f"{PAGE[:start]}차근차근{PAGE[start + len(found[0]) :]}"


def kinds(folder: Path, text: str, lock: Copy) -> set[str]:
    return {change.kind for change in drift(lock, copy_of(write(folder, {CHANNELS: text})), facts_of()).changes}


@pytest.fixture
def lock(tmp_path: Path) -> Copy:
    return load_lock(dump_lock(copy_of(write(tmp_path / "old", {CHANNELS: PAGE}))))


def test_each_value_that_changes_is_told_as_a_value(tmp_path: Path, lock: Copy) -> None:
    told = {name: kinds(tmp_path / "new", text, lock) for name, text in mutants()}
    assert len(told) > 70
    assert {name: found for name, found in told.items() if not found & {"value_gone", "value_new"}} == {}


def test_each_word_that_changes_is_told_as_words(tmp_path: Path, lock: Copy) -> None:
    told = {name: kinds(tmp_path / "new", text, lock) for name, text in words()}
    assert len(told) > 10
    assert {name: found for name, found in told.items() if found != {"wording"}} == {}
