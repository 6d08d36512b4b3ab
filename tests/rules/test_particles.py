"""Particles after names, as they are read aloud."""

import ast

import pytest

from portone_guide.rules.korean_particles import Particle, with_particle
from support import ROOT, shipped

SOURCE = ROOT / "src" / "portone_guide"


@pytest.mark.parametrize(
    ("word", "particle", "told"),
    [
        ("카카오페이", "을", "카카오페이를"),
        ("KG이니시스", "으로", "KG이니시스로"),
        ("키움페이", "으로", "키움페이로"),
        ("다날", "으로", "다날로"),
        ("다날", "이", "다날이"),
        ("휴대폰", "으로", "휴대폰으로"),
        ("통과", "으로", "통과로"),
        ("미흡", "으로", "미흡으로"),
        ("NHN KCP", "을", "NHN KCP를"),
        ("KPN", "은", "KPN은"),
        ("PayPal", "이라고", "PayPal이라고"),
        ("정기결제 카드(API)", "을", "정기결제 카드(API)를"),
        ("V1", "을", "V1을"),
        ("V2", "을", "V2를"),
        ("0.05%", "이", "0.05%가"),
        ("1,000원", "이", "1,000원이"),
        ("500", "으로", "500으로"),
        ("", "을", "를"),
    ],
)
def test_a_particle_fits_the_word(word: str, particle: Particle, told: str) -> None:
    assert with_particle(word, particle) == told


def test_every_gateway_takes_exactly_one_form() -> None:
    for gateway in shipped().pg_methods.gateways.values():
        told = with_particle(gateway.name, "으로").removeprefix(gateway.name)
        assert told in {"로", "으로"}


def test_no_sentence_leaves_the_choice_to_the_reader() -> None:
    both = ("을(를)", "이(가)", "은(는)", "와(과)", "과(와)", "(으)로", "(이)라")
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not any(form in node.value for form in both), f"{path.name}:{node.lineno}: {node.value}"
