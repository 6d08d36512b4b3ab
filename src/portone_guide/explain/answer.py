"""What ``explain`` answers: words, each with what it means or where it stands, and the pages that say so."""

from typing import NamedTuple

from portone_guide.gateways.references import References
from portone_guide.rules.models.glossary import Word


class Explained(NamedTuple):
    """The words that were asked for, by id; ``everything``: all that there are."""

    words: dict[str, Word]
    everything: bool
    named: References
