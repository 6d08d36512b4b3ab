"""Limits and platforms: one row a method or gateway, no limit the wrong way round."""

from collections.abc import Iterator

from portone_guide.rules.checks.check import ReadFiles, Wrong, twice


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield limits that are said twice or reversed, and gateways that a platform names twice."""
    file = files.terms
    for gateway, limits in file.amount_limits.items():
        yield from twice("terms", ("amount_limits", gateway), "method", (limit.method for limit in limits))
        for index, limit in enumerate(limits):
            if limit.minimum is not None and limit.maximum is not None and limit.minimum > limit.maximum:
                message = "한도가 거꾸로입니다: minimum보다 작습니다"
                yield Wrong("terms", ("amount_limits", gateway, index, "maximum"), message)
    for name, platform in file.platforms.items():
        offers = platform.gateways or ()
        yield from twice("terms", ("platforms", name, "gateways"), "gateway", (offer.gateway for offer in offers))
