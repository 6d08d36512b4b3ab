"""Where rule files are, and how they become a rule book: read, shaped, checked, remembered."""

from pathlib import Path
from typing import Any

from portone_guide.rules import cache
from portone_guide.rules.book import FILE_KINDS, RuleBook
from portone_guide.rules.errors import Problem, RuleFileError

_PACKAGE = Path(__file__).parent.parent


def data_directory() -> Path:
    """Return the folder of the shipped rule files: inside a wheel, or ``data/`` beside the sources."""
    inside = _PACKAGE / "data"
    return inside if inside.is_dir() else _PACKAGE.parent.parent / "data"


def load(*replacements: Path) -> RuleBook:
    """Return the rule book of the shipped files.

    Each file in ``replacements`` stands in for the shipped one of its kind; a folder gives all that it has.

    :raises RuleFileError: every problem found, in every file, with its place.
    """
    paths = shipped_files()
    own = [inner for path in replacements for inner in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])]
    if own:
        paths = _replaced(paths, own)
    contents = cache.Contents.read(paths.values())
    remembered = cache.Cache(contents)
    if not remembered.exists():
        return RuleBook.of(remembered.keep(_parse(paths, contents)))

    def kept(kind: str) -> Any:
        try:
            return remembered.load(kind)
        except Exception:  # the kept form was cleared or damaged since
            return _parse(paths, contents)[kind]

    return RuleBook(kept)


def shipped_files() -> dict[str, Path]:
    """Return the shipped rule file of each kind."""
    return {kind: data_directory() / f"{kind}.yaml" for kind in FILE_KINDS}


def _replaced(paths: dict[str, Path], own: list[Path]) -> dict[str, Path]:
    from portone_guide.rules.shape import kind_of
    from portone_guide.rules.yaml_text import read

    problems: list[Problem] = []
    for path in own:
        try:
            paths = {**paths, kind_of(read(path)): path}
        except RuleFileError as error:
            problems += error.problems
    if problems:
        raise RuleFileError(problems)
    return paths


def _parse(paths: dict[str, Path], contents: "cache.Contents") -> dict[str, Any]:
    """Parse, shape and cross-check all files, gathering every problem before giving up."""
    from portone_guide.rules.check import cross_check
    from portone_guide.rules.shape import check_shape, kind_of
    from portone_guide.rules.yaml_text import parse

    problems: list[Problem] = []
    documents = {}
    files: dict[str, Any] = {}
    for kind, path in paths.items():
        try:
            document = parse(contents.of(path), _shown(path))
            if (found := kind_of(document)) != kind:
                raise RuleFileError([document.problem(("kind",), f"kind는 '{kind}'이어야 합니다: '{found}'")])
            files[kind] = check_shape(document, FILE_KINDS[kind])
            documents[kind] = document
        except RuleFileError as error:
            problems += error.problems
    problems += cross_check(RuleBook.of(files), documents)
    if problems:
        raise RuleFileError(problems)
    return files


def _shown(path: Path) -> str:
    """Return a path as short as it can be typed from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
