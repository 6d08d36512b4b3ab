"""The integration style: for which payments it is a choice, and for whom a style without a type holds."""

import pytest

from portone_guide.needs.requirements import requirements_from
from portone_guide.needs.styles import has_choice
from portone_guide.rules.models.fields import PaymentType
from support import CHECKED, shipped


def keys(style: list[str], **asked: list[str]) -> list[str]:
    needs = requirements_from({**asked, "style": style}, shipped(), CHECKED).needs()
    return [need.key for need in needs]


@pytest.mark.parametrize(
    ("kind", "method", "choice"),
    [
        ("billing", "card", True),
        ("key_in", "virtual_account", True),
        ("one_time", "card", False),
        # danal-identity-verification: window and API; inicis-unified-identity-verification: the SDK only.
        ("identity", "sms", True),
        ("identity", "pass", True),
        ("identity", "integrated", False),
    ],
)
def test_a_style_is_a_choice_where_a_payment_has_both(kind: PaymentType, method: str, choice: bool) -> None:
    assert has_choice(kind, method, shipped().pg_methods) == choice


def test_a_style_without_a_type_holds_for_every_type_that_has_styles() -> None:
    assert keys(["api"], one_time=["card"], billing=["card"], key_in=["card"], identity=["sms", "integrated"]) == [
        "one_time:card",
        "billing:card:api",
        "key_in:card:api",
        "identity:sms:api",
        "identity:integrated",
    ]


def test_a_style_of_a_type_holds_for_that_type_alone_and_comes_first() -> None:
    assert keys(["billing:api"], billing=["card"], identity=["sms"]) == ["billing:card:api", "identity:sms"]
    assert keys(["api", "identity:window"], billing=["card"], identity=["sms"]) == [
        "billing:card:api",
        "identity:sms:window",
    ]


def test_a_style_that_was_written_is_never_dropped_in_silence() -> None:
    assert keys(["one_time:api"], one_time=["card"]) == ["one_time:card:api"]
    assert keys(["overseas:api"], overseas=["card"]) == ["overseas:card:api"]
    assert keys(["identity:api"], identity=["integrated"]) == ["identity:integrated:api"]
    # A one-time payment opens the window anyhow.
    assert keys(["one_time:window"], one_time=["card"]) == ["one_time:card"]
