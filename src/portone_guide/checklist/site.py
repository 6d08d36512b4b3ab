"""What was said of a merchant's site."""

from typing import NamedTuple

from portone_guide.needs.requirements import Requirements


class Site(NamedTuple):
    """A merchant's site, and whom its shop signs with. ``in_development`` None: not said."""

    answers: Requirements = Requirements()
    gateways: tuple[str, ...] = ()
    in_development: bool | None = None
