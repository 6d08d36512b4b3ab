"""Changes of one plan at the same moment, and runs that are killed while they write."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from attack.programs import PLAN, comments_of

_UPDATER = """
import sys
from datetime import date
from pathlib import Path
from portone_guide.plan.store import change_plan
name, times, key = sys.argv[1], int(sys.argv[2]), sys.argv[3]
for number in range(times):
    def change(plan):
        plan = plan._replace(done={**plan.done, f"{name}{number}": date(2026, 1, 1)})
        plan = plan.with_answers({key: f"{number}"})
        return plan._replace(checklist={**plan.checklist, f"{name}{number}": "pass"})
    change_plan(Path("p.yaml"), change)
"""


def updates_at_once(seed: int, small: bool) -> Iterator[str]:
    """Eight processes change one plan, some by another name for it: no change is lost."""
    from portone_guide.plan.answer_keys import ANSWER_KEYS
    from portone_guide.plan.store import read_plan

    times = 2 if small else 25
    names = "abcdefgh"
    answers = dict(zip(names, ANSWER_KEYS, strict=False))
    Path("p.yaml").write_text(PLAN, "utf-8")
    Path("link").mkdir()
    Path("link/p.yaml").symlink_to("../p.yaml")
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", _UPDATER, name, str(times), answers[name]], cwd="link" if name < "c" else "."
        )
        for name in names
    ]
    codes = [process.wait() for process in runs]
    plan = read_plan(Path("p.yaml"))
    for name, code in zip(names, codes, strict=True):
        for number in range(times):
            key = f"{name}{number}"
            kept = key in plan.done and key in plan.checklist and plan.answers[answers[name]] == f"{times - 1}"
            yield "" if kept and not code else f"{key}: lost (exit {code})"


def commands_at_once(seed: int, small: bool) -> Iterator[str]:
    """Commands that each set something else of one plan, all at the same moment."""
    from portone_guide.plan.store import read_plan
    from portone_guide.road.answer import CHOICE
    from support import shipped

    items = list(shipped().checklist.items)[: 4 if small else 24]
    steps = [step for step in shipped().roadmap.steps if step != CHOICE][: 2 if small else 8]
    guide = [sys.executable, "-m", "portone_guide"]
    lines = [
        ["checklist", "--set", f"{item}=pass", "--goods", "digital", "--json", "--plan", "p.yaml"] for item in items
    ]
    lines += [["done", step, "--plan", "p.yaml"] for step in steps]
    lines += [["select-pg", "--one-time", "card", "--tier", "micro", "--json", "--plan", "p.yaml"]]
    runs = [subprocess.Popen([*guide, *line], stdout=subprocess.DEVNULL) for line in lines]
    codes = [process.wait() for process in runs]
    plan = read_plan(Path("p.yaml"))
    kept = [*(item in plan.checklist for item in items), *(step in plan.done for step in steps)]
    kept.append(plan.answers.get("tier") == "micro")
    for line, code, there in zip(lines, codes, kept, strict=True):
        yield "" if there and not code else f"{line}: lost (exit {code})"


_KILLED = """
import sys
from datetime import date
from pathlib import Path
from portone_guide.plan.store import change_plan
for number in range(10**6):
    change_plan(Path("p.yaml"), lambda plan: plan._replace(start=date.fromordinal(730120 + number % 30000)))
    print(number, flush=True)
"""


def kills(seed: int, small: bool) -> Iterator[str]:
    """A run is killed while it writes: the plan is whole, has what was said to be there, and the next run tidies up."""
    from datetime import date

    from portone_guide.plan.store import change_plan, read_plan

    draw = random.Random(seed)
    for number in range(4 if small else 1000):
        sent = draw.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM])
        Path("p.yaml").write_text(PLAN, "utf-8")
        with subprocess.Popen([sys.executable, "-c", _KILLED], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(draw.random() * 0.02)
            process.send_signal(sent)
            last = int((["0", *process.stdout.read().split()])[-1])
        try:
            start = read_plan(Path("p.yaml")).start
            reached = start is not None and start >= date.fromordinal(730120 + last)
            change_plan(Path("p.yaml"), lambda plan: plan._replace(done={**plan.done, "open": date(2026, 1, 1)}))
            left = [entry.name for entry in Path().iterdir() if entry.name.endswith(".tmp")]
            comments = comments_of(PLAN.encode()) <= comments_of(Path("p.yaml").read_bytes())
            yield "" if reached and comments and not left else f"kill {number}: {start}, after {last}, {left}"
        except Exception as error:  # the attack goes on
            yield f"kill {number}: {error}"
