"""Where rule files are, and how they become a rule book: read, shaped, checked, remembered."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portone_guide.rules.book import FILE_KINDS, GATEWAY, RuleBook
from portone_guide.rules.errors import Problem, RuleFileError
from portone_guide.rules.reading.cache import KeptBook, RuleText

if TYPE_CHECKING:
    from portone_guide.rules.reading.yaml_text import Document

GATEWAY_FOLDER = "gateways"
_PACKAGE = Path(__file__).parent.parent


def data_directory() -> Path:
    """Return the folder of the shipped rule files: inside a wheel, or ``data/`` beside the sources."""
    inside = _PACKAGE / "data"
    return inside if inside.is_dir() else _PACKAGE.parent.parent / "data"


def shipped_book() -> Path:
    """Return the folder where a wheel has its rule files in parsed form; beside the sources there is none."""
    return _PACKAGE / "book"


def write_book(folder: Path) -> None:
    """Write the shipped files in parsed form into a new folder, for a wheel.

    :raises RuleFileError: they are not right.
    """
    texts = _read(shipped_files())
    KeptBook(texts, folder).ship(parse_files(texts))


def load(*replacements: Path) -> RuleBook:
    """Return the rule book of the shipped files.

    Each file in ``replacements`` stands in for the shipped one of its kind (of kind ``gateway``: of its gateway);
    a folder gives all that it has.

    :raises RuleFileError: every problem found, in every file, with its place.
    """
    own, documents = _own(replacements)
    texts = {**_read({key: path for key, path in shipped_files().items() if key not in own}), **own}
    texts = {key: texts[key] for key in (*FILE_KINDS, *sorted(texts.keys() - FILE_KINDS.keys()))}
    kept = KeptBook(texts, shipped_book())

    def parsed() -> dict[str, Any]:
        files = parse_files(texts, documents)
        kept.keep(files)
        return files

    def read(kind: str) -> Any:
        try:
            return kept.load(kind)
        except Exception:  # cleared or damaged since
            return parsed()[kind]

    return RuleBook(read) if kept.exists() else RuleBook.of(parsed())


def shipped_files() -> dict[str, Path]:
    """Return the shipped rule files by their key: the kind, or the kind and the gateway."""
    folder = data_directory()
    gateways = {gateway_key(path.stem): path for path in sorted((folder / GATEWAY_FOLDER).glob("*.yaml"))}
    return {**{kind: folder / f"{kind}.yaml" for kind in FILE_KINDS}, **gateways}


def gateway_key(gateway: str) -> str:
    """Return the key of a gateway's own file."""
    return f"{GATEWAY}/{gateway}"


def files_in(folder: Path) -> list[Path]:
    """Return the rule files of a folder, laid out as the shipped one."""
    return sorted(folder.glob("*.yaml")) + sorted(folder.glob(f"{GATEWAY_FOLDER}/*.yaml"))


def parse_files(texts: Mapping[str, RuleText], parsed: "Mapping[str, Document] | None" = None) -> dict[str, Any]:
    """Parse (what is not ``parsed`` yet), shape, join and cross-check files by key, gathering every problem.

    :raises RuleFileError: every problem found, in every file, with its place.
    """
    from portone_guide.rules.reading.all_files import read_all

    return read_all(texts, parsed or {})


def _own(replacements: Iterable[Path]) -> "tuple[dict[str, RuleText], dict[str, Document]]":
    """Read and parse the user's files, each once (it may be a pipe, or large), and return them by key."""
    if not replacements:
        return {}, {}
    from portone_guide.rules.reading.shape import gateway_of, kind_of
    from portone_guide.rules.reading.yaml_text import parse

    found: dict[str, RuleText] = {}
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for path in replacements:
        inner = _inside(path)
        if not inner:
            problems.append(
                Problem(_shown(path), 1, 1, "이 폴더에 .yaml 파일이 없습니다: 규칙 파일이나 그 폴더를 적으세요")
            )
        for file in inner:
            try:
                text = RuleText.read(file, _shown(file))
                document = parse(text.data, text.name)
                kind = kind_of(document)
                key = gateway_key(gateway_of(document)) if kind == GATEWAY else kind
                if key in found:
                    message = f"kind가 '{key}'인 파일이 둘입니다: {found[key].name} - 하나만 주세요"
                    raise RuleFileError([document.problem(("kind",), message)])
                found[key], documents[key] = text, document
            except RuleFileError as error:
                problems += error.problems
    if problems:
        raise RuleFileError([*problems, *_of_wrong_shape(documents)])
    return found, documents


def _inside(path: Path) -> list[Path]:
    """Return the rule files in a folder; whatever else it is, it is read as a file, and tells why it can't be."""
    try:
        return files_in(path) if path.is_dir() else [path]
    except (OSError, ValueError):
        return [path]


def _of_wrong_shape(documents: "Mapping[str, Document]") -> Iterator[Problem]:
    """Yield what is wrong in the files that could be read, where the others could not: all is told at once."""
    from portone_guide.rules.reading.shape import shape

    for document in documents.values():
        try:
            shape(document)
        except RuleFileError as error:
            yield from error.problems


def _read(paths: Mapping[str, Path]) -> dict[str, RuleText]:
    found: dict[str, RuleText] = {}
    problems: list[Problem] = []
    for key, path in paths.items():
        try:
            found[key] = RuleText.read(path, _shown(path))
        except RuleFileError as error:
            problems += error.problems
    if problems:
        raise RuleFileError(problems)
    return found


def _shown(path: Path) -> str:
    """Return a path as short as it can be typed from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)
