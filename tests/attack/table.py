"""The attacks by name, and one row of their table."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from attack import broken_off, damaged_books, flags, plan_files, plan_updates, prompts, rule_files, streams
from attack.programs import measured

Attack = Callable[[int, bool], Iterator[str]]
ATTACKS: Final[Mapping[str, Attack]] = {
    attack.__name__.replace("_", " "): attack
    for attack in (
        damaged_books.flipped_bits_in_the_cache,
        damaged_books.flipped_bits_in_the_wheel,
        damaged_books.planted_pickles,
        rule_files.misspelt_names,
        rule_files.mutated_rule_files,
        rule_files.large_rule_files,
        streams.broken_streams,
        streams.text_of_others,
        flags.sets_of_flags,
        flags.odd_days,
        plan_files.mutated_plans,
        plan_files.odd_places,
        plan_files.files_of_others,
        plan_files.large_plans,
        plan_updates.updates_at_once,
        plan_updates.commands_at_once,
        plan_updates.kills,
        broken_off.broken_off_questions,
        prompts.signals_at_prompts,
    )
}


class Row(NamedTuple):
    """What one attack tried, what did not hold, and what it cost."""

    tried: int
    failed: list[str]
    seconds: float
    megabytes: int


def row(name: str, seed: int, *, small: bool) -> Row:
    """Run one attack in a process of its own, in an empty folder with an empty cache."""
    begun = time.perf_counter()
    main = str(Path(__file__).with_name("__main__.py"))
    command = [sys.executable, main, "--one", name, "--seed", str(seed), *(["--small"] if small else [])]
    told = measured(command, "stdout")
    tried, *failed = told.said.decode().splitlines() or ["0"]
    if told.code:
        failed.append(f"ended with {told.code}")
    return Row(int(tried), failed, time.perf_counter() - begun, told.megabytes)


def one(name: str, seed: int, *, small: bool) -> None:
    """Run one attack here; print how many tries there were, then a line for each that failed."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or each program that is started compiles itself anew
        (work := Path(folder) / "work").mkdir()
        os.chdir(work)
        tries = list(ATTACKS[name](seed, small))
    print(len(tries), *(ascii(failure)[:400] for failure in tries if failure), sep="\n")
