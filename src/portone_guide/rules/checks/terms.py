"""Limits and platforms: one row a method or gateway, no limit the wrong way round."""

from collections.abc import Iterator

from portone_guide.rules.checks.check import ReadFiles, Wrong, twice
from portone_guide.rules.models.term import AmountLimit
from portone_guide.rules.reading.yaml_text import KeyPath


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield limits that are said twice or reversed, and gateways that a platform names twice."""
    file = files.terms
    for gateway, limits in file.amount_limits.items():
        path: KeyPath = ("amount_limits", gateway)
        yield from twice("terms", path, "method", map(_about, limits))
        for index, limit in enumerate(limits):
            yield from _reversed(limit, (*path, index))
    for name, platform in file.platforms.items():
        offers = platform.gateways or ()
        yield from twice("terms", ("platforms", name, "gateways"), "gateway", (offer.gateway for offer in offers))


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
