"""What ``select-pg`` asks after its answer: which of the contracts to go on with."""

from typing import Final

from portone_guide.needs.question import UNKNOWN, Option
from portone_guide.select_pg.answer import Selection

UNDECIDED: Final = "아직 정하지 않음"


def contract_options(selection: Selection) -> tuple[Option, ...]:
    """Return the contracts that a merchant can go on with: single gateways, then sets, then none yet."""
    name = selection.named.name
    ordered = sorted(selection.qualified, key=lambda entry: entry is not selection.recommended)
    singles = [Option(entry.gateway, name(entry.gateway)) for entry in ordered]
    several = dict.fromkeys(entry.gateways for entry in selection.combinations)
    sets = [Option("+".join(gateways), " + ".join(map(name, gateways))) for gateways in several]
    found = (*sets, *singles) if not singles else (*singles, *sets)
    return (*found, Option(UNKNOWN, UNDECIDED)) if found else ()


def chosen_gateways(choice: str) -> tuple[str, ...]:
    """Return the gateways of a picked contract option; none if it was left open."""
    return () if choice == UNKNOWN else tuple(choice.split("+"))


def carrying(selection: Selection, gateways: tuple[str, ...]) -> list[str]:
    """Return which gateway of a set carries what, as answers say it; nothing for one that carries all."""
    sets = [entry for entry in selection.combinations if entry.gateways == gateways]
    return [f"{gateway}={need.key}" for entry in sets[:1] for need, gateway in entry.assignment]
