"""Every source page with its age."""

from datetime import date

from portone_guide.facts.rules.answer import SourceList
from portone_guide.facts.source_ages import oldest_first
from portone_guide.gateways.page_age import OLD_AFTER_DAYS
from portone_guide.rules.book import RuleBook


def sources(book: RuleBook, on: date) -> SourceList:
    """Return every source page with its age on a day."""
    return SourceList(on, OLD_AFTER_DAYS, oldest_first(book.sources, on))
