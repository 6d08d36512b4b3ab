"""The answer of ``explain`` as data."""

from typing import Literal, TypedDict

from portone_guide.explain.answer import Explained
from portone_guide.rules.json_types import DayText, NotEmpty


class WordSourceReport(TypedDict):
    """A page that explains a word; ``checked``: the day of its content."""

    title: NotEmpty
    url: NotEmpty
    checked: DayText


class WordReport(TypedDict):
    """A word of the screens."""

    id: str
    name: NotEmpty
    also: list[str]
    """Other words for the same."""
    means: str | None
    """What it means; null: no page explains it."""
    where: str | None
    """Where it stands or matters; null: nothing more is to say."""
    sources: list[WordSourceReport]


class ExplainReport(TypedDict):
    """``explain --json``: the word that was asked for, or all."""

    schema_version: Literal[1]
    words: list[WordReport]


def explain_report(found: Explained) -> ExplainReport:
    """Return the words as one object."""
    return {
        "schema_version": 1,
        "words": [
            {
                "id": name,
                "name": word.name,
                "also": list(word.also),
                "means": word.means,
                "where": word.where,
                "sources": [
                    {"title": page.title, "url": page.url, "checked": page.checked.isoformat()}
                    for page in (found.named.pages[source] for source in word.sources)
                ],
            }
            for name, word in found.words.items()
        ],
    }
