"""YAML text to plain values with the place of each: the only user of PyYAML.

Every scalar stays the text that was written (``3.20%`` or ``no`` mean what the model says, not what YAML
guesses). Anchors, aliases, tags, duplicate keys and deep nesting have no use in a rule file and are errors.
"""

import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from portone_guide.rules.errors import MOST_FOUND, Problem, RuleFileError, shown
from portone_guide.rules.reading.cache import MAX_BYTES, RuleText

MAX_DEPTH = 30
MAX_VALUES = 120_000

KeyPath = tuple[str | int, ...]
Place = tuple[int, int]

# Characters that YAML takes for no text; looked for here because the C parser counts their place in bytes.
_NO_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# What the parsers (both twins) say, and what a person who keeps the files can do about it; first what is told
# where the key, quote or bracket began, because the parser only stumbles later.
_TOLD_AT_ITS_START = (
    ("',' or ']'", "'['를 닫는 ']'나 값 사이의 ','가 없습니다"),
    ("',' or '}'", "'{'를 닫는 '}'나 값 사이의 ','가 없습니다"),
    ("end of stream", "따옴표를 닫지 않았습니다"),
    ("could not find expected ':'", "키 뒤에 ':'가 없습니다: '키: 값'으로 적으세요"),
    ("escape", "따옴표 안의 '\\' 뒤에 쓸 수 없는 글자입니다: 작은따옴표로 감싸세요"),
)
_SYNTAX = (
    (
        "mapping values are not allowed",
        "':'가 한 줄에 두 번 있거나 들여쓰기가 맞지 않습니다: 값에 ': '가 있으면 따옴표로 감싸세요",
    ),
    (
        "cannot start any token",
        "값이 시작할 수 없는 글자입니다: 들여쓰기는 탭이 아니라 빈칸으로, 값은 따옴표로 감싸세요",
    ),
    *_TOLD_AT_ITS_START,
    ("found undefined alias", "별칭(*이름)은 쓸 수 없습니다: 값을 그대로 적으세요"),
)
_SYNTAX_ELSE = "들여쓰기나 '키: 값'의 모양이 맞지 않습니다: 이 줄과 바로 윗줄을 확인하세요"

# PyYAML's C parser where it was built with one, else the slow twin with the same events.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Document(NamedTuple):
    """A parsed file: its value (dicts, lists, text) and the 1-based line and column of each path in it."""

    file: str
    value: Any
    places: dict[KeyPath, Place]

    def place(self, path: KeyPath) -> Place:
        """Return the place of ``path``, or of its nearest parent that the file has."""
        for length in range(len(path), -1, -1):
            if found := self.places.get(path[:length]):
                return found
        return (1, 1)

    def problem(self, path: KeyPath, message: str) -> Problem:
        """Return a located problem for the value at ``path``."""
        return Problem(self.file, *self.place(path), message)


class _Open(NamedTuple):
    """A mapping or list that is still being read."""

    value: dict[str, Any] | list[Any]
    path: KeyPath


def read(path: Path, name: str | None = None) -> Document:
    """Read and parse a file.

    :raises RuleFileError: the file can't be read or is not the YAML that we take, with all that was found.
    """
    text = RuleText.read(path, name or str(path))
    return parse(text.data, text.name)


def parse(data: bytes, name: str) -> Document:
    """Parse YAML bytes; see :func:`read`."""
    if len(data) > MAX_BYTES:
        raise RuleFileError([Problem(name, 1, 1, "파일이 너무 큽니다: 4MB까지")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _end_of(data[: error.start].decode("utf-8-sig"))
        raise RuleFileError([Problem(name, *place, "UTF-8 글자가 아닙니다: 파일을 UTF-8로 저장하세요")]) from None
    if strange := _NO_TEXT.search(text):
        message = "글이 아닌 문자가 있습니다: 지우거나, 텍스트 파일인지 확인하세요"
        raise RuleFileError([Problem(name, *_end_of(text[: strange.start()]), message)])
    return _build(text, name)


def _end_of(before: str) -> Place:
    """Return the place right after some text."""
    return (before.count("\n") + 1, len(before) - before.rfind("\n"))


def dump(value: Any) -> str:
    """Return ``value`` as block-style YAML with Korean left readable and keys in their order."""
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100))


def _build(text: str, name: str) -> Document:
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except _UnreadableError:
        pass
    except yaml.MarkedYAMLError as error:
        said = f"{error.context or ''} {error.problem or ''}"
        message = next((korean for english, korean in _SYNTAX if english in said), _SYNTAX_ELSE)
        whole = any(message == korean for _, korean in _TOLD_AT_ITS_START)
        mark = (whole and error.context_mark) or error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        builder.problems.append(Problem(name, *place, message))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        message = f"YAML을 읽을 수 없습니다: {type(error).__name__}"
        builder.problems.append(Problem(name, 1, 1, message))
    if not builder.problems and builder.root is None:
        builder.problems.append(Problem(name, 1, 1, "빈 파일입니다: 'kind:'부터 적으세요"))
    if builder.problems:
        raise RuleFileError(builder.problems)
    return Document(name, builder.root, builder.places)


# Tuples made once: a file has tens of thousands of events.
_NODES = (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class _UnreadableError(Exception):
    """What follows can't be understood any more."""


class _Builder:
    """Builds values from YAML events without recursion, so that no file can exhaust the stack."""

    def __init__(self, name: str) -> None:
        self.root: Any = None
        self.places: dict[KeyPath, Place] = {}
        self.problems: list[Problem] = []
        self._name = name
        self._documents = 0
        self._open: list[_Open] = []
        self._key: str | None = None  # the mapping key that waits for its value

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        if isinstance(event, _NODES):
            self._take_node(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(event, "문서가 둘 이상입니다: '---' 아래를 지우세요")
        elif isinstance(event, yaml.AliasEvent):
            self._stop(event, "별칭(*이름)은 쓸 수 없습니다: 값을 그대로 적으세요")
        elif isinstance(event, _ENDS):
            self._open.pop()

    def _take_node(self, event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self.places) >= MAX_VALUES:
            self._stop(event, f"값이 너무 많습니다: 한 파일에 {MAX_VALUES:,}개까지")
        if event.anchor:
            self._report(event, "앵커(&이름)는 쓸 수 없습니다: 지우세요")
        if event.tag:
            self._report(event, "태그(!이름)는 쓸 수 없습니다: 지우세요")
        if len(self._open) >= MAX_DEPTH:
            self._stop(event, f"너무 깊이 들어간 값입니다: {MAX_DEPTH}단계까지")
        top = self._open[-1] if self._open else None
        if top and isinstance(top.value, dict) and self._key is None:
            self._take_key(event, top)
            return
        step = (len(top.value),) if top and isinstance(top.value, list) else (self._key or "",)
        path = (*top.path, *step) if top else ()
        self.places.setdefault(path, _place(event))
        if isinstance(event, yaml.ScalarEvent):
            self._put(None if event.value == "" and event.implicit[0] else event.value)
        else:
            opened = _Open({} if isinstance(event, yaml.MappingStartEvent) else [], path)
            self._put(opened.value)
            self._open.append(opened)

    def _take_key(self, event: yaml.Event, top: _Open) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self._stop(event, "키는 글자여야 합니다")
            return
        self._key = str(event.value)
        path = (*top.path, self._key)
        if self._key in top.value:
            first = self.places[path][0]
            self._report(event, f"같은 키가 두 번 있습니다: {shown(self._key)} (먼저 {first}번째 줄) - 하나를 지우세요")
        self.places[path] = _place(event)

    def _put(self, value: Any) -> None:
        if not self._open:
            self.root = value
        elif isinstance(container := self._open[-1].value, list):
            container.append(value)
        else:
            container[self._key or ""] = value
            self._key = None

    def _report(self, event: yaml.Event, message: str) -> None:
        self.problems.append(Problem(self._name, *_place(event), message))
        if len(self.problems) >= MOST_FOUND:
            raise _UnreadableError

    def _stop(self, event: yaml.Event, message: str) -> None:
        self._report(event, message)
        raise _UnreadableError


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
