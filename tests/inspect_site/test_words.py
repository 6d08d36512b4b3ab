"""Every reason has a sentence, and every sentence a reason that can be given."""

from typing import get_args

from faces import codes_given
from portone_guide.gateways.value_words import SENTENCES as VALUE_SENTENCES
from portone_guide.inspect_site.section_words import SECTIONS
from portone_guide.inspect_site.words import SENTENCES, WHY_NOT
from portone_guide.site.page import WhyNot


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert codes_given("inspect_site") - {"state"} == set(SENTENCES) - set(VALUE_SENTENCES)


def test_every_cause_has_a_name() -> None:
    assert set(WHY_NOT) == set(get_args(WhyNot))
    for why in (*get_args(WhyNot), "picture", "template"):
        assert SENTENCES["unread.page"](why=why)


def test_no_word_promises_that_a_review_passes() -> None:
    facts = {"why": "script", "name": "x", "count": 1, "least": 3, "sign": "phone", "kind": "mobile", "words": ("x",)}
    for code, said in SENTENCES.items():
        facts["why"] = "root" if code == "limit.no_browser" else "script"
        text = said(**{name: facts[name] for name in said.__code__.co_varnames[: said.__code__.co_argcount]})
        assert "심사 통과" not in text, code
        text.encode("cp949")
    assert SECTIONS
