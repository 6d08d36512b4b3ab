"""Rows that say whom they concern: what can't be is told with its place."""

import pytest

from portone_guide.rules.book import FILE_KINDS
from portone_guide.rules.errors import RuleFileError
from portone_guide.rules.loader import parse_files
from portone_guide.rules.reading.cache import RuleText
from support import DATA


def told(kind: str, before: str, after: str) -> list[str]:
    texts = {name: RuleText(f"{name}.yaml", (DATA / f"{name}.yaml").read_bytes()) for name in FILE_KINDS}
    text = texts[kind].data.decode()
    assert text.count(before) == 1
    texts[kind] = RuleText(f"{kind}.yaml", text.replace(before, after).encode())
    try:
        parse_files(texts)
    except RuleFileError as error:
        return [str(problem).partition(": ")[2] for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("kind", "before", "after", "says"),
    [
        (
            "pg_methods",
            "포트원 V1에서는 이용 불가\n        source: help/kpn\n",
            "포트원 V1에서는 이용 불가\n        source: help/kpn\n        scope:\n          portone: [v1]\n",
            "'kpn.main'에 없는 포트원 버전입니다: 모듈의 portone에 있는 버전을 적으세요",
        ),
        (
            "pg_methods",
            "포트원 V1에서는 이용 불가\n        source: help/kpn\n",
            "포트원 V1에서는 이용 불가\n        source: help/kpn\n        scope:\n          methods: [cash]\n",
            "없는 이름입니다: 'cash' - pg_methods.yaml의 결제수단 이름이나 easy_pay에 있는 이름을 적으세요",
        ),
        (
            "contracts",
            "        asked: no\n        why: 롤링 리저브로 운영\n",
            "        asked: no\n",
            "yes가 아니면 까닭을 why에 적으세요",
        ),
        ("contracts", "      days: 180\n", "", "붙드는 기간을 days나 months 하나로 적으세요"),
    ],
)
def test_what_cannot_be_is_told(kind: str, before: str, after: str, says: str) -> None:
    assert told(kind, before, after) == [says]
