"""What ``rules check``, ``rules sources`` and ``rules conflicts`` say."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from portone_guide.facts.source_ages import OLD_AFTER_DAYS, SourceAge, source_ages
from portone_guide.gateways.missing_facts import missing_facts
from portone_guide.rules.book import RuleBook
from portone_guide.rules.errors import Problem
from portone_guide.terminal.blocks import Block, Bullets, Heading, Screen, Text

_COUNTED = {
    "gateways": "결제대행사 {}곳",
    "modules": "모듈 {}개",
    "support": "지원 행 {}개",
    "fees": "요금 {}개",
    "conflicts": "어긋남 {}건",
    "sources": "출처 {}쪽",
}


def counts(book: RuleBook) -> dict[str, int]:
    """Return how much the rule files hold; a fee counts once for each day that it changed."""
    file = book.pg_methods
    return {
        "gateways": len(file.gateways),
        "modules": len(file.modules),
        "support": sum(len(rows) for rows in file.support.values()),
        "fees": sum(len(block.rates) for blocks in book.fees.fees.values() for block in blocks),
        "conflicts": len(book.conflicts.conflicts),
        "sources": len(book.sources.sources),
    }


def passed_text(book: RuleBook, files: Iterable[str]) -> str:
    """Return one line for rule files without a mistake."""
    named = ", ".join(files)
    found = ", ".join(_COUNTED[name].format(f"{number:,}") for name, number in counts(book).items())
    missing = len(missing_facts(book))
    rest = f", 출처가 없어 모름으로 답하는 것 {missing}건" if missing else ""
    return f"규칙 파일 통과{f' ({named})' if named else ''}: {found}{rest}"


def check_json(files: Iterable[str], book: RuleBook | None, problems: Iterable[Problem]) -> dict[str, Any]:
    """Return the outcome of a check as one JSON object; ``counts`` null where something is wrong."""
    from portone_guide.facts.report import SCHEMA_VERSION
    from portone_guide.terminal.text import clean

    return {
        "schema_version": SCHEMA_VERSION,
        "ok": book is not None,
        "files": [clean(name) for name in files],
        "counts": counts(book) if book else None,
        "missing_facts": [
            {"gateway": fact.gateway, "module": fact.module, "fact": fact.fact} for fact in missing_facts(book)
        ]
        if book
        else None,
        "problems": [
            {
                "file": clean(problem.file),
                "line": problem.line,
                "column": problem.column,
                "message": clean(problem.message),
            }
            for problem in problems
        ],
    }


def age_text(age: SourceAge) -> str:
    """Return when a page was checked and how long ago: ``2026-08-19 확인, 96일 지남``, with 오래됨 where it is."""
    if age.days < 0:
        return f"{age.source.checked} 확인, 기준일보다 {-age.days}일 뒤"
    return f"{age.source.checked} 확인, {age.days}일 지남{', 오래됨' if age.old else ''}"


def sources_screen(book: RuleBook, on: date) -> Screen:
    """Return every source page with its age, the oldest first."""
    ages = source_ages(book.sources, on)
    old = [age for age in ages if age.old]
    blocks: list[Block] = [Heading(f"출처 {len(ages)}쪽 ({on} 기준)")]
    if old:
        text = f"오래됨: {OLD_AFTER_DAYS}일이 넘은 {len(old)}쪽은 다시 읽고 sources.yaml의 checked를 고치세요."
        blocks.append(Text(text, "warn"))
    else:
        blocks.append(Text(f"{OLD_AFTER_DAYS}일 넘게 다시 확인하지 않은 쪽은 없습니다.", "good"))
    items = tuple((f"{age.id}: {age.source.title} ({age_text(age)})", age.source.url) for age in ages)
    return (*blocks, Text(""), Bullets(items))


def sources_screen_json(book: RuleBook, on: date) -> dict[str, Any]:
    """Return every source page as one JSON object."""
    from portone_guide.facts import report as json_facts

    ages = source_ages(book.sources, on)
    return {
        "schema_version": json_facts.SCHEMA_VERSION,
        "as_of": on.isoformat(),
        "old_after_days": OLD_AFTER_DAYS,
        "old": sum(age.old for age in ages),
        "sources": json_facts.sources_json((age.id for age in ages), book, on),
    }


def conflicts_screen(book: RuleBook, names: tuple[str, ...], gateway: str | None) -> Screen:
    """Return conflicts with what each page says and which reading is used."""
    whose = f"{book.pg_methods.gateways[gateway].name}의 " if gateway else ""
    undecided = sum(book.conflicts.conflicts[name].used == "none" for name in names)
    blocks: list[Block] = [Heading(f"{whose}출처가 어긋나는 곳 {len(names)}건")]
    if not names:
        blocks.append(Text("알려진 것이 없습니다."))
    else:
        blocks.append(
            Text(f"정하지 못한 것 {undecided}건: 계약하기 전에 문의하세요. 나머지는 '이렇게 읽음'을 따릅니다.")
        )
    return (*blocks, *(block for name in names for block in conflict_blocks(book, name)))


def conflict_blocks(book: RuleBook, name: str) -> Iterator[Block]:
    """Yield one conflict: what it is about, every page's claim, and the choice."""
    conflict = book.conflicts.conflicts[name]
    sources = book.sources.sources
    yield Text("")
    yield Text(f"{name}: {conflict.about}", "warn")
    yield Bullets(tuple((f"{sources[c.source].title}: {c.says}", sources[c.source].url) for c in conflict.claims))
    if conflict.used == "none":
        yield Text(f"정하지 못함: {conflict.why}", "warn")
    else:
        yield Text(f"이렇게 읽음: {sources[conflict.used].title} - {conflict.why}")


def conflicts_json(book: RuleBook, names: tuple[str, ...], gateway: str | None) -> dict[str, Any]:
    """Return conflicts as one JSON object."""
    from portone_guide.facts import report as json_facts

    return {
        "schema_version": json_facts.SCHEMA_VERSION,
        "gateway": gateway,
        "conflicts": [json_facts.conflict_json(name, book) for name in names],
    }


def show_sources(book: RuleBook, on: date, *, plain: bool) -> None:
    """Print every source page."""
    from portone_guide.terminal.show import show

    show(sources_screen(book, on), plain=plain)


def show_conflicts(book: RuleBook, names: tuple[str, ...], gateway: str | None, *, plain: bool) -> None:
    """Print conflicts."""
    from portone_guide.terminal.show import show

    show(conflicts_screen(book, names, gateway), plain=plain)
