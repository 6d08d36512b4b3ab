"""An answer as a document that is handed around: of which day it is, what was asked, and all that was answered."""

from collections.abc import Sequence
from datetime import date

from portone_guide.needs.question import Option
from portone_guide.shell import words
from portone_guide.terminal.blocks import Bullets, Page, Part, Screen, Section, Text, document


def answer_document(title: str, page: Page, on: date | None, asked: Sequence[Option] = ()) -> Screen:
    """Return an answer under a title; ``asked`` are the questions with their answers in words."""
    return document(title, told_page(title, page, on, asked))


def told_page(title: str, page: Page, on: date | None, asked: Sequence[Option] = ()) -> Page:
    """Return an answer that says of which day it is and what was asked; its title stands above it, and not in it."""
    day = (Part((Text(words.of_day(on), "dim"),)),) if on else ()
    first = tuple(part._replace(blocks=_without(title, part.blocks)) for part in page.first)
    told = (Section("asked", words.ASKED, (Bullets(tuple(line.label for line in asked)),)),) if asked else ()
    return page._replace(first=(*day, *first), sections=(*told, *page.sections))


def _without(title: str, blocks: Screen) -> Screen:
    return tuple(block for block in blocks if not (isinstance(block, Text) and block.text == title))
