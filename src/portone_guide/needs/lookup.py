"""What somebody means who types a name: an id, or what people call it. One lookup for everything that has names."""

import re
from collections.abc import Iterable, Iterator, Mapping

from portone_guide.rules.spelling import folded

Called = Mapping[str, Iterable[str]]
"""By id: all that people call it."""


def meant(typed: str, called: Called) -> tuple[str, ...]:
    """Return the ids that a text can mean: the one that it is, or all that go by it.

    Case, blanks and marks don't count. Nothing is guessed: a beginning of a name is no name.
    """
    if typed in called:
        return (typed,)
    wanted = folded(typed)
    return tuple(name for name, texts in called.items() if any(wanted in forms(text) for text in (name, *texts)))


def near(typed: str, called: Called, *, most: int = 3, alike: float = 0.5) -> tuple[str, ...]:
    """Return the ids whose names hold a text or are spelled most like it."""
    wanted = folded(typed)
    spelled = [(form, name) for name, texts in called.items() for text in (name, *texts) for form in forms(text)]
    holding = [name for form, name in spelled if wanted and wanted in form]
    alike_ = nearest(wanted, [form for form, _ in spelled], most=most, alike=alike)
    return tuple(dict.fromkeys([*holding, *(name for one in alike_ for form, name in spelled if form == one)]))[:most]


def nearest(typed: str, names: Iterable[str], *, most: int = 3, alike: float = 0.5) -> tuple[str, ...]:
    """Return the ``most`` names that are spelled most like it; none where none is ``alike`` (0 to 1) enough."""
    from difflib import get_close_matches

    return tuple(get_close_matches(typed, list(names), most, alike))


def forms(name: str) -> Iterator[str]:
    """Yield the ways to write a name: whole, without or within its brackets, and each of several between slashes."""
    bare = re.sub(r"\([^()]*\)", "", name)
    yield from {folded(part) for part in (name, bare, *bare.split("/"), *re.findall(r"\(([^()]*)\)", name)) if part}
