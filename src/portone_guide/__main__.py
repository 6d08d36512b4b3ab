"""Where a run starts: ``portone-guide``, or ``python -m portone_guide``."""

import gc
from typing import NoReturn

_OBJECTS_BEFORE_A_SEARCH = 100_000


def main() -> NoReturn:
    """Run the program; see :func:`portone_guide.app.main`."""
    # What an answer is made of lives until the end: searching it for rubbish on the way is a part of the start-up.
    gc.set_threshold(_OBJECTS_BEFORE_A_SEARCH)
    from portone_guide.app import main as run

    run()


if __name__ == "__main__":
    main()
