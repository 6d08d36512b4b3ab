"""All rule files at once: each parsed and shaped, put together, checked against each other."""

from collections.abc import Iterator, Mapping
from typing import Any

from portone_guide.rules.book import FILE_KINDS, GATEWAY, model_of
from portone_guide.rules.checks.cross_check import cross_check
from portone_guide.rules.errors import Problem, RuleFileError
from portone_guide.rules.models.gateway import GatewayFile
from portone_guide.rules.reading.cache import RuleText
from portone_guide.rules.reading.joined import Joined
from portone_guide.rules.reading.placed import misplaced
from portone_guide.rules.reading.repeated import repeated
from portone_guide.rules.reading.shape import ANY_TEXT, check_shape, kind_of, looked_up
from portone_guide.rules.reading.yaml_text import Document, parse

_TEXTS = "texts"
_NAMED_IN_OTHERS = "conflicts"
"""The table whose names other rows say, and that the gateways' files have parts of."""


def read_all(texts: Mapping[str, RuleText], parsed: Mapping[str, Document]) -> dict[str, Any]:
    """Return the table of each kind; see :func:`portone_guide.rules.loader.parse_files`."""
    reading = _Reading(texts, parsed)
    problems = reading.problems
    joined = Joined(reading.general, reading.gateways, reading.documents)
    problems += joined.problems
    problems += misplaced(reading.general, reading.gateways, reading.documents)
    tables = dict(joined.tables)
    if len(reading.gateways) < sum(key not in FILE_KINDS for key in texts):
        tables.pop(_NAMED_IN_OTHERS, None)  # what is not found may stand in a file that could not be read
    if len(reading.documents) == len(texts) and _TEXTS in tables:
        problems += reading.unused_texts()
    problems += repeated({key: reading.documents[key] for key in reading.gateways})
    problems += cross_check(tables, joined.problem)
    if problems:
        raise RuleFileError(problems)
    return tables


class _Named(dict[str, str]):
    """Texts by name, and which of them were taken."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__(texts)
        self.taken: set[str] = set()

    def __getitem__(self, name: str) -> str:
        text = super().__getitem__(name)
        self.taken.add(name)
        return text


class _Reading:
    """Files read one by one; what one has wrong keeps no other from being read."""

    def __init__(self, texts: Mapping[str, RuleText], parsed: Mapping[str, Document]) -> None:
        self._parsed = parsed
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}
        self.general: dict[str, Any] = {}
        self.gateways: dict[str, GatewayFile] = {}
        self._named: _Named | None = None
        for key in sorted(texts, key=lambda key: key != _TEXTS):  # the texts first: others name them
            try:
                self._read(key, texts[key])
            except RuleFileError as error:
                self.problems += error.problems

    def _read(self, key: str, text: RuleText) -> None:
        document = self._parsed.get(key) or parse(text.data, text.name)
        kind, _, gateway = key.partition("/")
        if (found := kind_of(document)) != kind:
            raise RuleFileError([document.problem(("kind",), f"kind는 '{kind}'이어야 합니다: '{found}'")])
        if kind != GATEWAY:
            file = check_shape(document, model_of(kind), self._texts())
            self.general[kind] = file
            if kind == _TEXTS:
                self._named = _Named(file.texts)
        else:
            self.gateways[key] = self._gateway(document, gateway)
        self.documents[key] = document

    def _gateway(self, document: Document, gateway: str) -> GatewayFile:
        written_in = looked_up(document)
        for name in document.value.keys() - written_in.value.keys():
            message = "빈 표입니다: 찾아서 적거나, 출처에 없으면 이 줄과 설명을 지우세요"
            self.problems.append(document.problem((name,), message))
        written = written_in.value.get("texts")
        own = _Named({**written} if isinstance(written, dict) else {})
        file: GatewayFile = check_shape(written_in, model_of(GATEWAY), _Both(own, self._texts()))
        if file.gateway != gateway:
            message = f"gateway는 파일의 이름과 같아야 합니다: '{gateway}'"
            raise RuleFileError([document.problem(("gateway",), message)])
        self.problems += _unused(document, own)
        return file

    def _texts(self) -> Mapping[str, str]:
        return ANY_TEXT if self._named is None else self._named

    def unused_texts(self) -> Iterator[Problem]:
        """Yield texts that no row says."""
        return _unused(self.documents[_TEXTS], self._named or _Named({}))


class _Both(dict[str, str]):
    """A file's own texts, and those of all."""

    def __init__(self, own: Mapping[str, str], general: Mapping[str, str]) -> None:
        super().__init__()
        self._own, self._general = own, general

    def __missing__(self, name: str) -> str:
        return self._own[name] if name in self._own else self._general[name]


def _unused(document: Document, named: _Named) -> Iterator[Problem]:
    for name in named:
        if name not in named.taken:
            message = f"아무 행도 쓰지 않는 글입니다: '{name}' - 지우거나 행에 적으세요: '={name}'"
            yield document.problem(("texts", name), message)
