"""Where pages disagree: two sides at least, and a choice between them."""

from collections.abc import Iterator

from portone_guide.rules.checks.check import ReadFiles, Wrong


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield conflicts of one side, and those that use a page of no side."""
    for name, conflict in files.conflicts.conflicts.items():
        if len(conflict.claims) < 2:
            yield Wrong("conflicts", ("conflicts", name, "claims"), "어긋나는 두 쪽 이상을 적으세요")
        claimed = {claim.source for claim in conflict.claims}
        if conflict.used not in claimed | {"none"}:
            yield Wrong("conflicts", ("conflicts", name, "used"), "claims에 있는 출처이거나 none이어야 합니다")
