"""The shape of ``glossary.yaml``: what the words on the screens mean."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import Id, SourceId, Text


class Word(NamedTuple):
    """A word: what it ``means``, None: no page explains it, and ``where`` it stands is told instead.

    ``also`` are other words for the same, English ones too.
    """

    name: Text
    sources: tuple[SourceId, ...]
    also: tuple[Text, ...] = ()
    means: Text | None = None
    where: Text | None = None


class GlossaryFile(NamedTuple):
    """``glossary.yaml``: the words that stand on the screens."""

    kind: Literal["glossary"]
    words: dict[Id, Word]
