"""From a parsed document to a typed file, with every wrong value told in Korean and in its place."""

import contextlib
from functools import cache
from typing import Any

from portone_guide.rules.book import FILE_KINDS
from portone_guide.rules.errors import Problem, RuleFileError
from portone_guide.rules.yaml_text import Document, KeyPath

# Words that Python keeps for itself; the files write them without the underscore.
_RESERVED = ("from", "import", "class")


def shape(document: Document) -> tuple[str, Any]:
    """Return the kind of a document and its typed value.

    :raises RuleFileError: all wrong keys and values.
    """
    kind = kind_of(document)
    return kind, check_shape(document, FILE_KINDS[kind])


def kind_of(document: Document) -> str:
    """Return which rule file this is, by its ``kind:`` line."""
    kinds = ", ".join(FILE_KINDS)
    if not isinstance(document.value, dict):
        raise RuleFileError([document.problem((), f"'키: 값'의 표여야 합니다: 첫 줄에 'kind:'를 적으세요 ({kinds})")])
    kind = document.value.get("kind")
    if kind not in FILE_KINDS:
        place: KeyPath = ("kind",) if "kind" in document.value else ()
        said = "없습니다" if kind is None else f"'{kind}'은(는) 모르는 값입니다"
        raise RuleFileError([document.problem(place, f"kind가 {said}: 다음 중 하나를 적으세요 - {kinds}")])
    return str(kind)


def check_shape(document: Document, model: type) -> Any:
    """Return ``document`` as ``model``; see :func:`shape`."""
    from pydantic import ValidationError

    try:
        return _adapter(model).validate_python(_renamed(document.value))
    except ValidationError as error:
        raise RuleFileError([_problem(document, dict(detail)) for detail in error.errors()]) from None


@cache
def _adapter(model: type) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(model)


def _renamed(value: Any) -> Any:
    """Give reserved keys their underscore, as the models have them."""
    if isinstance(value, dict):
        return {f"{key}_" if key in _RESERVED else key: _renamed(item) for key, item in value.items()}
    return [_renamed(item) for item in value] if isinstance(value, list) else value


def _problem(document: Document, detail: dict[str, Any]) -> Problem:
    path: list[str | int] = []
    value = document.value
    for step in detail["loc"]:
        name = step.removesuffix("_") if isinstance(step, str) and step[:-1] in _RESERVED else step
        with contextlib.suppress(KeyError, IndexError, TypeError):
            value = value[name]
            path.append(name)
    return document.problem(tuple(path), _message(detail, str(detail["loc"][-1]) if detail["loc"] else ""))


def _message(detail: dict[str, Any], last: str) -> str:
    context = detail.get("ctx", {})
    given = detail.get("input")
    shown = f"'{given}'" if isinstance(given, str) else "여기 적은 값"
    match detail["type"]:
        case "missing_argument" | "missing":
            return f"'{last.removesuffix('_')}'이(가) 없습니다: 적으세요"
        case "unexpected_keyword_argument" | "extra_forbidden":
            return f"모르는 키입니다: '{last}' - 철자를 확인하거나 지우세요"
        case "literal_error":
            return f"{shown}은(는) 쓸 수 없습니다: {context['expected'].replace(' or ', ', ')} 중 하나를 적으세요"
        case "value_error":
            return str(context["error"])
        case "string_type" | "string_too_short":
            return "값이 비었거나 글자가 아닙니다: 값을 적으세요"
        case "dict_type" | "dict_attributes_type" | "arguments_type":
            return "'키: 값'의 표를 적으세요"
        case "tuple_type" | "list_type":
            return "'- 값'의 목록을 적으세요"
        case _:
            return f"값이 맞지 않습니다: {detail['msg']}"
