"""The answer of ``rules drift``: what changed in the documents, and which facts rest on it."""

from typing import Literal, NamedTuple

ChangeKind = Literal["value_gone", "value_new", "wording", "page_gone", "page_new", "renamed"]
UnreadReason = Literal["no_file", "too_large", "binary", "encoding", "denied"]
Harm = Literal["money", "ids", "support", "procedure", "words"]


class Fact(NamedTuple):
    """A value in a rule file: where it stands and what it says."""

    file: str
    line: int
    what: str


class Change(NamedTuple):
    """One change. ``pages`` are the pages of a new name, which is one change on all of them."""

    source: str
    section: str
    kind: ChangeKind
    harm: Harm
    facts: tuple[Fact, ...]
    old: str | None
    new: str | None
    pages: tuple[str, ...] = ()


class Unread(NamedTuple):
    """A file that could not be read, and why."""

    file: str
    reason: UnreadReason


class Drift(NamedTuple):
    """What a copy of the documents means for the facts.

    ``citations`` counts the rows' sources, ``read_again`` those whose value changed; ``missing_areas`` are the parts of
    the documents that the lock has and the copy does not: nothing is said of them.
    """

    changes: tuple[Change, ...]
    compared: int
    citations: int
    read_again: int
    missing_areas: tuple[str, ...]
    unread: tuple[Unread, ...]
