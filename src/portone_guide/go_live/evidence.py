"""Evidence of the whole tree: what asks PortOne about a payment, what compares amounts, what receives webhooks.

What is not seen is only asked about.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

from portone_guide.code.source import Source
from portone_guide.go_live.case import Case
from portone_guide.go_live.server_code import (
    OURS,
    READS,
    SIGNED,
    STATUS,
    Comparison,
    comparisons_in,
    is_server,
    looks_for_used,
    lookup_at,
    webhook_at,
)

_DEFINES: Final = re.compile(
    r"(?:function|def|fun)\s+(\w+)|(?:public|private|protected)\s+(?:static\s+|async\s+)*[\w<>\[\], ?]*?\b(\w+)\s*\("
    r"|(?:const|let|var)\s+(\w+)\s*=\s*(?:async\s*)?(?:\(|function|\w+\s*=>)|^\s*(?:async\s+)?(\w+)\s*\([^)]*\)\s*(?::[^{]*)?\{|class\s+(\w+)"
    r"|exports\.(\w+)\s*=",
    re.MULTILINE,
)
_COMMON: Final = frozenset(
    [
        "get",
        "post",
        "set",
        "main",
        "init",
        "create",
        "update",
        "delete",
        "find",
        "save",
        "handle",
        "handler",
        "constructor",
        "if",
        "for",
        "while",
        "switch",
        "catch",
        "return",
        "index",
        "run",
        "start",
        "load",
        "send",
        "request",
        "response",
    ]
)


class Evidence:
    """What the server's files show, each question answered once."""

    def __init__(self, case: Case) -> None:
        self._case = case

    @cached_property
    def servers(self) -> tuple[Source, ...]:
        """The files that run on a server and speak of payments."""
        return tuple(source for source in self._case.sources if is_server(source))

    @cached_property
    def any_server(self) -> bool:
        """Whether the tree has server code at all."""
        return bool(self.servers) or any(map(is_server, self._case.project.sources.values()))

    @cached_property
    def lookups(self) -> dict[str, int]:
        """Where each file asks PortOne about a payment, by path."""
        return {source.path: at for source in self.servers if (at := lookup_at(source)) is not None}

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every comparison of money in the server's files."""
        return tuple(found for source in self.servers for found in comparisons_in(source))

    @cached_property
    def checks_status(self) -> bool:
        """Whether any file looks at the state of a payment."""
        return any(STATUS.search(source.clean) for source in self.servers)

    @cached_property
    def refuses_used(self) -> bool:
        """Whether any file that asks PortOne, or that they work with, looks whether a payment was used before."""
        return any(map(looks_for_used, self.servers))

    @cached_property
    def webhooks(self) -> tuple[tuple[Source, int], ...]:
        """The files that receive webhooks of PortOne, and where."""
        found = []
        for source in self.servers:
            hit = webhook_at(source)
            if hit is not None and OURS.search(source.clean):
                found.append((source, hit))
        return tuple(found)

    @cached_property
    def handlers(self) -> tuple[tuple[Source, int], ...]:
        """Those that read what the webhook says, and not only pass it on."""
        return tuple((source, at) for source, at in self.webhooks if READS.search(source.clean))

    def reaches(self, start: Source, holds: Callable[[Source], bool]) -> bool:
        """Tell whether something holds in a file, in one that it imports, or in one whose functions it calls."""
        seen, wave = {start.path}, [start]
        for _ in range(3):
            if any(holds(source) for source in wave):
                return True
            wave = [other for source in wave for other in self._called_from(source) if other.path not in seen]
            seen |= {source.path for source in wave}
        return any(holds(source) for source in wave)

    def _called_from(self, source: Source) -> Iterator[Source]:
        yield from self._case.project.imported_by(source)
        words = set(re.findall(r"\w{4,}", source.clean))
        for other in self.servers:
            if other is not source and self._defined[other.path] & words:
                yield other

    @cached_property
    def _defined(self) -> dict[str, frozenset[str]]:
        return {
            source.path: frozenset(
                name
                for found in _DEFINES.finditer(source.clean)
                for name in found.groups()
                if name and len(name) > 3 and name.lower() not in _COMMON
            )
            for source in self.servers
        }

    def signed(self, source: Source) -> bool:
        """Tell whether a file checks the signature of a webhook."""
        return bool(SIGNED.search(source.clean))

    def looks_up(self, source: Source) -> bool:
        """Tell whether a file asks PortOne about a payment."""
        return source.path in self.lookups

    def compares(self, source: Source) -> bool:
        """Tell whether a file compares money."""
        return any(found.source is source for found in self.comparisons)
