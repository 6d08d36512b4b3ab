"""A person who goes away at any question of any flow, and comes back."""

import contextlib
import io
import os
import shlex
import shutil
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from portone_guide.needs.flow import BACK
from portone_guide.needs.question import UNKNOWN
from printed_lines import printed

DAY = "2026-11-23"
ANSWERED = """\
kind: plan
version: 1
answers:
  goods: digital
  industry: [travel]
  platform: self
  one_time: [card, mobile]
  easy_pay: [kakaopay]
  billing: [card]
  key_in: []
  easy_pay_contract: any
  overseas: []
  identity: [sms]
  style: [api]
  portone: v2
  tier: micro
  sales: ['one_time:card=2000만', 'billing:card=100만']
  largest_payment: 50만
  open_before_review: 'no'
  gateway: [nice]
  in_development: 'yes'
checklist: {business_number: pass, refund_policy: fail}
"""
CHOSEN = (
    ANSWERED.replace("  gateway: [nice]\n", "")
    + """\
chosen: [kcp]
done: {choose_gateway: 2026-11-02}
start: 2026-12-01
"""
)
"""A choice and a day, both others than what is answered."""


class Flow(NamedTuple):
    """A command that asks, the plan that lies there, and whether it writes one."""

    line: str
    plan: str | None = None

    @property
    def keeps(self) -> bool:
        return "--no-save" not in self.line


FLOWS = (
    Flow("select-pg"),
    Flow("select-pg --goods physical --as-of 2026-11-23"),
    Flow("select-pg --ask", ANSWERED),
    Flow("select-pg --no-save"),
    Flow("checklist"),
    Flow("checklist --ask", ANSWERED),
    Flow("checklist --ask", CHOSEN),
    Flow("checklist --no-save"),
    Flow("next-steps"),
    Flow("next-steps --ask --plain", ANSWERED),
    Flow("next-steps --ask --plain", CHOSEN),
    Flow("next-steps --no-save --as-of 2026-11-23"),
    Flow("code --stack express --print --ask", CHOSEN),
    Flow("need-new-mid"),
    Flow("need-new-mid --no-save"),
)
_SCRIPT: dict[str, Any] = {
    "one_time": ["card", "virtual_account"],
    "easy_pay": ["kakaopay"],
    "billing": ["card"],
    "industry": [],
    "key_in": UNKNOWN,
    "overseas": ["card"],
    "overseas_billing": [],
    "identity": [],
    "gateway": ["nice"],
    "change": ["add_billing", "add_easy_pay"],
    "method": ["card"],
    "easy_pay_added": ["kakaopay"],
    "largest_payment": "1000만",
    "monthly_sales": "2000만",
    "start": DAY,
    "tier": UNKNOWN,
    "in_development": "no",
}


class Typist:
    """Answers by a script, and goes away before the answer of one number."""

    goes_at: int | None = None
    back_at: int | None = None
    asked: list[str]

    def __init__(self, explained: Any = None) -> None:
        pass

    def _comes(self, name: str) -> None:
        type(self).asked.append(name)
        if len(type(self).asked) - 1 == type(self).goes_at:
            raise KeyboardInterrupt

    def ask(self, question: Any, options: Sequence[Any], default: Any, place: tuple[int, int]) -> Any:
        self._comes(question.id)
        if len(type(self).asked) - 1 == type(self).back_at:
            return BACK
        if question.id in _SCRIPT:
            return _SCRIPT[question.id]
        values = [option.value for option in options]
        match question.kind:
            case "one":
                return values[sum(map(ord, question.id)) % len(values)]
            case "many":
                return values[:1]
            case "amount":
                return UNKNOWN
            case _:
                return [f"{value}=300만" for value in values]

    def say(self, text: str) -> None:
        pass

    def review(self, lines: Sequence[Any]) -> None:
        self._comes("(review)")

    def choose(self, text: str, options: Sequence[Any], rows: int | None = None) -> str:
        self._comes("(choose)")
        return str(options[0].value)


class _Person(io.StringIO):
    def isatty(self) -> bool:
        return True


class Told(NamedTuple):
    """How a run ended, and what it asked."""

    code: int
    out: str
    err: str
    asked: list[str]


def at_a_terminal(line: str, goes_at: int | None = None, back_at: int | None = None) -> Told:
    """Run a line with a person who answers, and goes away or back before one answer."""
    from portone_guide import app

    typist = type("Typist", (Typist,), {"goes_at": goes_at, "back_at": back_at, "asked": []})
    out, err = io.StringIO(), _Person()
    with (
        mock.patch("portone_guide.shell.interview.TerminalAsker", typist),
        mock.patch("portone_guide.terminal.prompts.TerminalAsker", typist),
        mock.patch.object(sys, "stdin", _Person()),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = app.run(shlex.split(line))
    return Told(int(code), out.getvalue(), err.getvalue(), typist.asked)


def _begin(flow: Flow) -> None:
    for entry in Path().iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    if flow.plan:
        Path("portone-guide.yaml").write_text(flow.plan, "utf-8")


@cache
def whole_run(flow: Flow) -> tuple[Told, str]:
    """Return how a flow goes where nobody goes away, and the plan that it leaves."""
    _begin(flow)
    told = at_a_terminal(flow.line)
    return told, Path("portone-guide.yaml").read_text("utf-8") if Path("portone-guide.yaml").exists() else ""


def broken_off(flow: Flow, number: int) -> str:
    """Go away at a question and come back, with the line that was printed and with the same line."""
    whole, left = whole_run(flow)
    for same in (False, True) if flow.keeps else (False,):
        _begin(flow)
        first = at_a_terminal(flow.line, goes_at=number)
        lines = list(printed(first.err))
        if first.code != 130 or not lines:
            return f"exit {first.code} without a line: {first.err}"
        line = flow.line if same else lines[-1].removeprefix("portone-guide ")
        again = at_a_terminal(line)
        rest = whole.asked[number:]
        if not flow.keeps and rest[0] == "(review)":
            rest = rest[1:]  # what stands in the line needs no second look
        if again.asked != rest:
            return f"{line}: asked {again.asked[:3]}, not {rest[:3]}"
        if (again.code, again.out) != (whole.code, whole.out):
            return f"{line}: another answer"
        if flow.keeps and Path("portone-guide.yaml").exists() != bool(left):
            return f"{line}: another plan"
        if (
            flow.keeps
            and left
            and sorted(Path("portone-guide.yaml").read_text("utf-8").split("\n")) != sorted(left.split("\n"))
        ):
            return f"{line}: another plan"
    return ""


def gone_after_back(flow: Flow, number: int) -> str:
    """Go back at a question, go away at the one before, and come back: it is asked again, and nothing is lost."""
    whole, _ = whole_run(flow)
    _begin(flow)
    first = at_a_terminal(flow.line, goes_at=number + 1, back_at=number)
    if first.code != 130 or first.asked[-1] in {"(choose)", "(review)"}:
        return ""  # the way back ended elsewhere
    again = at_a_terminal(list(printed(first.err))[-1].removeprefix("portone-guide "))
    if again.asked[0] != first.asked[-1]:
        return f"went on at {again.asked[0]}, not {first.asked[-1]}"
    return "" if (again.code, again.out) == (whole.code, whole.out) else "another answer"


def broken_off_questions(seed: int, small: bool) -> Iterator[str]:
    """Every question of every flow; that what is written reaches the disk is for another attack."""
    with mock.patch("os.fsync"), mock.patch.dict(os.environ, {"COLUMNS": "80"}):
        yield from _attack(seed, small=small)


def _attack(seed: int, *, small: bool) -> Iterator[str]:
    for flow in FLOWS:
        asked = whole_run(flow)[0].asked
        for number in range(len(asked)):
            if small and (number + seed) % 23 != 7 and asked[number] != "(choose)":
                continue
            said = broken_off(flow, number)
            yield f"{flow.line} at {asked[number]}: {said}" if said else ""
            if number and not asked[number].startswith("("):
                said = gone_after_back(flow, number)
                yield f"{flow.line} back at {asked[number]}: {said}" if said else ""
