"""What a gateway asks of a merchant who takes only some of the needs from it: a member of a set of contracts."""

from collections.abc import Iterable
from functools import cache

from portone_guide.gateways.fees import FeeSheet
from portone_guide.needs.reason import Reason
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.select_pg.fit import FitFinder
from portone_guide.select_pg.hurdles import hurdles
from portone_guide.select_pg.remarks import remarks


class Members:
    """Judges gateways by a part of the needs, as if nothing else were asked for."""

    def __init__(self, book: RuleBook, answers: Requirements, sheet: FeeSheet, finder: FitFinder) -> None:
        self.book = book
        self.answers = answers
        self.finder = finder
        self._sheet = sheet
        self.asks = cache(self._asks)

    def barred(self, gateway: str, needs: Iterable[Need]) -> bool:
        """Tell whether something other than a missing payment method speaks against a gateway for these needs."""
        return any(hurdles(self.book, self.answers.asking(needs), self._sheet, gateway))

    def _asks(self, gateway: str, needs: tuple[Need, ...]) -> tuple[Reason, ...]:
        """Return what is to be settled with a gateway that carries these needs, as it is where it carries all."""
        return tuple(remarks(self.book, self.answers.asking(needs), gateway))
