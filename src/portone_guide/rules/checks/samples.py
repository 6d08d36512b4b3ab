"""Sample calls: of their own version and style, with parameters that source text can be made of."""

import json
from collections.abc import Iterable, Iterator, Mapping
from math import isfinite
from typing import Any, Final, get_args

from portone_guide.rules.checks.check import ReadFiles, Wrong
from portone_guide.rules.errors import shown
from portone_guide.rules.models.sample import CodeSample, SampleVariable
from portone_guide.rules.reading.yaml_text import KeyPath

_VARIABLES: Final = get_args(SampleVariable)
_DEEPEST: Final = 20
# In JavaScript no member of an object, but what it is made of.
_NO_MEMBER: Final = "__proto__"


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield calls of another version or style than their row, and names and values that no program can have."""
    for module, rows in files.code_samples.samples.items():
        for index, row in enumerate(rows):
            path: KeyPath = ("samples", module, index)
            for place, message in (*_call(row), *_parameters(row)):
                yield Wrong("code_samples", (*path, *place), message)


def _call(row: CodeSample) -> Iterator[tuple[KeyPath, str]]:
    if not row.call.startswith(f"{row.portone}_"):
        yield ("call",), f"포트원 {row.portone}의 호출이 아닙니다: '{row.call}' - portone이나 call을 고치세요"
    if ("_api_" in row.call) != (row.style == "api"):
        yield ("call",), f"연동방식이 {row.style}인 호출이 아닙니다: '{row.call}' - style이나 call을 고치세요"


def _parameters(row: CodeSample) -> Iterator[tuple[KeyPath, str]]:
    for method, value in row.methods.items():
        if wrong := _wrong_variable(value):
            yield ("methods", method), wrong
    of_methods = [name for params in row.method_params.values() for name in params]
    yield from _table(("params",), row.params, (*row.params, *of_methods))
    yield from _table(("charge_params",), row.charge_params, row.charge_params)
    for method, params in row.method_params.items():
        yield from _table(("method_params", method), params, (*row.params, *params))


def _table(path: KeyPath, params: Mapping[str, str], beside: Iterable[str]) -> Iterator[tuple[KeyPath, str]]:
    """Yield what is wrong in a table of parameters, ``beside`` all that stand in the same call."""
    for name, text in params.items():
        place = (*path, name)
        parts = name.split(".")
        if not all(part.isidentifier() for part in parts):
            yield place, f"쓸 수 없는 이름입니다: {shown(name)} - 'easyPay.provider'처럼 이름을 점 하나로 이으세요"
        elif _NO_MEMBER in parts:
            yield place, f"쓸 수 없는 이름입니다: {shown(name)} - JavaScript가 따로 쓰는 이름을 지우세요"
        if inner := next((other for other in beside if other.startswith(f"{name}.")), None):
            yield place, f"'{inner}'의 바깥 이름이기도 합니다: '{name}' - 값이거나 표이거나 하나로 적으세요"
        if wrong := _wrong_value(text):
            yield place, wrong


def _wrong_value(text: str) -> str | None:
    if _depth(text) > _DEEPEST:
        return f"너무 깊은 값입니다: {shown(text)} - {_DEEPEST}겹까지 적을 수 있습니다"
    try:
        value = json.loads(text)
    except ValueError:
        if text.startswith(("{", "[")):
            return f"JSON이 아닙니다: {shown(text)} - 괄호와 따옴표를 확인하세요"
        return _wrong_variable(text)
    return next(filter(None, map(_wrong_part, _parts(value))), None)


def _depth(text: str) -> int:
    """Return how deep brackets stand in each other: counted, since to read them could go too deep for Python."""
    depth = deepest = 0
    for char in text:
        depth += (char in "[{") - (char in "]}")
        deepest = max(deepest, depth)
    return deepest


def _parts(value: Any) -> Iterator[Any]:
    """Yield a value, and all keys and values within it; a key as a tuple of its own."""
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict):
        yield from ((key,) for key in value)
    for item in inner:
        yield from _parts(item)


def _wrong_part(part: Any) -> str | None:
    match part:
        case float() if not isfinite(part):
            return "쓸 수 없는 수입니다: NaN, Infinity나 너무 큰 수 대신 출처의 값을 적으세요"
        case (str(key),) if isinstance(part, tuple) and key == _NO_MEMBER:
            return f"쓸 수 없는 이름입니다: {shown(key)} - JavaScript가 따로 쓰는 이름을 지우세요"
        case str():
            return _wrong_variable(part)
    return None


def _wrong_variable(text: str) -> str | None:
    if text.startswith("$") and text not in _VARIABLES:
        return f"예제 코드에 없는 변수입니다: {shown(text)} - {', '.join(_VARIABLES)} 중 하나를 적으세요"
    return None
