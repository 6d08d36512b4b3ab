"""A shop that a builder hosts: one answer by every name, the same in every command, at once."""

import json
from pathlib import Path

import pytest

from portone_guide.gateways.hosting import through_host
from portone_guide.needs.flow import next_question
from portone_guide.needs.places import Place, find_place, places_options
from portone_guide.needs.questions import NEEDS
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.requirements import requirements_from
from support import CHECKED, run, shipped

BOOK = shipped()
NAMES = {
    "카페24": ("builder", "cafe24"),
    "Cafe24": ("builder", "cafe24"),
    "아임웹": ("builder", "imweb"),
    "고도몰": ("builder", "godomall"),
    "식스샵": ("builder", "sixshop"),
    "메이크샵": ("builder", "makeshop"),
    "builder": ("builder", None),
    "워드프레스": ("wordpress", None),
    "WooCommerce": ("wordpress", None),
    "쇼피파이": ("shopify", None),
    "shopify": ("shopify", None),
}
COMMANDS = ("select-pg", "next-steps", "checklist", "need-new-mid")


@pytest.mark.parametrize(("typed", "place"), NAMES.items())
def test_a_builder_goes_by_each_of_its_names(typed: str, place: tuple[str, str | None]) -> None:
    assert find_place(typed, BOOK.terms) == place
    read = requirements_from({"platform": typed}, BOOK, CHECKED)
    assert (read.platform, read.builder) == place


def test_an_unknown_builder_is_told_with_the_nearest() -> None:
    with pytest.raises(WrongValueError) as error:
        find_place("카페42", BOOK.terms)
    assert "cafe24" in dict(error.value.problem.facts)["near"]


def test_the_list_has_the_builders_by_name_and_those_without_last() -> None:
    labels = [option.label for option in places_options({}, BOOK)]
    assert labels[-6:] == ["카페24", "아임웹", "고도몰", "식스샵", "메이크샵", "그 밖의 쇼핑몰 호스팅(빌더)"]


def test_no_builder_is_a_name_of_two_places() -> None:
    for name, builder in BOOK.terms.builders.items():
        for text in (name, builder.name, *builder.aliases):
            assert find_place(text, BOOK.terms) == Place(builder.platform, name)


@pytest.mark.parametrize("name", [*BOOK.terms.builders, "builder"])
def test_nothing_more_is_asked_of_a_hosted_shop(name: str) -> None:
    assert next_question(NEEDS, {"platform": name}, BOOK) is None
    assert next_question(NEEDS, {"platform": name, "goods": "physical"}, BOOK) is None
    assert next_question(NEEDS, {"platform": "wordpress"}, BOOK) is not None


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_gives_the_same_answer_at_once(command: str) -> None:
    told = json.loads(run(command, "--platform", "카페24", "--json").out)["through_host"]
    host = through_host(BOOK, "builder", "cafe24")
    assert host
    assert (told["builder"], told["name"], told["known_by_name"]) == ("cafe24", "카페24", False)
    assert told["at_builder"] == [note.text for note in host.at_builder]
    assert told["by_portone"] == [note.text for note in host.by_portone]
    assert told["at_builder"] and told["by_portone"] and told["sources"]
    screen = run(command, "--platform", "카페24").out
    for text in ("호스팅사를 통해 계약하세요 - 카페24", "카페24에 물어보세요", "그래도 포트원으로 할 수 있는 것"):
        assert text in screen, command


@pytest.mark.parametrize("command", [(), ("report",)])
def test_the_plan_of_a_hosted_shop_says_so(command: tuple[str, ...]) -> None:
    plan = "kind: plan\nversion: 1\nanswers: {platform: 아임웹, one_time: [card]}\nchosen: [nice]\n"
    Path("portone-guide.yaml").write_text(plan, "utf-8")
    assert "호스팅사를 통해 계약하세요 - 아임웹" in run(*command).out
    home = json.loads(run(*command, "--json").out)
    assert home.get("home", home)["through_host"]["builder"] == "imweb"


def test_an_unnamed_builder_has_no_name_to_ask() -> None:
    assert "이름으로 말하는 출처가 없어" not in run("select-pg", "--platform", "builder").out
    assert through_host(BOOK, "self") is None
    assert through_host(BOOK, "wordpress") is None
