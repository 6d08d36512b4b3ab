"""What is wrong with rule files, or what they hold."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from portone_guide.facts.rules.answer import Checked, Counts
from portone_guide.gateways.missing_facts import missing_facts
from portone_guide.rules.book import RuleBook
from portone_guide.rules.errors import Problem, RuleFileError
from portone_guide.rules.loader import load


def check(files: Sequence[str]) -> Checked:
    """Check files (or folders of them) in place of the shipped ones of their kind; every mistake is found at once."""
    paths = [Path(name) for name in files]
    try:
        book = load(*paths)
    except RuleFileError as error:
        problems = sorted({*error.problems, *_more_problems(paths, error.problems)})
        return Checked(tuple(files), tuple(problems), None)
    return Checked(tuple(files), (), _counts(book), tuple(missing_facts(book)))


def _more_problems(paths: Iterable[Path], found: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what is wrong in the files that the loader did not get to, because another could not be read."""
    from portone_guide.rules.loader import files_in
    from portone_guide.rules.reading.shape import shape
    from portone_guide.rules.reading.yaml_text import read

    known = {(Path(problem.file).resolve(), *problem[1:]) for problem in found}
    for path in paths:
        for inner in files_in(path) if path.is_dir() else [path]:
            if inner.is_file():  # a pipe has been read
                try:
                    shape(read(inner))
                except RuleFileError as error:
                    for problem in error.problems:
                        if (Path(problem.file).resolve(), *problem[1:]) not in known:
                            yield problem


def _counts(book: RuleBook) -> Counts:
    file = book.pg_methods
    return Counts(
        gateways=len(file.gateways),
        modules=len(file.modules),
        support=sum(len(rows) for rows in file.support.values()),
        fees=sum(len(block.rates) for blocks in book.fees.fees.values() for block in blocks),
        conflicts=len(book.conflicts.conflicts),
        sources=len(book.sources.sources),
    )
