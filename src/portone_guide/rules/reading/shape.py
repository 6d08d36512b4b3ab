"""From a parsed document to a typed file, with every wrong value told in Korean and in its place."""

import contextlib
import types
import typing
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from portone_guide.rules.book import ALL_KINDS, GATEWAY, model_of
from portone_guide.rules.errors import MOST_FOUND, Problem, RuleFileError, shown
from portone_guide.rules.models.fields import Gathered
from portone_guide.rules.models.readers import NAMED, NO_SUCH_TEXT
from portone_guide.rules.reading.yaml_text import Document, KeyPath

# Words that Python keeps for itself; the files write them without the underscore.
_RESERVED = ("from", "import", "class")
_ELSEWHERE = "@"  # what no key ends with: marks one that belongs in another file
_NO_ROW = 0  # a number: what pydantic takes for no row
ANY_TEXT: Mapping[str, str] = defaultdict(lambda: "?")
"""Stands in for the named texts where they could not be read: every name is one."""


def shape(document: Document) -> tuple[str, Any]:
    """Return the kind of a document and its typed value.

    :raises RuleFileError: all wrong keys and values.
    """
    kind = kind_of(document)
    return kind, check_shape(looked_up(document), model_of(kind), ANY_TEXT)


def kind_of(document: Document) -> str:
    """Return which rule file this is, by its ``kind:`` line."""
    kinds = ", ".join(ALL_KINDS)
    if not isinstance(document.value, dict):
        raise RuleFileError([document.problem((), f"'키: 값'의 표여야 합니다: 첫 줄에 'kind:'를 적으세요 ({kinds})")])
    kind = document.value.get("kind")
    if not isinstance(kind, str) or kind not in ALL_KINDS:
        place: KeyPath = ("kind",) if "kind" in document.value else ()
        said = f"모르는 값({shown(kind)})입니다" if isinstance(kind, str) else "없거나 글자가 아닙니다"
        raise RuleFileError([document.problem(place, f"kind가 {said}: 다음 중 하나를 적으세요 - {kinds}")])
    return kind


def gateway_of(document: Document) -> str:
    """Return whose file this is, by its ``gateway:`` line."""
    gateway = document.value.get("gateway")
    if not isinstance(gateway, str):
        raise RuleFileError([document.problem(("gateway",), "'gateway'가 없거나 글자가 아닙니다: 적으세요")])
    return gateway


def looked_up(document: Document) -> Document:
    """Return a document without its empty tables: nobody has looked up yet what stands in them."""
    tables = {name: table for name, table in document.value.items() if table not in ([], {})}
    return document._replace(value=tables) if kind_of(document) == GATEWAY else document


def check_shape(document: Document, model: type, texts: Mapping[str, str] | None = None) -> Any:
    """Return ``document`` as ``model``; ``texts``: a text that begins with = names one of these. See :func:`shape`."""
    from pydantic import ValidationError

    if empty := list(islice(_empty(document.value, ()), MOST_FOUND)):
        message = "값이 비었습니다: 값을 적거나 이 줄을 지우세요"
        raise RuleFileError([document.problem(path, message) for path in empty])
    try:
        return _adapter(model).validate_python(_Preparing(texts).prepared(document.value, model))
    except ValidationError as error:
        details = islice(error.errors(include_url=False), MOST_FOUND)
        raise RuleFileError([_problem(document, dict(detail)) for detail in details]) from None


@cache
def _adapter(model: type) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(model)


def _empty(value: Any, path: KeyPath) -> Iterator[KeyPath]:
    """Yield the places where a value was left out: it could mean unknown, none or forgotten."""
    if value is None:
        yield path
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _empty(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _empty(item, (*path, index))


@cache
def field_types(model: type) -> dict[str, Any]:
    """Return the declared type of each field of a row."""
    return get_type_hints(model, include_extras=True)


class _Preparing:
    """Makes values what pydantic is to read: named texts in their places, reserved keys, no list for a row.

    (pydantic would take a list for the fields of a row in their order, which nobody could read in the file.)
    """

    def __init__(self, texts: Mapping[str, str] | None) -> None:
        self._texts = texts

    def prepared(self, value: Any, kind: Any) -> Any:
        """Return a value of a declared type."""
        origin = get_origin(kind)
        if origin is None and hasattr(kind, "_fields"):
            return self._row(value, field_types(kind)) if isinstance(value, dict) else _NO_ROW
        if isinstance(value, str):
            return self._text(value)
        if origin in {types.UnionType, typing.Union}:
            for option in get_args(kind):
                value = self.prepared(value, option)
        elif origin is tuple and isinstance(value, list):
            return [self.prepared(item, get_args(kind)[0]) for item in value]
        elif origin is dict and isinstance(value, dict):
            return {key: self.prepared(item, get_args(kind)[1]) for key, item in value.items()}
        return value

    def _row(self, row: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
        types_of = ((key, known.get(f"{key}_", known.get(key))) for key in row)
        return {_field(key, known): self.prepared(row[key], kind) for key, kind in types_of}

    def _text(self, text: str) -> str:
        """Return a text, or the one that it names; an unknown name is marked, to be told in its place."""
        if self._texts is None or text[:1] != NAMED:
            return text
        try:
            return self._texts[text[1:]]
        except KeyError:
            return NO_SUCH_TEXT + text


def _field(key: str, known: Mapping[str, Any]) -> str:
    """Return the field of a row that a key means; what is written in another file is none."""
    if is_gathered(known.get(key)):
        return key + _ELSEWHERE
    return f"{key}_" if key.rstrip("_") in _RESERVED else key


def plain_type(kind: Any) -> Any:
    """Return the type of a value that is there, without its marks."""
    if is_gathered(kind):
        return plain_type(get_args(kind)[0])
    if get_origin(kind) in {types.UnionType, typing.Union}:
        return next(plain_type(option) for option in get_args(kind) if option is not type(None))
    return kind


def is_gathered(kind: Any) -> bool:
    """Tell whether a declared type is of what the gateways' own files hold."""
    return get_origin(kind) is Annotated and any(isinstance(mark, Gathered) for mark in get_args(kind))


def _problem(document: Document, detail: dict[str, Any]) -> Problem:
    path: list[str | int] = []
    value = document.value
    for step in detail["loc"]:
        name = step[:-1] if isinstance(step, str) and step.rstrip("_") in _RESERVED else step
        name = name.removesuffix(_ELSEWHERE) if isinstance(name, str) else name
        with contextlib.suppress(KeyError, IndexError, TypeError):
            value = value[name]
            path.append(name)
    return document.problem(tuple(path), _message(detail, str(detail["loc"][-1]) if detail["loc"] else ""))


def _message(detail: dict[str, Any], last: str) -> str:
    context = detail.get("ctx", {})
    given = detail.get("input")
    written = shown(given) if isinstance(given, str) else "여기 적은 값"
    last = last[:-1] if last.rstrip("_") in _RESERVED else last
    match detail["type"]:
        case "missing_argument" | "missing":
            return f"빠졌습니다: '{last}' - 적으세요"
        case "unexpected_keyword_argument" | "extra_forbidden" if last.endswith(_ELSEWHERE):
            return f"결제대행사의 파일에 적는 것입니다: {shown(last.removesuffix(_ELSEWHERE))} - gateways로 옮기세요"
        case "unexpected_keyword_argument" | "extra_forbidden":
            return f"모르는 키입니다: {shown(last)} - 철자를 확인하거나 지우세요"
        case "literal_error":
            return f"쓸 수 없는 값입니다: {written} - {context['expected'].replace(' or ', ', ')} 중 하나를 적으세요"
        case "value_error":
            return str(context["error"])
        case "string_type" | "string_too_short":
            return "값이 비었거나 글자가 아닙니다: 값을 적으세요"
        case "dict_type" | "dict_attributes_type" | "arguments_type" | "named_tuple_type":
            return "'키: 값'의 표를 적으세요"
        case "tuple_type" | "list_type":
            return "'- 값'의 목록을 적으세요"
        case _:
            return f"값이 맞지 않습니다: {detail['msg']}"
