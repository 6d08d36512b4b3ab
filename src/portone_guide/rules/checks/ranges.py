"""What has a least and a most: no row has them the wrong way round."""

from collections.abc import Iterator
from typing import Final

from portone_guide.rules.checks.check import ReadFiles, Wrong
from portone_guide.rules.models.money import Foreign

_PAIRS: Final = (("min", "max"), ("foreign_minimum", "foreign_maximum"))


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield every row whose least is more than its most."""
    for kind, rows in files.rows.items():
        for path, row in rows:
            for low, high in _PAIRS:
                least, most = getattr(row, low, None), getattr(row, high, None)
                if least is not None and most is not None and _more(least, most):
                    yield Wrong(kind, (*path, high), f"범위가 거꾸로입니다: {low}보다 작습니다")


def _more(least: int | Foreign, most: int | Foreign) -> bool:
    """Tell whether one is more than the other; of money of two countries nothing can be told."""
    if isinstance(least, Foreign) and isinstance(most, Foreign):
        return least.currency == most.currency and least.amount > most.amount
    return isinstance(least, int) and isinstance(most, int) and least > most
