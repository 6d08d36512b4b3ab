"""What buyers of a country pay with, as pages say, and which gateways take that from this merchant."""

from collections.abc import Iterator
from typing import NamedTuple

from portone_guide.gateways.barriers import against
from portone_guide.gateways.versions import Coverage
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.source import Note
from portone_guide.rules.models.term import Country


class BuyersPay(NamedTuple):
    """A method that buyers of a country use; ``gateways`` take it from this merchant (none: none is known to).

    ``wanted``: the merchant asked for it. ``notes`` are what pages add.
    """

    method: str
    name: str
    gateways: tuple[str, ...]
    wanted: bool
    notes: tuple[str, ...]
    sources: tuple[str, ...]


class Buyers(NamedTuple):
    """A country's buyers; no ``methods``: no page says what they pay with."""

    country: str
    name: str
    methods: tuple[BuyersPay, ...]
    notes: tuple[Note, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Every page that this rests on."""
        return (*(page for method in self.methods for page in method.sources), *(note.source for note in self.notes))


def buyers(book: RuleBook, answers: Requirements) -> tuple[Buyers, ...]:
    """Return what buyers of the countries that were named pay with."""
    found = {name: book.terms.countries[name] for name in answers.countries}
    return tuple(
        Buyers(name, country.name, tuple(_methods(book, answers, country)), country.notes)
        for name, country in found.items()
    )


def _methods(book: RuleBook, answers: Requirements, country: Country) -> Iterator[BuyersPay]:
    wanted = {method for kind, method in answers.methods if kind == "overseas"}
    for method in dict.fromkeys(method for row in country.rows for method in row.methods):
        rows = [row for row in country.rows if method in row.methods]
        gateways = tuple(_gateways(book, answers, Need("overseas", method)))
        pages = (row.source for row in rows)
        notes = (row.note for row in rows if row.note)
        name = book.pg_methods.overseas[method]
        yield BuyersPay(method, name, gateways, method in wanted, tuple(notes), tuple(dict.fromkeys(pages)))


def _gateways(book: RuleBook, answers: Requirements, need: Need) -> Iterator[str]:
    coverage = Coverage(book, answers)
    if not coverage.versions():
        return
    for gateway in book.pg_methods.gateways:
        if coverage.fits(gateway, (need,))[0].complete and not tuple(against(book, answers, gateway, (need,))):
            yield gateway
