"""Where pages disagree, as people read it."""

from collections.abc import Iterable

from portone_guide.gateways.page_words import claim_line
from portone_guide.gateways.references import References

DISPUTED = "출처가 어긋나는 것"


def dispute_lines(named: References, disputes: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return for each dispute what it is about, what each page says, and how it is read."""
    return tuple(
        (
            dispute.about,
            *(claim_line(named, claim) for claim in dispute.claims),
            f"이렇게 읽음: {dispute.why}",
        )
        for dispute in (named.disputes[name] for name in dict.fromkeys(disputes))
    )


def dispute_line(named: References, disputes: Iterable[str]) -> str:
    """Return what disputes are about, in one line."""
    return f"{DISPUTED}: {', '.join(named.disputes[name].about for name in dict.fromkeys(disputes))}"


def short_dispute_lines(named: References, disputes: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return for each dispute what it is about and how it is read, where there is no room for every claim."""
    return tuple((about, read) for about, *_, read in dispute_lines(named, disputes))
