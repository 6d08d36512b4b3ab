"""Measures ``go-live scan`` over 300 files, beside only parsing the same files: ``python benchmarks/go_live.py``.

A tenth of the files opens a payment window (the programs of the tests, each padded to the length of ordinary files),
the others are ordinary code.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import yaml

FILES = 300
LIMIT = 1.5  # seconds, the whole command
FRAMES = Path(__file__).parent.parent / "tests" / "go_live" / "programs" / "frames.yaml"
FIELDS = "pg: 'html5_inicis', merchant_uid: `order-${order.id}`, name: order.name, amount: order.total"
PLAIN = {
    ".ts": "export function part{n}(a: number, b: string): string {{\n  return a > {n} ? `${{b}}` : b.trim();\n}}\n",
    ".jsx": "export const Part{n} = ({{ a }}) => <li key={{a.id}} className='row'>{{a.name}} {{a.price}}</li>;\n",
    ".java": "class Part{n} {{ int add(int a, int b) {{ if (a > {n}) {{ return a; }} return a + b; }} }}\n",
    ".py": "def part{n}(a, b):\n    if a > {n}:\n        return str(a)\n    return f'{{a}}-{{b}}'\n",
    ".html": "<div class='row' id='part{n}'><span>{{{{ a }}}}</span></div>\n",
}
PARSE = """
import sys, time
from pathlib import Path
from portone_guide.code.files import Files
from portone_guide.code.trees import spans_of, tree_of
for file in Files(Path(sys.argv[1])):
    if file.language in {"javascript", "typescript", "tsx"}:
        tree_of(file.text, file.language)
    elif file.language in {"python", "java", "kotlin", "php"}:
        spans_of(file.text, file.language)
"""


def plain(ending: str, number: int) -> str:
    return "".join(PLAIN[ending].format(n=number * 100 + line) for line in range(40))


def write_tree(folder: Path) -> None:
    frames = [frame for version in yaml.safe_load(FRAMES.read_text("utf-8")).values() for frame in version.values()]
    for number in range(FILES):
        if number % 10 == 0:
            frame = frames[number // 10 % len(frames)]
            path = folder / str(number) / frame["file"]
            text = frame["text"].replace("FIELDS", FIELDS)
        else:
            ending = list(PLAIN)[number % len(PLAIN)]
            path, text = folder / str(number) / f"part{ending}", plain(ending, number)
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")


class Took(NamedTuple):
    """How long a command took: for a person, and of the processor (what others run does not count there)."""

    waited: float
    worked: float


def took(command: list[str], repeat: int) -> Took:
    subprocess.run(command, check=True, capture_output=True)
    waited, worked = [], []
    for _ in range(repeat):
        start, before = time.perf_counter(), processor()
        subprocess.run(command, check=True, capture_output=True)
        waited.append(time.perf_counter() - start)
        worked.append(processor() - before)
    return Took(median(waited), median(worked))


def processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=5)
    repeat = parser.parse_args().repeat
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_tree(folder)
        guide = [sys.executable, "-m", "portone_guide"]
        scan = took([*guide, "go-live", "scan", name, "--json"], repeat)
        parse = took([sys.executable, "-c", PARSE, name], repeat)
    for what, one in (("go-live scan", scan), ("only read and parse", parse)):
        print(f"| {FILES} files, {what} | {one.waited:.2f} s | {one.worked:.2f} s of the processor |")
    print(f"{scan.worked / parse.worked:.2f} times reading and parsing; under {LIMIT} s: {scan.worked < LIMIT}")
    return scan.worked >= LIMIT


if __name__ == "__main__":
    sys.exit(main())
