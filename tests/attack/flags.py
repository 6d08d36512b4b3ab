"""Random flags, and days at the ends of the calendar: what a run leaves is read by the next."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from support import books_read_once, run

_FLAGS: Final = {
    "select-pg": (
        *("--one-time", "--billing", "--key-in", "--easy-pay", "--overseas", "--identity", "--style", "--portone"),
        *("--tier", "--yearly-sales", "--sales", "--count", "--largest-payment", "--goods", "--industry", "--platform"),
        *("--business", "--max-signup-fee", "--easy-pay-contract", "--usd-krw", "--overseas-billing", "--as-of"),
    ),
    "checklist": ("--set", "--one-time", "--gateway", "--goods", "--platform", "--industry", "--style"),
    "next-steps": ("--gateway", "--start", "--open-by", "--one-time", "--monthly-sales", "--business", "--portone"),
    "done": ("--on",),
}


_VALUES: Final = (
    *("card", "virtual_account", "kakaopay", "nice", "토스페이먼츠", "general", "micro", "v2", "api", "billing:api"),
    *("digital", "self", "travel", "sole", "direct", "sms", "card=1000만", "one_time:card=5만", "refund_policy=pass"),
    *("1000만", "2026-11-23", "2026년 12월 1일", "1400", "unknown", "none", "0", "", " ", "　", "\u00a0", "\u2028"),
    *(
        "ｃａｒｄ",
        "ｇｅｎｅｒａｌ",
        "1000\u00a0만",
        "１０００　만",
        "\u200bcard",
        "card\u202e",
        "\x1b[2J",
        "a: b",
        "- x",
        "#",
        "'",
        '"',
    ),
    *(
        "9999-12-31",
        "0001-01-01",
        "2099-12-31",
        "가" * 300,
        "5천",
        "~",
        "null",
        "[a",
        "{",
        "*x",
        "&x",
        "!t",
        "card,card",
    ),
)


def sets_of_flags(seed: int, small: bool) -> Iterator[str]:
    """Random flags: whatever a run says, the plan that it leaves is read and understood by the next."""
    with books_read_once():
        for number in range(15 if small else 5000):
            yield _set_of_flags(random.Random(f"{seed} {number}"))


def _set_of_flags(draw: random.Random) -> str:
    if draw.random() < 0.2:
        Path("p.yaml").unlink(missing_ok=True)
    command = draw.choice(sorted(_FLAGS))
    typed = [command, *(["apply"] if command == "done" else [])]
    for _ in range(draw.randint(1, 6)):
        typed += [draw.choice(_FLAGS[command]), draw.choice(_VALUES)]
    first = run(*typed, "--plan", "p.yaml", *([] if command == "done" else ["--json"]))
    after = [run(name, "--plan", "p.yaml", "--json") for name in ("select-pg", "next-steps", "checklist")]
    if first.code in {0, 2, 3} and all(told.code in {0, 3} for told in after):
        return ""
    Path("p.yaml").unlink(missing_ok=True)
    return f"{typed}: {first.code} {[told.code for told in after]} {after[0].err[:100]}"


def odd_days(seed: int, small: bool) -> Iterator[str]:
    """Days at and beyond the ends of the calendar, wherever a day comes in: an answer or a clear error."""
    days = [
        "0001-01-01",
        "0000-00-00",
        "1999-12-31",
        "2000-01-01",
        "2026-02-29",
        "2099-12-31",
        "2100-01-01",
        "9999-12-31",
    ]
    days += [
        "10000-01-01",
        "-0001-01-01",
        "2026-1-1",
        "99991231",
        "9999년 12월 31일",
        "２０２６-11-23",
        "2026-11-23\u00a0",
    ]
    need = ["--one-time", "card", "--json"]
    places = (
        *(
            ["select-pg", *need, "--as-of"],
            ["checklist", *need, "--as-of"],
            ["next-steps", "--gateway", "nice", "--as-of"],
        ),
        *(
            ["next-steps", "--gateway", "nice", *need, "--start"],
            ["next-steps", "--gateway", "nice", *need, "--open-by"],
        ),
        *(
            ["next-steps", "--gateway", "nice", "--format", "ics", "--start"],
            ["done", "apply", "--plan", "d.yaml", "--on"],
        ),
        *(
            ["compare", "--as-of"],
            ["fees", "--as-of"],
            ["rules", "sources", "--as-of"],
            ["rules", "show", "nice", "--as-of"],
        ),
    )
    for day in days[:: 3 if small else 1]:
        for place in places:
            told = run(*place, day)
            after = run("--plan", "d.yaml", "--json")
            held = told.code in {0, 2} and after.code == 0
            yield "" if held else f"{place} {day}: {told.code} {after.code} {told.err[:100]}"
        for key in ("start: {}", "open_by: {}", "done: {{apply: {}}}", "answers: {{start: {}}}"):
            Path("p.yaml").write_text(f"kind: plan\nversion: 1\nchosen: [nice]\n{key.format(repr(day))}\n", "utf-8")
            for command in ([], ["next-steps", "--json"], ["select-pg", *need], ["next-steps", "--format", "ics"]):
                told = run(*command, "--plan", "p.yaml")
                yield "" if told.code in {0, 5} else f"{command} on {key} {day}: {told.code} {told.err[:100]}"
