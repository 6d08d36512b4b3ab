"""Limits and platforms: one row a fact, no limit the wrong way round."""

from collections.abc import Iterator

from portone_guide.rules.checks.check import ReadFiles, Wrong, twice
from portone_guide.rules.models.term import AmountLimit, PlatformGateway
from portone_guide.rules.reading.yaml_text import KeyPath


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield limits that are said twice or reversed, and facts that a platform has twice."""
    file = files.terms
    for gateway, limits in file.amount_limits.items():
        path: KeyPath = ("amount_limits", gateway)
        yield from twice("terms", path, "method", map(_about, limits))
        for index, limit in enumerate(limits):
            yield from _reversed(limit, (*path, index))
    for name, platform in file.platforms.items():
        yield from _platform_twice(("platforms", name, "gateways"), platform.gateways or ())


def _platform_twice(path: KeyPath, rows: tuple[PlatformGateway, ...]) -> Iterator[Wrong]:
    """Yield rows of a platform about something that a row before them is about."""
    different: dict[str, list[int]] = {}  # few, however many rows there are: only so many differ
    for index, row in enumerate(rows):
        before = different.setdefault(row.gateway, [])
        first = next((place for place in before if _same(row, rows[place])), None)
        if first is None:
            before.append(index)
        else:
            message = f"같은 사실이 두 번 있습니다: '{row.gateway}' (먼저 {first + 1}번째 행)"
            yield Wrong("terms", (*path, index, "gateway"), message)


def _same(row: PlatformGateway, other: PlatformGateway) -> bool:
    """Tell whether two rows of a gateway share a fact; no methods or styles: all of them."""
    pairs = ((row.methods, other.methods), (row.styles, other.styles))
    return not set(row.types).isdisjoint(other.types) and all(
        not one or not two or not set(one).isdisjoint(two) for one, two in pairs
    )


def _about(limit: AmountLimit) -> str:
    """Return what a limit is about; just the method for one payment of the ordinary types."""
    usual = AmountLimit(limit.method, limit.source)
    per = () if limit.per == usual.per else (limit.per,)
    types = () if limit.types == usual.types else limit.types
    return " ".join(filter(None, (limit.method, limit.part, *per, *types)))


def _reversed(limit: AmountLimit, path: KeyPath) -> Iterator[Wrong]:
    if limit.minimum is not None and limit.maximum is not None and limit.minimum > limit.maximum:
        yield Wrong("terms", (*path, "maximum"), "한도가 거꾸로입니다: minimum보다 작습니다")
    if limit.maximum_to is not None and (limit.maximum is None or limit.maximum_to <= limit.maximum):
        yield Wrong("terms", (*path, "maximum_to"), "한도가 거꾸로입니다: maximum보다 커야 합니다")
