"""The shape of ``sources.yaml`` and ``conflicts.yaml``, and the note that other rule files share.

Rows of rule files are named tuples: immutable, and cheap enough to define that a command which reads
them from the cache starts as fast as Typer does. One module a rule file: a command pays for what it reads.
"""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import ClaimedId, FactDay, Id, SourceId, Text, Url
from portone_guide.rules.models.scope import Scope


class Source(NamedTuple):
    """A page that facts come from. ``checked`` is the last day of which its content is known: no day of a mirror."""

    title: Text
    url: Url
    checked: FactDay
    published: FactDay | None = None


class Claim(NamedTuple):
    """What one page says in a conflict."""

    source: SourceId
    says: Text


Place = Literal["support", "fees", "channels", "contract", "merchant_id", "platform", "code"]
"""What a conflict is about where no row names it: the commands that answer about that tell it."""


class Conflict(NamedTuple):
    """Two or more pages that disagree, and which one is used (``none``: neither).

    Rows that rest on it name it; ``at`` says where it belongs if none does, and ``scope`` whom it then concerns. Its
    own name begins with the gateway's.
    """

    about: Text
    claims: tuple[Claim, ...]
    used: ClaimedId
    why: Text
    at: Place | None = None
    scope: Scope = Scope()


class Note(NamedTuple):
    """A short fact worth telling, with its page."""

    text: Text
    source: SourceId


class ConflictsFile(NamedTuple):
    """``conflicts.yaml``: every place where pages disagree."""

    kind: Literal["conflicts"]
    conflicts: dict[Id, Conflict]


class SourcesFile(NamedTuple):
    """``sources.yaml``: every page that a fact names."""

    kind: Literal["sources"]
    sources: dict[Id, Source]
