"""The answer of ``fees``."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from portone_guide.facts.answer import RateBasis, RateRow, SourceAge

SortKey = Literal["card", "billing", "transfer", "virtual_account", "mobile", "signup", "name"]


class FeeTable(NamedTuple):
    """Every gateway's rates, sorted by one of them, and the pages that they come from, by id."""

    basis: RateBasis
    sort: SortKey
    with_vat: bool
    rows: tuple[RateRow, ...]
    pages: Mapping[str, SourceAge]
