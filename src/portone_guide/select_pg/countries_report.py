"""What buyers of a country pay with, as JSON."""

from typing import TypedDict

from portone_guide.rules.json_types import Urls
from portone_guide.select_pg.answer import Selection


class BuyersPayReport(TypedDict):
    """A method of a country; ``gateways`` take it from this merchant, none: of none that is known."""

    method: str
    name: str
    gateways: list[str]
    notes: list[str]
    sources: Urls


class BuyersReport(TypedDict):
    """The buyers of a country; no ``methods``: no page says what they pay with."""

    country: str
    name: str
    methods: list[BuyersPayReport]
    notes: list[str]


def buyers_report(selection: Selection) -> list[BuyersReport]:
    """Return what buyers of each country that was named pay with."""
    return [
        {
            "country": buyers.country,
            "name": buyers.name,
            "methods": [
                {
                    "method": entry.method,
                    "name": entry.name,
                    "gateways": list(entry.gateways),
                    "notes": list(entry.notes),
                    "sources": selection.named.urls(entry.sources),
                }
                for entry in buyers.methods
            ],
            "notes": [note.text for note in buyers.notes],
        }
        for buyers in selection.buyers
    ]
