"""Rows that say whom they concern: what can't be is told with its place."""

import pytest

from portone_guide.rules.errors import RuleFileError
from portone_guide.rules.loader import parse_files
from portone_guide.rules.reading.cache import RuleText
from support import DATA, rule_texts


def told(key: str, before: str, after: str) -> list[str]:
    texts = rule_texts(DATA)
    text = texts[key].data.decode()
    assert text.count(before) == 1
    texts[key] = RuleText(texts[key].name, text.replace(before, after).encode())
    try:
        parse_files(texts)
    except RuleFileError as error:
        return [str(problem).partition(": ")[2] for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("key", "before", "after", "says"),
    [
        (
            "gateway/kpn",
            "{text: 포트원 V1에서는 이용 불가,",
            "{text: 포트원 V1에서는 이용 불가, scope: {portone: [v1]},",
            "'kpn.main'에 없는 포트원 버전입니다: 모듈의 portone에 있는 버전을 적으세요",
        ),
        (
            "gateway/kpn",
            "{text: 포트원 V1에서는 이용 불가,",
            "{text: 포트원 V1에서는 이용 불가, scope: {methods: [cash]},",
            "없는 이름입니다: 'cash' - pg_methods.yaml의 결제수단 이름이나 easy_pay에 있는 이름을 적으세요",
        ),
        (
            "gateway/paymentwall",
            "asked: no, why: 롤링 리저브로 운영,",
            "asked: no,",
            "yes가 아니면 까닭을 why에 적으세요",
        ),
        ("gateway/payletter", " days: 180,", "", "붙드는 기간을 days나 months 하나로 적으세요"),
    ],
)
def test_what_cannot_be_is_told(key: str, before: str, after: str, says: str) -> None:
    assert told(key, before, after) == [says]
