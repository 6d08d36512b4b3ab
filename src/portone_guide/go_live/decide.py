"""Would the code take real money right: the findings of a tree, and the list before opening."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from portone_guide.code.files import Skipped
from portone_guide.code.project import Project
from portone_guide.code.source import Source
from portone_guide.go_live.answer import Finding, Look, Opening, Question, Scan, Unread
from portone_guide.go_live.case import Case, Said, Seen
from portone_guide.go_live.literal_rules import judge_literals
from portone_guide.go_live.paths import is_in_example, is_sample_setting, is_test
from portone_guide.go_live.secret_rules import judge_secrets
from portone_guide.go_live.tree_rules import judge_tree
from portone_guide.go_live.window_rules import judge_windows
from portone_guide.needs.reason import because
from portone_guide.plan.model import Evidence
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion

_IGNORE: Final = re.compile(r"portone-guide:\s*ignore\s+([\w,]+)")
_OF_EXAMPLES: Final = ("shipped_test_page", "secret_in_repo", "secret_in_browser")
"""What matters of examples too, which libraries bring along: that they are there, and secrets in them."""
_SHOWN: Final = 100
_PURPOSES: Final = (judge_literals, judge_windows, judge_secrets, judge_tree)


class Read:
    """A tree as it was read: its files, and what was left out."""

    def __init__(
        self, path: str, sources: Mapping[str, Source], skipped: Mapping[Skipped, int], unread: Iterable[str]
    ) -> None:
        self.path = path
        self.sources = sources
        self.skipped = skipped
        self.unread = tuple(unread)


def scan(book: RuleBook, tree: Read, said: Said, rules: frozenset[str]) -> Scan:
    """Return what a tree shows, judged by some of the rules."""
    kept = {path: source for path, source in tree.sources.items() if not is_test(path) and not is_sample_setting(path)}
    case = Case(book, Project(kept), said)
    seen = _once(found for judge in _PURPOSES for found in judge(case) if found.rule in rules)
    seen = [found for found in seen if found.rule in _OF_EXAMPLES or not is_in_example(found.source.path)]
    told = [found for found in seen if not _silenced(found)]
    versions = tuple(sorted({request.version for request in case.requests}))
    return Scan(
        tree.path,
        versions,
        len(case.requests),
        len(tree.sources),
        tree.skipped,
        tuple(sorted((_finding(book, found, versions) for found in told), key=_order)),
        tuple(_unread(case, tree)),
        questions(book, versions if not said.portone else (said.portone,)),
        len(seen) - len(told),
        {name: row for name, row in book.go_live.checks.items() if name in rules},
        {name: book.sources.sources[row.source].url for name, row in book.go_live.checks.items()},
    )


def _once(seen: Iterable[Seen]) -> list[Seen]:
    """Return each rule once a line; what says more about it is kept."""
    found: dict[tuple[str, str, int], Seen] = {}
    for one in seen:
        key = (one.rule, one.source.path, one.source.place(one.start).line)
        if key not in found or (one.detail and not found[key].detail):
            found[key] = one
    return list(found.values())


def _silenced(found: Seen) -> bool:
    """Tell whether the line, or the one before it, puts a rule aside."""
    start = found.source.text.rfind("\n", 0, found.start) + 1
    before = found.source.line(start - 1) if start else ""
    hits = _IGNORE.findall(f"{before}\n{found.source.line(found.start)}")
    return any(found.rule in hit.split(",") for hit in hits)


def _finding(book: RuleBook, found: Seen, versions: tuple[PortOneVersion, ...]) -> Finding:
    row = book.go_live.checks[found.rule]
    place = found.source.place(found.start)
    code = ""
    if not found.secret:
        end = found.end if found.end and found.end > found.start else found.start + _SHOWN
        code = found.source.text[found.start : end].partition("\n")[0].strip()
        code = code if len(code) <= _SHOWN else f"{code[: _SHOWN - 3]}..."
    page = row.source_v2 if row.source_v2 and versions == ("v2",) else row.source
    url = book.sources.sources[page].url
    return Finding(
        found.rule, found.level or row.level, found.source.path, place.line, place.column, code, row, url, found.detail
    )


def _order(found: Finding) -> tuple[bool, str, int, str]:
    return (found.level != "block", found.path, found.line, found.rule)


def _unread(case: Case, tree: Read) -> Iterator[Unread]:
    for path in tree.unread:
        yield Unread(path, None, because("unread.file"))
    for request in case.requests:
        if request.fields is None or not request.fields.complete:
            source, node = request.at
            why = because("unread.request" if request.fields is None else "unread.spread", call=request.call)
            yield Unread(source.path, source.place(node.start).line, why)


def questions(book: RuleBook, versions: Iterable[PortOneVersion]) -> tuple[Question, ...]:
    """Return what code can't show, for some versions of PortOne (none known: for either)."""
    wanted = set(versions)
    return tuple(
        Question(name, ask, book.sources.sources[ask.source].url)
        for name, ask in book.go_live.asks.items()
        if not ask.portone or not wanted or wanted & set(ask.portone)
    )


def opening(
    book: RuleBook, portone: PortOneVersion | None, gateways: Iterable[str], verified: Evidence | None = None
) -> Opening:
    """Return the list before opening."""
    rows = book.go_live
    scanned = tuple(row for row in rows.checks.values() if not row.portone or not portone or portone in row.portone)
    looks = tuple(
        Look(name, row, book.sources.sources[row.source_v2 if row.source_v2 and portone == "v2" else row.source].url)
        for name, row in rows.first_payment.items()
    )
    names = tuple(book.pg_methods.gateways[name].name for name in gateways if name in book.pg_methods.gateways)
    return Opening(portone, names, scanned, questions(book, (portone,) if portone else ()), looks, verified)
