"""Sample code for what a merchant chose: only calls and parameters that the module's pages document."""

from collections.abc import Iterator

from portone_guide.needs.requirements import Need
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.sample import CodeSample, SamplesFile
from portone_guide.samples.answer import Choice, Language, NoSample, Runs, Sample
from portone_guide.samples.browser import browser_program, is_browser
from portone_guide.samples.program import Program
from portone_guide.samples.server import server_program


def samples_for(book: RuleBook, choice: Choice) -> tuple[tuple[Sample, ...], tuple[NoSample, ...]]:
    """Return the samples of one gateway, and the needs that have none."""
    file = book.code_samples
    found: list[Sample] = []
    missing: list[NoSample] = []
    for need in choice.needs:
        rows = [
            (name, row)
            for name in choice.modules
            for row in file.samples.get(name, ())
            if _fits(row, need, choice.version)
        ]
        if not rows:
            missing.append(NoSample(choice.gateway, choice.version, need))
        for name, row in rows[:1]:
            found += sample_files(book, name, row, need, choice.language)
    return tuple(found), tuple(missing)


def sample_files(book: RuleBook, name: str, row: CodeSample, need: Need, language: Language | None) -> Iterator[Sample]:
    """Yield the browser's and the server's part of one call of a module in a language."""
    module = book.pg_methods.modules[name]
    sources = tuple(dict.fromkeys((*row.sources, *book.code_samples.calls[row.call].sources)))
    parts: list[tuple[Language, Runs, Program]] = []
    if is_browser(row.call) and language != "python":
        react = language == "react"
        parts.append(("react" if react else "js", "browser", browser_program(row, need.method, react=react)))
    python = language in {None, "python"}
    server = server_program(row, need.method, module.v1_code, python=python)
    parts.append(("python" if python else "js", "server", server))
    for written, runs, program in parts:
        yield Sample(module.gateway, name, row.portone, need, written, runs, program, row.notes, sources)


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
