"""What the rules judge with: the tree, the payment calls in it, what the rule files say, and what the merchant said."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final, NamedTuple

from portone_guide.code.project import Project
from portone_guide.code.source import Source
from portone_guide.go_live.requests import Request, loose_objects, requests_in
from portone_guide.needs.reason import Reason
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.go_live import GoLiveFile, Level

_PAYMENT: Final = (
    *("iamport", "portone", "imp_", "imp.", "impuid", "request_pay", "merchant_uid", "merchantuid"),
    *("channel-key", "channelkey", "channel_key", "whsec_", "payment_id", "paymentid"),
)
"""Words of which a file that has to do with payments has one, in small letters."""


class Said(NamedTuple):
    """What the merchant said; nothing where it is open."""

    portone: PortOneVersion | None = None
    gateways: tuple[str, ...] = ()
    merchant_id: str | None = None
    pc_only: bool = False
    app: bool = False


class Seen(NamedTuple):
    """Where a rule holds: a place of a file and what stands there.

    ``level`` is another than the row's where less is sure; ``end`` None: to the end of the line; ``secret``: never
    show the text.
    """

    rule: str
    source: Source
    start: int
    end: int | None = None
    level: Level | None = None
    detail: Reason | None = None
    secret: bool = False


class Case:
    """One run."""

    def __init__(self, book: RuleBook, project: Project, said: Said) -> None:
        self.book = book
        self.project = project
        self.said = said

    @property
    def rows(self) -> GoLiveFile:
        """The rule file."""
        return self.book.go_live

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The files that say something about payments."""
        return tuple(source for source in self.project.sources.values() if self.speaks_of_payments(source))

    def speaks_of_payments(self, source: Source) -> bool:
        """Tell whether a file says anything about payments."""
        text = source.text.lower()
        if any(word in text for word in _PAYMENT):
            return True
        return source.language == "config" and any(name in source.text for name in self.test_ids)

    @cached_property
    def requests(self) -> tuple[Request, ...]:
        """Every call that opens a window, of the whole tree, in the order of the files."""
        return tuple(request for source in self.sources for request in requests_in(self.project, source))

    @cached_property
    def loose(self) -> tuple[Request, ...]:
        """Objects that look like the request of such a call and were not reached from one."""
        return tuple(loose for source in self.sources for loose in loose_objects(source, self.requests))

    @cached_property
    def test_ids(self) -> frozenset[str]:
        """Every shared test merchant id."""
        rows = (row for rows in self.book.channels.test.values() for row in rows)
        return frozenset(row.merchant_id for row in rows if row.merchant_id)

    @cached_property
    def v1_codes(self) -> Mapping[str, frozenset[str]]:
        """The V1 codes of each gateway."""
        found: dict[str, set[str]] = {}
        for module in self.book.pg_methods.modules.values():
            if module.v1_code:
                found.setdefault(module.gateway, set()).add(module.v1_code)
        return {gateway: frozenset(codes) for gateway, codes in found.items()}

    @cached_property
    def test_pg(self) -> re.Pattern[str]:
        """What a V1 ``pg`` with a test id looks like."""
        codes = sorted({code for codes in self.v1_codes.values() for code in codes}, key=len, reverse=True)
        ids = "|".join(map(re.escape, sorted(self.test_ids, key=len, reverse=True)))
        return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, codes))})\.\{{?({ids})\}}?(?![\w])")

    @cached_property
    def samples(self) -> frozenset[str]:
        """Values that the documents show as examples."""
        return frozenset(sample.value for sample in self.rows.samples)
