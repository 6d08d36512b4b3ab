"""Why, as a code with its facts: what decisions give, and ``words`` make sentences of."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple


class Reason(NamedTuple):
    """A reason, warning, caution, unknown or problem, with what it rests on.

    ``code`` says exactly which sentence it is (``unknown.support``); ``facts`` are the values in that sentence;
    ``sources`` and ``conflicts`` are ids of the rule files.
    """

    code: str
    facts: tuple[tuple[str, Any], ...] = ()
    sources: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The family of the code, which scripts see: ``unknown`` of ``unknown.support``."""
        return self.code.partition(".")[0]


Sentences = Mapping[str, Callable[..., str]]
"""For each code a function of its facts that makes the sentence."""


def because(code: str, *, sources: Iterable[str] = (), conflicts: Iterable[str] = (), **facts: Any) -> Reason:
    """Return a reason with its facts by name."""
    return Reason(code, tuple(facts.items()), tuple(sources), tuple(conflicts))


def sentence(reason: Reason, sentences: Sentences) -> str:
    """Return the sentence of a reason.

    :raises KeyError: no sentence has its code.
    """
    return sentences[reason.code](**dict(reason.facts))
