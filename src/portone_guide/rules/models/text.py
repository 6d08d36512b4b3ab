"""The shape of ``texts.yaml``: sentences that many rows say, so that each stands once."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import Id, Text


class TextsFile(NamedTuple):
    """``texts.yaml``: a row of any file that says one of them writes its name, ``=name``."""

    kind: Literal["texts"]
    texts: dict[Id, Text]
