"""An answer as a document that is handed around: of which day it is, what was asked, and all that was answered."""

from datetime import date

from portone_guide.needs.flow import summary
from portone_guide.needs.question import Answers, Flow
from portone_guide.rules.book import RuleBook
from portone_guide.shell import words
from portone_guide.terminal.blocks import Bullets, Page, Part, Screen, Section, Text, document

Asked = tuple[Flow, Answers, RuleBook]
"""The questions of a command and what was answered to them."""


def answer_document(title: str, page: Page, on: date | None, asked: Asked) -> Screen:
    """Return an answer under a title, with its day and what was asked."""
    day = (Part((Text(words.of_day(on), "dim"),)),) if on else ()
    first = tuple(part._replace(blocks=_without(title, part.blocks)) for part in page.first)
    lines = tuple(line.label for line in summary(*asked))
    told = (Section("asked", words.ASKED, (Bullets(lines),)),) if lines else ()
    return document(title, page._replace(first=(*day, *first), sections=(*told, *page.sections)))


def _without(title: str, blocks: Screen) -> Screen:
    """Leave out what says again what stands above it."""
    return tuple(block for block in blocks if not (isinstance(block, Text) and block.text == title))
