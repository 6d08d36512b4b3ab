"""Where a shop is built, by any name that the files know: a kind of platform, or a builder of shops by its own name."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from portone_guide.needs.lookup import nearest
from portone_guide.needs.question import Answers, Option, Reading, texts_of
from portone_guide.needs.reading import Naming, WrongValueError
from portone_guide.needs.reason import because
from portone_guide.needs.words import other_place
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PlatformId
from portone_guide.rules.models.term import TermsFile

PLATFORM_ID: Final = "platform"


class Place(NamedTuple):
    """Where a shop is built; ``builder`` is who hosts it, None: it has no name here."""

    platform: PlatformId
    builder: str | None = None


def find_place(text: str, file: TermsFile) -> Place:
    """Return the place of an id, a name or an alias; case and spaces don't matter.

    :raises WrongValueError: no place goes by that name; those that may be meant are told.
    """
    for name, place in _names(file):
        if _folded(name) == _folded(text):
            return place
    known = (*file.platforms, *file.builders)
    spelled = {name: place.builder or place.platform for name, place in _names(file)}
    near = dict.fromkeys(spelled[name] for name in nearest(text, spelled))
    raise WrongValueError(because("unknown_name", name=text, near=tuple(near), names=known))


def place_of(answers: Answers, book: RuleBook) -> Place | None:
    """Return the place that answers name; None also where nobody can tell which it is."""
    texts = texts_of(answers, PLATFORM_ID)
    try:
        return find_place(texts[0], book.terms) if texts else None
    except WrongValueError:
        return None


def hosted_place(answers: Answers, book: RuleBook) -> bool:
    """Whether the shop signs through the company that hosts it, so that nothing else decides the answer."""
    place = place_of(answers, book)
    return place is not None and book.terms.platforms[place.platform].through_host_only


def places_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Return where a shop can be built: builders by name stand before those without."""
    file = book.terms
    hosted = [name for name, platform in file.platforms.items() if platform.through_host_only]
    own = [Option(name, platform.name) for name, platform in file.platforms.items() if name not in hosted]
    builders = [Option(name, builder.name) for name, builder in file.builders.items()]
    return (*own, *builders, *(Option(name, other_place(file.platforms[name].name)) for name in hosted))


class _Places(Naming):
    def __call__(self, texts: Sequence[str], reading: Reading) -> Place | None:
        return find_place(texts[0], reading.book.terms) if texts else None

    def names(self, book: RuleBook) -> Iterable[str]:
        return {option.value: option.label for option in places_options({}, book)}


place = _Places()
"""Read where a shop is built."""


def _folded(text: str) -> str:
    return "".join(text.casefold().split())


def _names(file: TermsFile) -> Iterator[tuple[str, Place]]:
    for name, platform in file.platforms.items():
        for text in (name, platform.name, *platform.aliases):
            yield text, Place(name)
    for hosting, builder in file.builders.items():
        for text in (hosting, builder.name, *builder.aliases):
            yield text, Place(builder.platform, hosting)
