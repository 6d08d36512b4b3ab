"""What is different in a schema of an API, of which a lock keeps only hashes."""

from collections.abc import Iterator, Mapping, Sequence

from portone_guide.facts.rules.drift.citations import Citation
from portone_guide.facts.rules.drift.diff import Difference
from portone_guide.facts.rules.drift.lock import TOKEN_HASH
from portone_guide.facts.rules.drift.pages import Page, Section
from portone_guide.facts.rules.drift.pieces import hash_of

_NONE = Section((), "", ())


def schema_differences(old: Page, new: Page, cited: Sequence[Citation]) -> Iterator[Difference]:
    """Yield the values that came, and those that went and stand in a rule file."""
    known = {value for citation in cited for leaf in citation.leaves for value in leaf.values if value.isascii()}
    by_hash = {hash_of(value, TOKEN_HASH): value for value in known}
    before = {section.path: section for section in old.sections}
    after = {section.path: section for section in new.sections}
    for path in dict.fromkeys([*before, *after]):
        was, now = before.get(path, _NONE), after.get(path, _NONE)
        if was.hash != now.hash:
            yield from _of_section(was, now, by_hash)


def _of_section(was: Section, now: Section, by_hash: Mapping[str, str]) -> Iterator[Difference]:
    tokens = {hash_of(token, TOKEN_HASH): token for piece in now.pieces for token in piece.tokens}
    ours = {piece.hash for piece in was.pieces}
    gone = [by_hash[hashed] for hashed in sorted(ours - tokens.keys()) if hashed in by_hash]
    come = [token for hashed, token in tokens.items() if hashed not in ours]
    name = (now if now.path else was).name
    texts = tuple(piece.text for piece in now.pieces if set(piece.tokens) & set(come)) if come else ()
    if gone or come or ours - tokens.keys():
        unknown = () if gone or come else ("",)  # something went, and no rule row holds it
        yield Difference(name, "", tuple(gone) or unknown, tuple(come), texts=texts)
    else:
        yield Difference(name, "", (), (), texts=tuple(piece.text for piece in now.pieces))
