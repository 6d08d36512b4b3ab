"""What is looked for on a site and the items of the checklist: each speaks of the other."""

from collections.abc import Iterator
from typing import Final, get_args

from portone_guide.rules.checks.check import ReadFiles, Wrong
from portone_guide.rules.models.site_sign import SignId

SIGNS: Final[tuple[SignId, ...]] = get_args(SignId)


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield signs without a row, signs that no item is seen by and that do not say why, and words told twice."""
    rows, items = files.site_signs.signs, files.checklist.items
    for missing in (name for name in SIGNS if name not in rows):
        yield Wrong("site_signs", ("signs",), f"찾을 것이 빠졌습니다: '{missing}' - 적으세요")
    seen = {sign for item in items.values() for sign in item.seen_by}
    for name, row in rows.items():
        if name not in seen and row.alone is None:
            message = "이 표시로 보는 항목이 없습니다: checklist.yaml의 seen_by에 적거나 alone에 까닭을 적으세요"
            yield Wrong("site_signs", ("signs", name), message)
        if name in seen and row.alone is not None:
            yield Wrong("site_signs", ("signs", name, "alone"), "이 표시로 보는 항목이 있습니다: alone을 지우세요")
    yield from _labels_twice(files)


def _labels_twice(files: ReadFiles) -> Iterator[Wrong]:
    """Yield words that begin the values of two things: nobody could tell whose value follows."""
    first: dict[str, str] = {}
    for name, row in files.site_signs.signs.items():
        for index, label in enumerate(row.labels):
            key = "".join(label.split()).lower()
            if first.setdefault(key, name) != name:
                message = f"다른 것의 말이기도 합니다: '{label}' ('{first[key]}') - 한 곳에만 적으세요"
                yield Wrong("site_signs", ("signs", name, "labels", index), message)
