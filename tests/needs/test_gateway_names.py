"""Which gateway a person means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.needs.gateway_names import find_gateway
from portone_guide.needs.reading import WrongValueError
from support import shipped


def test_every_name_finds_its_gateway_or_tells_the_choices() -> None:
    file = shipped().pg_methods
    for gateway, facts in file.gateways.items():
        assert find_gateway(gateway, file) == gateway
        assert find_gateway(facts.name.upper().replace(" ", ""), file) == gateway
        for alias in facts.aliases:
            try:
                assert file.gateways[find_gateway(alias, file)] is not None
            except WrongValueError as error:
                assert gateway in nearest(error), alias


def nearest(error: WrongValueError) -> tuple[str, ...]:
    return tuple(gateway for gateway, _ in dict(error.problem.facts)["near"])


def test_a_name_of_two_gateways_is_asked_back() -> None:
    file = shipped().pg_methods
    shared = {name: file.gateways[name]._replace(aliases=("두 곳",)) for name in ("kcp", "nice")}
    with pytest.raises(WrongValueError) as raised:
        find_gateway("두곳", file._replace(gateways={**file.gateways, **shared}))
    assert nearest(raised.value) == ("kcp", "nice")


@given(st.text(max_size=30))
def test_no_text_breaks_the_search_for_a_gateway(text: str) -> None:
    file = shipped().pg_methods
    try:
        assert find_gateway(text, file) in file.gateways
    except WrongValueError as error:
        assert dict(error.problem.facts)["name"] == text
        assert len(set(nearest(error))) == len(nearest(error))
        assert set(nearest(error)) <= set(file.gateways)
