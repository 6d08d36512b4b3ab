"""What is decided of a project: the channels, what is missing, and that every code has a sentence."""

import inspect

import pytest

from faces import codes_given, reasons_given
from portone_guide.starter.files import files_of
from portone_guide.starter.words import _EXPECTED, REMARKS, WHY, missing_line, remark_lines, texts
from projects_offered import every_project, project_of


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    hosted = {"platform.through_host"}
    assert codes_given("starter/decide.py") | hosted == WHY.keys()
    assert codes_given("starter/remarks.py") == REMARKS.keys()
    for given in reasons_given("starter"):
        inspect.signature({**WHY, **REMARKS}[given.code]).bind(**dict.fromkeys(given.facts))


def test_every_kind_is_offered_and_expected() -> None:
    kinds = {offer.item.kind for project in every_project(("fastapi",)) for offer in project.offers}
    assert kinds == _EXPECTED.keys()


def test_a_channel_for_each_merchant_id_of_the_console() -> None:
    # help/nice: iamport00m for windows, iamport03m for virtual accounts; help/tosspayments: iamporttest_3 and _4
    nice = project_of("fastapi", ["nice"], "v2", one_time=["card", "transfer", "virtual_account"])
    assert [[row.merchant_id for row in one.tests] for one in nice.channels] == [["iamport00m"], ["iamport03m"]]
    toss = project_of("fastapi", ["tosspayments"], "v2", one_time=["card"], billing=["card"])
    assert [[row.merchant_id for row in one.tests] for one in toss.channels] == [["iamporttest_3"], ["iamporttest_4"]]


def test_a_card_number_of_v1_goes_by_the_gateways_code() -> None:
    # v1.openapi.yml: POST /subscribe/payments/onetime takes pg and no channel key
    (setting,) = project_of("express", ["ksnet"], "v1", key_in=["card"]).channels
    assert setting.by_code
    assert setting.variable.startswith("PORTONE_PG_")
    assert "ksnet." in files_of(project_of("express", ["ksnet"], "v1", key_in=["card"]))[".env.example"]


@pytest.mark.parametrize(
    ("gateway", "portone", "answers", "code"),
    [
        ("nice", "v2", {"one_time": ["card"], "identity": ["pass"]}, "not_carried"),
        ("nice", "v2", {"one_time": ["card"], "key_in": ["virtual_account"]}, "no_sample"),
    ],
)
def test_what_is_not_in_it_is_told(gateway: str, portone: str, answers: dict[str, list[str]], code: str) -> None:
    project = project_of("fastapi", [gateway], portone, **answers)
    assert [missing.why.code for missing in project.missing] == [code]
    assert missing_line(project.missing[0]) in files_of(project)["README.md"]


def test_two_gateways_share_a_project() -> None:
    project = project_of("express", ["nice", "kakaopay"], "v2", one_time=["card"], easy_pay=["kakaopay"])
    assert {offer.item.id for offer in project.offers} == {"nice_one_time_card", "kakaopay_one_time_easy_pay_kakaopay"}
    assert project.missing == ()


def test_where_registering_pays_nothing_is_charged_again() -> None:
    # kg-mobilians-v2.mdx: 휴대폰은 빌링키를 발급할 때 실제로 결제됨, 카드는 금액 0이면 발급만
    project = project_of("express", ["kg_financial"], "v1", billing=["card", "mobile"])
    kinds = {offer.item.need.method: offer.item.kind for offer in project.offers}
    assert kinds == {"card": "billing", "mobile": "billing_paid"}
    files = files_of(project)
    assert "amount: 0," in files["public/kg_financial_billing_card.js"]
    assert "    amount,\n" in files["public/kg_financial_billing_mobile.js"]


def test_remarks_stand_in_the_readme() -> None:
    project = project_of("fastapi", ["bluewalnut"], "v1", one_time=["card"])
    (line,) = remark_lines(project)
    assert line in files_of(project)["README.md"]
    assert texts(project)["remarks"] == (line,)


def test_a_readme_is_short() -> None:
    project = project_of("fastapi", ["kakaopay"], "v2", easy_pay=["kakaopay"])
    assert len(files_of(project)["README.md"].splitlines()) <= 40
