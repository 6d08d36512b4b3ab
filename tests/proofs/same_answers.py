"""Every command line and every scenario that a tool can be told: does the tool say the same? It takes a minute.

``python tests/proofs/same_answers.py`` prints a table, and ends with 1 where anything differs.
"""

import sys
from collections import Counter
from pathlib import Path

_TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(_TESTS), str(_TESTS / "mcp_server")]


def main() -> int:
    """Compare, print and return the exit code."""
    from assistants import calls_of_lines, calls_of_scenarios, differs

    asked: Counter[tuple[str, str]] = Counter()
    same: Counter[tuple[str, str]] = Counter()
    for what, calls in (("command lines", calls_of_lines()), ("scenarios", calls_of_scenarios())):
        for call in calls:
            row = (call.offer.tool.name, what)
            asked[row] += 1
            if differs(call):
                print(f"differs: {call.line.name}")
            else:
                same[row] += 1
    print("| tool | told | asked | same |\n| --- | --- | --- | --- |")
    for row, count in asked.items():
        print(f"| `{row[0]}` | {row[1]} | {count} | {same[row]} |")
    return 0 if same == asked else 1


if __name__ == "__main__":
    sys.exit(main())
