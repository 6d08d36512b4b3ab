"""What a site asks programs not to read."""

from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from portone_guide.site.fetching import Fetcher

_NAME = "portone-guide-inspect"


class Robots:
    """The site's robots.txt, read once."""

    def __init__(self, fetcher: Fetcher, home: str) -> None:
        self._rules = RobotFileParser()
        got = fetcher.fetch(urljoin(home, "/robots.txt"), home=home, most=500_000)
        if got.status == 200 and got.why_not is None:
            self._rules.parse(got.data.decode("utf-8", "replace").splitlines())
        else:
            self._rules.parse([])

    def allows(self, url: str) -> bool:
        """Tell whether a page may be read."""
        return self._rules.can_fetch(_NAME, url)
