"""Copies of documents for the tests of ``rules drift``: pages of our own, in either layout."""

from collections.abc import Mapping
from pathlib import Path

from portone_guide.facts.rules.drift.answer import Change, Drift
from portone_guide.facts.rules.drift.citations import citations_in
from portone_guide.facts.rules.drift.decide import Facts, drift, sources_by_page
from portone_guide.facts.rules.drift.folder import read_folders
from portone_guide.facts.rules.drift.lock import dump_lock, load_lock
from portone_guide.facts.rules.drift.meaning import Meanings
from portone_guide.facts.rules.drift.name_finder import NameFinder
from portone_guide.facts.rules.drift.names import names_of
from portone_guide.facts.rules.drift.pages import Copy
from portone_guide.rules.reading.yaml_text import parse
from support import shipped

FEES = "help/pricing/fees.md"
CHANNELS = "help/channels/danal.md"
SOURCES = {
    "help/fees": "https://help.portone.io/content/fees",
    "help/danal": "https://help.portone.io/content/danal",
    "opi/ko/pay": "https://developers.portone.io/opi/ko/pay",
    "schema/v2.openapi": "https://developers.portone.io/schema/v2.openapi.yml",
}
RULES = """\
kind: fees
fees:
  kcp:
    - source: help/fees
      rates:
        signup_fee: 200000 KRW
        card.general: 3.20%
  danal:
    - source: help/fees
      rates:
        signup_fee: 200000 KRW
        card.general: 3.20%
test:
  danal.main:
    - purpose: 결제창 일반결제
      merchant_id: testmall01
      source: help/danal
samples:
  danal.main:
    - params: {payMethod: CARD}
      source: opi/ko/pay
    - codes: [PAY_TO_ALL]
      source: schema/v2.openapi
"""


def write(folder: Path, pages: Mapping[str, str | bytes]) -> Path:
    """Write pages into a folder."""
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def copy_of(folder: Path) -> Copy:
    return read_folders((folder,), names_of(shipped().pg_methods))


def facts_of(rules: str = RULES, sources: Mapping[str, str] = SOURCES) -> Facts:
    names = names_of(shipped().pg_methods)
    documents = [parse(rules.encode(), "data/rules.yaml")]
    return Facts(
        citations_in(documents, frozenset(sources), NameFinder(names), Meanings(names)), sources_by_page(dict(sources))
    )


def drift_between(
    folder: Path, old: Mapping[str, str | bytes], new: Mapping[str, str | bytes], rules: str = RULES
) -> Drift:
    """Return what ``rules drift`` finds between two copies, the old one kept as a lock."""
    lock = load_lock(dump_lock(copy_of(write(folder / "old", old))))
    return drift(lock, copy_of(write(folder / "new", new)), facts_of(rules))


def changes_between(
    folder: Path, old: Mapping[str, str | bytes], new: Mapping[str, str | bytes], rules: str = RULES
) -> tuple[Change, ...]:
    return drift_between(folder, old, new, rules).changes
