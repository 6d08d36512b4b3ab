"""What ``select-pg`` asks after its answer: which of the contracts to go on with."""

from portone_guide.needs.question import UNKNOWN, Option
from portone_guide.rules.book import RuleBook
from portone_guide.select_pg.answer import Selection


def contract_options(selection: Selection, book: RuleBook) -> tuple[Option, ...]:
    """Return the contracts that a merchant can go on with: single gateways, then sets, then none yet."""
    names = {gateway: facts.name for gateway, facts in book.pg_methods.gateways.items()}
    best = selection.recommended
    ordered = sorted(selection.qualified, key=lambda entry: entry is not best)
    singles = [Option(entry.gateway, names[entry.gateway]) for entry in ordered]
    sets = [
        Option("+".join(entry.gateways), " + ".join(names[gateway] for gateway in entry.gateways))
        for entry in selection.combinations
    ]
    found = (*sets, *singles) if not singles else (*singles, *sets)
    return (*found, Option(UNKNOWN, "아직 정하지 않음")) if found else ()


def chosen_gateways(choice: str) -> tuple[str, ...]:
    """Return the gateways of a picked contract option; none if it was left open."""
    return () if choice == UNKNOWN else tuple(choice.split("+"))
