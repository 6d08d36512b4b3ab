"""Every verdict on a value has its sentence, and what tells the answer knows no rule file."""

from typing import get_args

from faces import codes_given
from portone_guide.checklist.decide import footer
from portone_guide.checklist.footer_words import footer_text
from portone_guide.checklist.words import SENTENCES
from portone_guide.needs.reason import because, sentence
from portone_guide.rules.models.checklist import PhoneKind
from support import shipped


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert codes_given("checklist") == set(SENTENCES)


def test_every_kind_of_phone_has_a_name() -> None:
    told = {sentence(because("phone.unknown", kind=kind), SENTENCES) for kind in get_args(PhoneKind)}
    assert len(told) == len(get_args(PhoneKind))


def test_a_footer_keeps_to_one_line_a_field_and_tells_what_cannot_be_right() -> None:
    typed = {"trade_name": " 가게\n 이름 ", "phone": "010-1234-5678", "url": "x", "email": ""}
    made = footer(shipped().checklist, typed)
    assert [value.reason for value in made.wrong] == [because("phone.not_accepted", kind="mobile")]
    assert "상호: 가게 이름\n" in footer_text(made)
    assert {line.name for line in made.lines if line.value} == {"상호", "전화번호"}
