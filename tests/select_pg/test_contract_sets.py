"""Which contracts to sign: on small random rule books, the answer is what trying every set of contracts gives.

The definitions are written down here once more, from support rows and fee sheets alone: nothing of the search, the
support table or the pricing is used.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from portone_guide.gateways.pricing import Amount
from portone_guide.needs.requirements import Need, Part, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee import FeeBlock, FeesFile, Tier, Vat, ViaGateway
from portone_guide.rules.models.industry import IndustriesFile
from portone_guide.rules.models.method import Gateway, MethodsFile, Module, Support
from portone_guide.rules.models.money import Charge
from portone_guide.rules.models.source import Claim, Conflict, ConflictsFile, Source, SourcesFile
from portone_guide.rules.models.term import Condition, TermsFile
from portone_guide.select_pg.answer import Combination, Selection, counted, missing
from portone_guide.select_pg.decide import select

PAGE = ("page",)
DAY = date(2026, 8, 19)
VERSIONS = ("v1", "v2")
# What can be asked for: each with the fee key that prices it.
PARTS: dict[Part, str] = {
    ("one_time", "card"): "card.general",
    ("one_time", "transfer"): "transfer",
    ("one_time", "virtual_account"): "virtual_account",
    ("one_time", "easy_pay:red"): "card.general",
    ("billing", "card"): "card.billing_key_in",
    ("key_in", "card"): "card.billing_key_in",
}
RATES = {
    "card.general": [Decimal("2.50"), Decimal("3.00"), Decimal("3.20")],
    "transfer": [Decimal("1.50"), Decimal("1.80")],
    "card.billing_key_in": [Decimal("3.20"), Decimal("3.50")],
}


class Contract(NamedTuple):
    """One gateway with one team of modules in one PortOne version."""

    gateway: str
    team: tuple[str, ...]
    version: str


def random_book(draw: random.Random) -> RuleBook:
    gateways, modules, support, fees, conditions = {}, {}, {}, {}, {}
    doubtful = draw.choice([0, 0.1, 0.4])
    for number in range(draw.randrange(1, 6)):
        gateway = f"g{number}"
        brand = "red" if draw.random() < 0.2 else None
        gateways[gateway] = Gateway(gateway, "easy_pay" if brand else "general", PAGE, brand=brand)
        names = ["new", "old"] if draw.random() < 0.3 else ["main"]
        names += ["side"] if draw.random() < 0.2 else []
        for name in names:
            module = f"{gateway}.{name}"
            modules[module] = Module(
                gateway=gateway,
                name=name,
                purpose="wallet" if name == "side" else "payment",
                portone=VERSIONS,
                portone_complete=True,
                sources=PAGE,
                complete=("one_time", "billing", "key_in") if draw.random() < 0.7 else (),
                replaces=f"{gateway}.old" if name == "new" else None,
            )
            support[module] = tuple(
                row._replace(conflict="doubt") if draw.random() < doubtful else row for row in random_rows(draw)
            )
        if draw.random() < 0.2:
            concerned = draw.choice([(), ("billing",), ("easy_pay",), ("transfer",), ("one_time:card",)])
            conditions[gateway] = (Condition("goods", "page", concerned, only_goods="physical"),)
        fees[gateway] = (FeeBlock(date(2025, 7, 14), "page", random_fees(draw)),)
    return RuleBook.of(
        {
            "sources": SourcesFile("sources", {"page": Source("page", "https://example.com", DAY)}),
            "conflicts": ConflictsFile("conflicts", {"doubt": Conflict("doubt", (Claim("page", "no"),), "none", "")}),
            "pg_methods": MethodsFile(
                "pg_methods",
                {"card": "카드", "transfer": "계좌이체", "virtual_account": "가상계좌"},
                {"red": "레드페이"},
                (),
                {},
                {},
                gateways,
                modules,
                support,
            ),
            "fees": FeesFile(
                "fees",
                Vat(Charge(Decimal(10), Decimal(10)), "page"),
                {tier: Tier(tier) for tier in ("micro", "small_1", "small_2", "small_3", "general")},
                "page",
                (ViaGateway("card", "tier", "page"),),
                {"red": ("card",)},
                (),
                (),
                {},
                {},
                fees,
            ),
            "industries": IndustriesFile("industries", {}, ()),
            "terms": TermsFile("terms", {}, {}, (), conditions, {}),
        }
    )


def random_rows(draw: random.Random) -> Iterator[Support]:
    density = draw.choice([0.3, 0.5, 0.8])
    for kind, method in PARTS:
        for version in VERSIONS:
            for style in ("window",) if kind == "one_time" else ("window", "api"):
                if draw.random() < density:
                    supported = draw.choice(["yes", "yes", "yes", "no", "unknown"])
                    yield Support(kind, (version,), style, (method,), supported, PAGE)


def random_fees(draw: random.Random) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, rates in RATES.items():
        if draw.random() < 0.85:
            rate = draw.choice(rates)
            found[key] = (("", Charge(rate, rate)),)
    if draw.random() < 0.85:
        found["virtual_account"] = (("", Charge(won=draw.choice([250, 300]))),)
    if draw.random() < 0.85:
        found["signup_fee"] = (("", Charge(won=draw.choice([0, 100_000, 150_000, 200_000]))),)
    return found


def random_requirements(draw: random.Random) -> Requirements:
    parts = draw.sample(list(PARTS), draw.randrange(2, len(PARTS) + 1))
    styles = [(kind, style) for kind in ("billing", "key_in") for style in ("window", "api") if draw.random() < 0.3]
    draw.shuffle(styles)
    some = draw.choice([1.0, draw.random()])  # sales of all that is asked for as often as of some of it
    return Requirements(
        methods=tuple(parts),
        styles=tuple(styles),
        portone=draw.choice([None, None, "v1", "v2"]),
        tier="general",
        goods=draw.choice([None, "physical", "digital"]),
        sales={part: draw.randrange(10**8) for part in parts if draw.random() < some},
        payments={part: draw.randrange(2000) for part in parts if draw.random() < some / 2},
        as_of=DAY,
    )


class World:
    """The definitions, read straight off one book and one set of answers; ``sure``: on undisputed rows alone."""

    def __init__(self, book: RuleBook, answers: Requirements, *, sure: bool = False) -> None:
        self.sure = sure
        self.book = book
        self.answers = answers
        self.needs = answers.needs()
        self.price = cache(self._price)
        self.can = cache(self._can)

    def contracts(self, version: str) -> list[Contract]:
        if self.answers.portone and version != self.answers.portone:
            return []
        found = []
        for gateway in self.book.pg_methods.gateways:
            names = [name for name in self.book.pg_methods.modules if name.startswith(f"{gateway}.")]
            for left_out in ("old", "new"):
                team = tuple(name for name in names if not name.endswith(f".{left_out}"))
                found.append(Contract(gateway, team, version))
        return list(dict.fromkeys(found))

    def _can(self, contract: Contract, need: Need) -> bool:
        return not self.closed(contract.gateway, need) and any(
            row.supported == "yes"
            and not (self.sure and row.conflict)
            and (row.type, row.methods) == (need.type, (need.method,))
            and contract.version in row.portone
            and need.style in (None, row.style)
            for name in contract.team
            for row in self.book.pg_methods.support[name]
        )

    def closed(self, gateway: str, need: Need) -> bool:
        """Whether the gateway takes only physical goods for this need, and something else is sold."""
        names = {need.type, need.method, f"{need.type}:{need.method}", "easy_pay" if need.brand else ""}
        return self.answers.goods == "digital" and any(
            not condition.concerns or names & set(condition.concerns)
            for condition in self.book.terms.conditions.get(gateway, ())
        )

    def quote(self, gateway: str, key: str) -> Charge | None:
        quote = self.book.fees.fees[gateway][0].rates.get(key)
        return quote[0][1] if quote else None

    def monthly(self, gateway: str, part: Part) -> int | None:
        """Won a month before VAT, or None where the sheet or the answers leave it open."""
        charge = self.quote(gateway, PARTS[part])
        sales, count = self.answers.sales.get(part), self.answers.payments.get(part)
        if charge is None or (charge.high and sales is None) or (charge.won and count is None):
            return None
        return rounded((sales or 0) * charge.high / 100) + charge.won * (count or 0)

    def given(self, part: Part) -> bool:
        return part in self.answers.sales or part in self.answers.payments

    @property
    def whole(self) -> bool:
        return all(map(self.given, self.answers.methods))

    def _price(self, gateway: str, parts: frozenset[Part], split: frozenset[Part]) -> tuple[int, int, Decimal]:
        """What carrying parts costs: how much is unknown, then won a year, then the sum of the rates.

        Won count only where they are those of everything; else rates are compared.
        """
        unknown, year, rates = 0, 0, Decimal(0)
        for part in parts:
            charge = self.quote(gateway, PARTS[part])
            monthly = self.monthly(gateway, part)
            given = self.whole and self.given(part)
            if given and monthly is not None and part not in split:
                year += 12 * monthly
            elif given or charge is None:
                unknown += 1
            else:
                rates += charge.high
        return unknown, year, rates

    def groups(self, *, apart: bool) -> list[tuple[Need, ...]]:
        """Needs that one contract must carry: a brand's; a part's styles, too, unless they may go ``apart``."""
        groups: dict[object, list[Need]] = {}
        for need in self.needs:
            groups.setdefault(need.brand or (need if apart else need.part), []).append(need)
        return [tuple(group) for group in groups.values()]

    def best(self, chosen: Sequence[Contract], *, apart: bool) -> tuple[int, int, Decimal] | None:
        """The least that a set of contracts can cost, or None if it leaves something open."""
        groups = self.groups(apart=apart)
        held = [need.part for group in groups for need in dict.fromkeys(need._replace(style=None) for need in group)]
        split = frozenset(part for part in held if held.count(part) > 1)
        total = (0, 0, Decimal(0))
        for group in groups:
            parts = frozenset(need.part for need in group)
            prices = [
                self.price(contract.gateway, parts, split)
                for contract in chosen
                if all(self.can(contract, need) for need in group)
            ]
            if not prices:
                return None
            total = plus(total, min(prices))
        for contract in chosen:
            fee = self.quote(contract.gateway, "signup_fee")
            total = plus(total, (1, 0, Decimal(0)) if fee is None else (0, fee.won, Decimal(0)))
        return total

    def fewest(self) -> tuple[int, bool, tuple[int, int, Decimal]] | None:
        """How many contracts are needed, whether styles had to go apart, and the least cost; None if none will do."""
        for apart in (False, True):
            for size in range(1, len(self.needs) + 1):
                costs = [
                    cost
                    for version in VERSIONS
                    for chosen in combinations(self.contracts(version), size)
                    if (cost := self.best(chosen, apart=apart)) is not None
                ]
                if costs:
                    return size, apart, min(costs)
        return None


def plus(one: tuple[int, int, Decimal], other: tuple[int, int, Decimal]) -> tuple[int, int, Decimal]:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2])


def rounded(amount: Decimal | int) -> int:
    return int(Decimal(amount).quantize(Decimal(1), ROUND_HALF_UP))


def check_figures(world: World, entry: Combination) -> None:
    """Recompute the figures of a set from who carries what."""
    carriers: dict[Part, set[str]] = {}
    for need, gateway in entry.assignment:
        carriers.setdefault(need.part, set()).add(gateway)
    # One part at two contracts: nobody said in which shares.
    several = {
        part
        for part in carriers
        if len({gateway for need, gateway in entry.assignment if need.part == part}) > 1
        or (len({need.style for need in world.needs if need.part == part}) > 1 and len(carriers[part]) > 1)
    }
    given = [part for part in carriers if world.given(part)]
    amounts = {part: None if part in several else world.monthly(next(iter(carriers[part])), part) for part in carriers}
    known = [amount for amount in amounts.values() if amount is not None]
    assert [line.part for line in counted(entry.lines)] == [part for part in carriers if amounts[part] is not None]
    assert [line.part for line in missing(entry.lines)] == [part for part in carriers if amounts[part] is None]
    assert entry.known == (Amount(sum(known), sum(known)) if given and known else None)
    assert entry.monthly == (entry.known if len(known) == len(amounts) else None)
    fees = [world.quote(gateway, "signup_fee") for gateway in entry.gateways]
    assert entry.signup == (None if None in fees else sum(fee.won for fee in fees if fee))
    if entry.monthly is None or entry.signup is None:
        assert entry.first_year is None
    else:
        year = rounded((12 * entry.monthly.min + entry.signup) * Decimal("1.1"))
        assert entry.first_year == Amount(year, year)


def check_fewest(world: World, selection: Selection) -> None:
    expected = world.fewest()
    if expected is None:
        assert selection.combinations == ()
        return
    size, apart, cost = expected
    assert selection.combinations
    sets = plain_sets(selection)
    for entry in sets:
        assert len(entry.gateways) == size
        assert {need for need, _ in entry.assignment} == set(world.needs)
        fitting = [
            chosen
            for chosen in combinations(world.contracts(entry.version), size)
            if tuple(contract.gateway for contract in chosen) == entry.gateways
            and world.best(chosen, apart=apart) is not None
        ]
        assert fitting
        for group in world.groups(apart=apart):
            assert len({gateway for need, gateway in entry.assignment if need in group}) == 1
        check_figures(world, entry)
    first = selection.combinations[0]
    costs = [
        world.best(chosen, apart=apart)
        for chosen in combinations(world.contracts(first.version), size)
        if tuple(contract.gateway for contract in chosen) == first.gateways
    ]
    assert cost in costs
    assert len({(entry.gateways, entry.confidence) for entry in sets}) == len(sets)


def plain_sets(selection: Selection) -> list[Combination]:
    """The sets that are offered for what they cost: those before the ones that are offered for being sure."""
    first = selection.recommended or next(iter(selection.combinations), None)
    if first is None or first.confidence == "confirmed":
        return list(selection.combinations)
    if selection.qualified:
        return [entry for entry in selection.combinations if entry.saves_first_year]
    return [entry for entry in selection.combinations if entry.confidence == "disputed"]


def check_sure(world: World, selection: Selection) -> None:
    """Beside what is disputed stands the smallest set that is not, if there is one, and says what it spares."""
    first = selection.recommended or next(iter(selection.combinations), None)
    if first is None or first.confidence == "confirmed":
        assert all(not entry.spares for entry in selection.combinations)
        return
    sure = [entry for entry in selection.combinations if entry.confidence == "confirmed"]
    for entry in sure:
        assert entry.conflicts == ()
        assert entry.spares == first.conflicts != ()
        for need, gateway in entry.assignment:
            contracts = [contract for contract in world.contracts(entry.version) if contract.gateway == gateway]
            assert any(world.can(contract, need) for contract in contracts)
        check_figures(world, entry)
    expected = world.fewest()
    smallest = min((len(entry.gateways) for entry in sure), default=None)
    assert smallest == (expected[0] if expected else None)


def check_pairs(world: World, selection: Selection) -> None:
    assert selection.by_cost == world.whole
    single = next((entry.cost.first_year for entry in selection.qualified if entry.cost.first_year), None)
    savings = []
    for version in VERSIONS:
        for chosen in combinations(world.contracts(version), 2):
            cost = world.best(chosen, apart=False)
            if single is not None and cost is not None and cost[0] == 0:
                savings.append(single.min - rounded(cost[1] * Decimal("1.1")))
    best = max(savings, default=0)
    pairs = plain_sets(selection)
    shown = [entry.saves_first_year or 0 for entry in pairs]
    assert shown == sorted(shown, reverse=True)
    assert (shown[0] if shown else 0) == max(best, 0)
    for entry in pairs:
        assert len(entry.gateways) == 2
        assert entry.first_year is not None
        assert single is not None
        assert entry.saves_first_year == single.min - entry.first_year.min > 0
        check_figures(world, entry)


@settings(max_examples=800)
@given(st.integers(0, 2**32))
def test_no_smaller_or_cheaper_set_of_contracts_is_missed(seed: int) -> None:
    draw = random.Random(seed)
    book, answers = random_book(draw), random_requirements(draw)
    world, selection = World(book, answers), select(book, answers)
    alone = {
        contract.gateway
        for version in VERSIONS
        for contract in world.contracts(version)
        if all(world.can(contract, need) for need in world.needs)
    }
    assert {entry.gateway for entry in selection.qualified} == alone
    if len(world.needs) < 2:
        assert selection.combinations == ()
    elif alone:
        check_pairs(world, selection)
    else:
        check_fewest(world, selection)
    if len(world.needs) > 1:
        check_sure(World(book, answers, sure=True), selection)
