"""What is wrong with rule files, or what they hold."""

from collections.abc import Sequence
from pathlib import Path

from portone_guide.facts.rules.answer import Checked, Counts
from portone_guide.gateways.missing_facts import missing_facts
from portone_guide.rules.book import RuleBook
from portone_guide.rules.errors import RuleFileError
from portone_guide.rules.loader import load


def check(files: Sequence[str]) -> Checked:
    """Check files (or folders of them) in place of the shipped ones of their kind; every mistake is found at once."""
    try:
        book = load(*map(Path, files))
    except RuleFileError as error:
        return Checked(tuple(files), tuple(error.problems), None)
    return Checked(tuple(files), (), _counts(book), tuple(missing_facts(book)))


def _counts(book: RuleBook) -> Counts:
    file = book.pg_methods
    return Counts(
        gateways=len(file.gateways),
        modules=len(file.modules),
        support=sum(len(rows) for rows in file.support.values()),
        fees=sum(len(block.rates) for blocks in book.fees.fees.values() for block in blocks),
        conflicts=len(book.conflicts.conflicts),
        sources=len(book.sources.sources),
    )
