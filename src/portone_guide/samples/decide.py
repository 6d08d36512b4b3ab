"""Sample code for what a merchant chose: only calls and parameters that the module's pages document."""

from collections.abc import Iterable, Iterator

from portone_guide.needs.requirements import Need
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.sample import CodeSample, SamplesFile
from portone_guide.samples.answer import Choice, Language, NoSample, Runs, Sample
from portone_guide.samples.browser import browser_program
from portone_guide.samples.program import Program
from portone_guide.samples.server import client_program, server_program

FoundRow = tuple[str, CodeSample]
"""A module, and a call that it documents."""


def samples_for(book: RuleBook, choice: Choice) -> tuple[tuple[Sample, ...], tuple[NoSample, ...]]:
    """Return the samples of one gateway, and the needs that have none."""
    file = book.code_samples
    found: list[Sample] = []
    missing: list[NoSample] = []
    for need in choice.needs:
        row = row_of(file, choice.modules, need, choice.version)
        if row is None:
            missing.append(NoSample(choice.gateway, choice.version, need))
        else:
            found += sample_files(book, *row, need, choice.language, client=not found)
    return tuple(found), tuple(missing)


def sample_files(
    book: RuleBook, name: str, row: CodeSample, need: Need, language: Language | None, *, client: bool = False
) -> Iterator[Sample]:
    """Yield the browser's and the server's part of one call of a module in a language.

    ``client``: with the server's file through which the others ask PortOne.
    """
    module = book.pg_methods.modules[name]
    sources = tuple(dict.fromkeys((*row.sources, *book.code_samples.calls[row.call].sources)))
    parts: list[tuple[Language, Runs, Program]] = []
    if language != "python":
        react = language == "react"
        parts.append(("react" if react else "js", "browser", browser_program(row, need.method, react=react)))
    written: Language = "python" if language in {None, "python"} else "js"
    suffix = "py" if written == "python" else "js"
    if client:
        parts.append((written, "client", client_program(row.portone, suffix)))
    parts.append((written, "server", server_program(row, need.method, module.v1_code, suffix)))
    for of, runs, program in parts:
        yield Sample(module.gateway, name, row.portone, need, of, runs, program, row.notes, sources)


def row_of(file: SamplesFile, modules: Iterable[str], need: Need, version: PortOneVersion) -> FoundRow | None:
    """Return the first call that one of the modules documents for a need."""
    rows = ((name, row) for name in modules for row in file.samples.get(name, ()) if _fits(row, need, version))
    return next(rows, None)


def first_need(book: RuleBook, modules: Iterable[str], version: PortOneVersion) -> tuple[Need, ...]:
    """Return what most merchants begin with, where nothing was asked for: the first documented call."""
    for name in modules:
        for row in book.code_samples.samples.get(name, ()):
            if row.portone == version:
                return (Need(row.type, next(iter(row.methods))),)
    return ()


def _fits(row: CodeSample, need: Need, version: PortOneVersion) -> bool:
    return (
        row.portone == version
        and row.type == need.type
        and need.method in row.methods
        and need.style in {None, row.style}
    )


def offered(file: SamplesFile) -> Iterator[tuple[str, CodeSample, str]]:
    """Yield every module, row and method that a sample is offered for."""
    for module, rows in file.samples.items():
        for row in rows:
            for method in row.methods:
                yield module, row, method
