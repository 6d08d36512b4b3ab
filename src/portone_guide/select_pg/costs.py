"""What contracts cost: each part of the sales, a month, the first year."""

from collections.abc import Iterable

from portone_guide.gateways.fees import FeeSheet
from portone_guide.gateways.pricing import Amount, CostLine, Pricing, total_of
from portone_guide.needs.amounts import Part
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.select_pg.answer import Cost


class Costs:
    """Adds up what gateways cost for one set of answers."""

    def __init__(self, book: RuleBook, answers: Requirements, sheet: FeeSheet) -> None:
        self._file = book.pg_methods
        self._answers = answers
        self._sheet = sheet

    def given(self, part: Part) -> bool:
        """Whether sales or a number of payments were given for a part."""
        return part in self._answers.sales or part in self._answers.payments

    def lines(self, gateway: str, needs: Iterable[Need]) -> tuple[CostLine, ...]:
        """Return what each part of the needs costs."""
        return tuple(self._line(gateway, need) for need in {need.part: need for need in needs}.values())

    def _line(self, gateway: str, need: Need) -> CostLine:
        pricing = self._sheet.pricing(gateway, need)
        named = need._replace(style=None).named(self._file)
        return CostLine(need.part, named, pricing, self._sheet.monthly(pricing, need.part))

    def signup(self, gateway: str, needs: Iterable[Need]) -> Pricing:
        """Return the sign-up fee for these needs, once, before VAT."""
        return self._sheet.signup_fee(gateway, needs)

    def of(self, gateway: str, needs: Iterable[Need]) -> Cost:
        """Add up what was asked for. A part without sales is not part of the sum; an unknown one voids it."""
        needs = tuple(needs)
        lines = self.lines(gateway, needs)
        given = [line for line in lines if self.given(line.part)]
        amounts = [line.monthly for line in given if line.monthly]
        known = total_of(amounts) if amounts else None
        monthly = known if len(amounts) == len(given) else None
        signup = self.signup(gateway, needs)
        return Cost(lines, signup, monthly, known, self.first_year(monthly, signup.once))

    def first_year(self, monthly: Amount | None, signup: int | None) -> Amount | None:
        """Return sign-up and twelve months, with VAT; None if either is unknown."""
        if monthly is None or signup is None:
            return None
        return monthly.times(12).plus(Amount(signup, signup)).times(self._sheet.vat)
