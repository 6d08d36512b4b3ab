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

    def counted(self, part: Part) -> bool:
        """Whether the number of payments was given for a part."""
        return part in self._answers.payments

    def lines(self, gateway: str, needs: Iterable[Need]) -> tuple[CostLine, ...]:
        """Return what each part of the needs costs."""
        return tuple(self._line(gateway, need) for need in {need.part: need for need in needs}.values())

    def _line(self, gateway: str, need: Need) -> CostLine:
        pricing = self._sheet.pricing(gateway, need)
        named = need._replace(style=None).named(self._file)
        monthly = self._sheet.monthly(pricing, need.part)
        return CostLine(need.part, named, pricing, monthly, *self._sheet.besides(pricing, need.part))

    def signup(self, gateway: str, needs: Iterable[Need]) -> Pricing:
        """Return the sign-up fee for these needs, once, and what the contract costs a month or year, before VAT."""
        return self._sheet.signup_fee(gateway, needs)

    def of(self, gateway: str, needs: Iterable[Need]) -> Cost:
        """Add up what was asked for. A part without sales is not part of the sum; an unknown one voids it."""
        needs = tuple(needs)
        lines = self.lines(gateway, needs)
        given = [line for line in lines if self.given(line.part)]
        amounts = [line.monthly for line in given if line.monthly]
        parts = [amount for line in given if (amount := line.monthly or line.won_part)]
        known = total_of(parts) if parts else None
        monthly = known if len(amounts) == len(given) else None
        signup = self.signup(gateway, needs)
        first_year = self.first_year(monthly, signup.fixed_first_year)
        return Cost(lines, signup, monthly, known, first_year, self._sheet.holds(gateway, needs))

    def first_year(self, monthly: Amount | None, fixed: int | None) -> Amount | None:
        """Return what is fixed (sign-up and a year's standing fees) and twelve months, with VAT; None if unknown."""
        if monthly is None or fixed is None:
            return None
        return monthly.times(12).plus(Amount(fixed, fixed)).times(self._sheet.vat)
