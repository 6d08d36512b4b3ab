"""Every verdict on a value has its sentence, and what tells the answer knows no rule file."""

from typing import get_args

from faces import codes_given
from portone_guide.checklist.decide import checklist, footer
from portone_guide.checklist.footer_words import footer_text
from portone_guide.checklist.report import report
from portone_guide.checklist.screen import checklist_page, checklist_tasks
from portone_guide.checklist.site import Site
from portone_guide.gateways.value_words import SENTENCES
from portone_guide.needs.reason import because, sentence
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.models.checklist import PhoneKind
from portone_guide.terminal.plain import plain_text
from support import keeps_to_schema, shipped


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert codes_given("checklist", "gateways/site_values.py") == set(SENTENCES)


def test_every_kind_of_phone_has_a_name() -> None:
    told = {sentence(because("phone.unknown", kind=kind), SENTENCES) for kind in get_args(PhoneKind)}
    assert len(told) == len(get_args(PhoneKind))


def test_a_footer_keeps_to_one_line_a_field_and_tells_what_cannot_be_right() -> None:
    typed = {"trade_name": " 가게\n 이름 ", "phone": "010-1234-5678", "url": "x", "email": ""}
    made = footer(shipped().checklist, typed)
    assert [value.reason for value in made.wrong] == [because("phone.not_accepted", kind="mobile")]
    assert "상호: 가게 이름\n" in footer_text(made)
    assert {line.name for line in made.lines if line.value} == {"상호", "전화번호"}


def test_a_hosted_shop_asks_for_its_reviews_through_its_host() -> None:
    hosted = checklist(shipped(), Site(Requirements(methods=(("one_time", "card"),), platform="builder")), {})
    for screen in (checklist_page(hosted).whole(), checklist_tasks(hosted)):
        assert "심사도 그 호스팅사에서 신청하세요" in plain_text(screen)
    assert "portone-guide next-steps" not in plain_text(checklist_page(hosted).whole())
    told = report(hosted)
    keeps_to_schema("checklist", told)
    assert told["through_host"]
    assert told["through_host"]["sources"]
    assert report(checklist(shipped(), Site(Requirements(platform="self")), {}))["through_host"] is None
