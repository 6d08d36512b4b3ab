"""On a terminal of 24 lines the first view of every answer fits, whatever the plan; a few of them as they look.

``python tests/test_first_views.py`` writes anew how they look (``tests/first_views``): read the difference before it
is kept. Lists to look things up in (``compare``, ``fees``, ``rules``, ``questions``) are no answers: they have no first
view.
"""

import contextlib
import io
import os
import sys
from pathlib import Path
from unittest import mock

import pytest

from portone_guide.app import run as run_arguments
from portone_guide.terminal.first_view import LINES

DAY = ("--as-of", "2026-08-19")
PAYMENTS = (
    "one_time: [card]",
    "one_time: [card], tier: general, sales: [card=2000만]",
    "one_time: [card, virtual_account], billing: [card], style: [api], portone: v2",
    "one_time: [card], easy_pay: [kakaopay, naverpay], tier: small_1, sales: [one_time:card=3000만]",
    "one_time: [mobile], goods: digital",
    "overseas: [card, paypay], country: [jp, cn], one_time: [card]",
    "identity: [sms], one_time: [card], industry: [travel]",
    "billing: [card], contracted: [nice], platform: self",
    "key_in: [card], open_before_review: 'yes', goods: physical",
    "one_time: [card], platform: cafe24",
)
CHOICES = ("chosen: []", "chosen: [nice]", "chosen: [tosspayments, kakaopay]")
PLANS = tuple(f"kind: plan\nversion: 1\nanswers: {{{asked}}}\n{chosen}\n" for asked in PAYMENTS for chosen in CHOICES)
DONE = "done: {prepare_site: 2026-08-01}\nchecklist: {refund_policy: fail, terms_of_use: pass}\n"
WITH_PLAN = (("report",), ("select-pg", *DAY), ("checklist", *DAY), ("next-steps", *DAY))
OTHERS = (
    "need-new-mid --gateway nice --change new_site --change add_billing",
    "need-new-mid --gateway inicis --gateway kpn --change add_key_in",
    "need-new-mid --gateway naverpay --change change_module",
    "need-new-mid --platform 카페24",
    "select-pg --country 일본 --country 베트남",
    "select-pg --platform 식스샵",
    "checklist --platform 아임웹",
    "checklist --goods physical --one-time card --business-number 123-45-67890 --phone 010-1234-5678",
    "inspect -",
    "go-live scan .",
    "rules check",
    "plan show",
)
LOOKS = {
    "select-pg": "select-pg --one-time card --tier general --sales card=2000만 --as-of 2026-08-19",
    "countries": "select-pg --country 일본 --as-of 2026-08-19",
    "hosted": "select-pg --platform 카페24 --as-of 2026-08-19",
    "checklist": "checklist --goods physical --one-time card --set refund_policy=미흡 --as-of 2026-08-19",
    "two-changes": "need-new-mid --gateway nice --change new_site --change add_billing --as-of 2026-08-19",
}
FOLDER = Path(__file__).parent / "first_views"


class Screen(io.StringIO):
    """A terminal that only shows: nobody sits there to be asked."""

    def isatty(self) -> bool:
        return True


def shown(arguments: tuple[str, ...], columns: int = 80) -> str:
    """Return what a command prints on a terminal of so many columns."""
    out = Screen()
    settings = {"COLUMNS": str(columns), "LINES": "24", "TERM": "dumb", "NO_COLOR": "1"}
    with (
        mock.patch.dict(os.environ, settings),
        mock.patch.object(sys, "stdin", io.StringIO()),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        code = run_arguments(list(arguments))
    assert code == 0, arguments
    return out.getvalue()


def look(name: str, columns: int) -> str:
    """Return how a first view looks, without the spaces at the ends of its lines."""
    lines = shown(tuple(LOOKS[name].split()), columns).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


@pytest.mark.parametrize("number", range(len(PLANS)))
def test_whatever_the_plan_the_first_view_fits(number: int) -> None:
    Path("portone-guide.yaml").write_text(PLANS[number] + (DONE if number % 2 else ""), "utf-8")
    columns = (80, 60)[number // 3 % 2]
    for command in ((), *WITH_PLAN[number % 2 :: 2]):
        if command[:1] == ("next-steps",) and "chosen: []" in PLANS[number] and "cafe24" not in PLANS[number]:
            continue  # it asks with whom
        text = shown(command, columns)
        assert 0 < text.count("\n") <= LINES, (command, text)


@pytest.mark.parametrize("line", OTHERS)
def test_the_first_view_of_every_answer_fits(line: str) -> None:
    for columns in (80, 60):
        text = shown(tuple(line.split()), columns)
        assert 0 < text.count("\n") <= LINES, text


@pytest.mark.parametrize("columns", [80, 60])
@pytest.mark.parametrize("name", LOOKS)
def test_first_views_look_as_they_did(name: str, columns: int) -> None:
    before = (FOLDER / f"{name}-{columns}.txt").read_text("utf-8")
    assert look(name, columns) == before, "python tests/test_first_views.py writes them anew"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in LOOKS:
        for columns in (80, 60):
            (FOLDER / f"{name}-{columns}.txt").write_text(look(name, columns), "utf-8")
