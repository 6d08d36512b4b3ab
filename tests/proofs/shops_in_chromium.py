"""Read every shop of the tests in a real Chromium: ``python tests/proofs/shops_in_chromium.py [NAME ...]``.

Prints each shop that is not told wholly right, and the score. Ends with 1 where something is called missing that is
there or there that is missing, or where less than nine of ten signs are told right.
"""

import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "inspect_site")]

from in_browser import Score, one_browser, seen  # noqa: E402
from looked import states  # noqa: E402
from shop import NAMES, Site  # noqa: E402


def main(names: list[str]) -> int:
    """Read the shops, and tell the score."""
    whole = Score()
    with one_browser() as lent:
        for name in names or NAMES:
            site = Site(name)
            found, paths = seen(name, lent, always=True)
            score = Score()
            for each in (score, whole):
                each.count(name, site.truth, dict(states(found)))
            for line in score.wrong:
                print(line)
            if "/paid" in paths:
                whole.false_found.append(f"{name}: it was paid")
    print(f"{len(names or NAMES)} shops in Chromium: {whole}")
    return int(bool(whole.false_missing or whole.false_found) or whole.right / whole.all < 0.9)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
