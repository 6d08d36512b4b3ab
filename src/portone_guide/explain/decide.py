"""Which words are explained."""

from portone_guide.explain.answer import Explained
from portone_guide.gateways.references import references
from portone_guide.needs.glossary import find_word
from portone_guide.rules.book import RuleBook


def explained(book: RuleBook, text: str | None) -> Explained:
    """Return the word that a text names; None: all words.

    :raises WrongValueError: there is no such word.
    """
    file = book.glossary
    words = file.words if text is None else {(name := find_word(text, file)): file.words[name]}
    sources = [source for word in words.values() for source in word.sources]
    return Explained(words, text is None, references(book, sources=sources))
