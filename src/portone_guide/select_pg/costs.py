"""What contracts cost: each part of the sales, a month, the first year."""

from collections.abc import Iterable

from portone_guide.gateways.fees import FeeSheet
from portone_guide.gateways.pricing import Amount, CostLine, Held, Pricing, total_of
from portone_guide.needs.amounts import Part
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee import PayoutFee
from portone_guide.select_pg.answer import Cost


class Costs:
    """Adds up what gateways cost for one set of answers."""

    def __init__(self, book: RuleBook, answers: Requirements, sheet: FeeSheet) -> None:
        self._book = book
        self._answers = answers
        self._sheet = sheet

    def given(self, part: Part) -> bool:
        """Whether sales or a number of payments were given for a part."""
        return part in self._answers.sales or part in self._answers.payments

    def counted(self, part: Part) -> bool:
        """Whether the number of payments was given for a part."""
        return part in self._answers.payments

    @property
    def whole(self) -> bool:
        """Whether something was given for each part that is asked for, so that sums are costs."""
        return bool(self._answers.methods) and all(map(self.given, self._answers.methods))

    @property
    def partly(self) -> bool:
        """Whether something was given for some parts only."""
        return not self.whole and any(map(self.given, self._answers.methods))

    def at(self, answers: Requirements) -> "Costs":
        """Return the costs of the same gateways for other answers."""
        return Costs(self._book, answers, FeeSheet(self._book, answers))

    def lines(self, gateway: str, needs: Iterable[Need]) -> tuple[CostLine, ...]:
        """Return what each part of the needs costs."""
        return tuple(self._line(gateway, need) for need in {need.part: need for need in needs}.values())

    def _line(self, gateway: str, need: Need) -> CostLine:
        pricing = self._sheet.pricing(gateway, need)
        named = need._replace(style=None).named(self._book.pg_methods)
        return self._reckoned(CostLine(need.part, named, pricing, None))

    def _reckoned(self, line: CostLine) -> CostLine:
        """Return the line with what its charges come to for these answers."""
        monthly = self._sheet.monthly(line.pricing, line.part)
        won_part, foreign = self._sheet.besides(line.pricing, line.part) if self.given(line.part) else (None, None)
        return line._replace(monthly=monthly, won_part=won_part, foreign=foreign)

    def signup(self, gateway: str, needs: Iterable[Need]) -> Pricing:
        """Return the sign-up fee for these needs, once, and what the contract costs a month or year, before VAT."""
        return self._sheet.signup_fee(gateway, needs)

    def of(self, gateway: str, needs: Iterable[Need]) -> Cost:
        """Add up what was asked for."""
        needs = tuple(needs)
        cost = self._sum(self.lines(gateway, needs), self.signup(gateway, needs))
        return cost._replace(holds=self.holds(gateway, needs))

    def holds(self, gateway: str, needs: Iterable[Need]) -> tuple[Held, ...]:
        """Return what a gateway keeps back of the sales for a while: no cost."""
        return self._sheet.holds(gateway, needs)

    def payouts(self, gateway: str) -> tuple[PayoutFee, ...]:
        """Return what each payout costs, how ever many there are: in no total."""
        return self._book.fees.payout_fees.get(gateway, ())

    def again(self, cost: Cost) -> Cost:
        """Add up the same charges for the sales and payments of these answers."""
        return self._sum(tuple(map(self._reckoned, cost.lines)), cost.signup)

    def _sum(self, lines: tuple[CostLine, ...], signup: Pricing) -> Cost:
        monthly, known = self.sums(lines)
        return Cost(lines, signup, monthly, known, self.first_year(monthly, signup.fixed_first_year))

    def sums(self, lines: Iterable[CostLine]) -> tuple[Amount | None, Amount | None]:
        """Return a month's fees, None if a part of them is not known, and the sum of what is known in won."""
        lines = tuple(lines)
        if not any(self.given(line.part) for line in lines):
            return None, None
        amounts = [amount for line in lines if (amount := line.monthly or line.won_part)]
        known = total_of(amounts) if amounts else None
        return known if all(line.monthly for line in lines) else None, known

    def first_year(self, monthly: Amount | None, fixed: int | None) -> Amount | None:
        """Return what is fixed (sign-up and a year's standing fees) and twelve months, with VAT; None if unknown."""
        if monthly is None or fixed is None:
            return None
        return monthly.times(12).plus(Amount(fixed, fixed)).times(self._sheet.vat)
