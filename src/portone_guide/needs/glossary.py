"""The words of the screens: which one somebody means, and which stand in a text."""

from portone_guide.needs.lookup import meant, near
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.reason import because
from portone_guide.rules.models.glossary import GlossaryFile, Word

_SHORTEST = 2


def find_word(text: str, file: GlossaryFile) -> str:
    """Return the id of a word by any of its names.

    :raises WrongValueError: there is no such word; the nearest ones are told.
    """
    called = {name: (word.name, *word.also) for name, word in file.words.items()}
    found = meant(text, called)
    if len(found) == 1:
        return found[0]
    told = tuple(file.words[name].name for name in found or near(text, called, most=4))
    raise WrongValueError(because("unknown_word", text=text, near=told))


def words_in(text: str, file: GlossaryFile) -> list[Word]:
    """Return the words that stand in a text, in the order of the glossary."""
    return [word for word in file.words.values() if any(_stands(name, text) for name in (word.name, *word.also))]


def in_short(word: Word) -> str:
    """Return the first sentence of what a word means, or of where it stands."""
    return f"{(word.means or word.where or '').partition('. ')[0]}."


def _stands(name: str, text: str) -> bool:
    """Tell whether a name stands in a text; small letters of English, and names of a letter, are not looked for."""
    bare = name.partition("(")[0]
    return len(bare) >= _SHORTEST and not bare.islower() and bare in text
