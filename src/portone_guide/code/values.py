"""What an expression can be: a text, a number, something of the surroundings, or not to be told."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from portone_guide.code.expression import FAR, WRAPPERS, At, Value, filled
from portone_guide.code.regions import GAP

if TYPE_CHECKING:
    from portone_guide.code.project import Project

_ENVIRONMENT: Final = re.compile(r"^(?:process\.env|import\.meta\.env|Deno\.env|env|\$env|useRuntimeConfig|config)\b")
_EMPTY: Final = frozenset(("undefined", "null"))
_THROUGH: Final = frozenset(("Number", "String", "parseInt", "parseFloat", "BigInt", "encodeURIComponent", "encodeURI"))


def values_of(project: "Project", at: At, far: int) -> list[Value]:
    """Return all that an expression can be, as far as it can be told."""
    if far > FAR:
        return [Value("unknown", at.text, at)]
    make = _KINDS.get(at.node.kind)
    return make(project, at, far) if make else [Value("unknown", at.text, at)]


def _string(project: "Project", at: At, far: int) -> list[Value]:
    text = filled(at.text[1:-1])
    return [Value("text" if text else "empty", text, at)]


def _template(project: "Project", at: At, far: int) -> list[Value]:
    """Return a template with what is filled in, where that is one known text."""
    text, end = "", at.node.start + 1
    whole = at.source.script.text if at.source.script else ""
    for part in at.node.children:
        if part.kind != "template_substitution":
            continue
        inner = [value for child in part.children for value in values_of(project, At(at.source, child), far + 1)]
        known = inner[0].text if len(inner) == 1 and inner[0].kind in {"text", "number"} else GAP
        text += whole[end : part.start] + known
        end = part.end
    text = filled(text + whole[end : at.node.end - 1])
    return [Value("text" if text else "empty", text, at)]


def _number(project: "Project", at: At, far: int) -> list[Value]:
    return [Value("number", at.text.replace("_", ""), at)]


def _nothing(project: "Project", at: At, far: int) -> list[Value]:
    return [Value("empty", "", at)]


def _object(project: "Project", at: At, far: int) -> list[Value]:
    return [Value("object", "", at)]


def _inner(project: "Project", at: At, far: int) -> list[Value]:
    return values_of(project, At(at.source, at.node.children[0]), far + 1) if at.node.children else []


def _name(project: "Project", at: At, far: int) -> list[Value]:
    if at.text in _EMPTY:
        return [Value("empty", "", at)]
    if at.node.kind == "identifier" and filled(at.text) == GAP:
        return [Value("text", GAP, at)]
    if at.node.kind == "member_expression" and _ENVIRONMENT.match(at.text):
        return [Value("environment", at.text, at)]
    script = at.source.script
    bounds = script.bounds(at.text, at.node) if script else []
    if at.node.kind != "member_expression" and any(bound.function and not bound.value for bound in bounds):
        given = [value for one in project.targets(at, far) for value in values_of(project, one, far + 1)]
        return [*given, Value("unknown", at.text, at)]
    found = []
    for one in project.targets(at, far):
        guarded = bool(one.source.script and one.source.script.guarded(one.node))
        found += [value._replace(guarded=value.guarded or guarded) for value in values_of(project, one, far + 1)]
    return found or [Value("unknown", at.text, at)]


def _ternary(project: "Project", at: At, far: int) -> list[Value]:
    condition, *ways = at.node.children
    guarded = bool(at.source.script and at.source.script.asks_where(condition))
    found = [value for way in ways for value in values_of(project, At(at.source, way), far + 1)]
    return [value._replace(guarded=value.guarded or guarded) for value in found]


def _binary(project: "Project", at: At, far: int) -> list[Value]:
    left, right = at.node.child("left"), at.node.child("right")
    script = at.source.script
    if not left or not right or not script:
        return [Value("unknown", at.text, at)]
    operator = script.text[left.end : right.start].strip()
    firsts = values_of(project, At(at.source, left), far + 1)
    seconds = values_of(project, At(at.source, right), far + 1)
    if operator in {"||", "??"}:
        return [*firsts, *(value._replace(fallback=True) for value in seconds)]
    if operator == "&&":
        return seconds
    texts = [value for value in (*firsts, *seconds) if value.kind == "text"]
    if operator != "+" or not texts:
        return [Value("unknown", at.text, at)]
    joined = "".join(
        one[0].text if len(one) == 1 and one[0].kind in {"text", "number"} else GAP for one in (firsts, seconds)
    )
    return [Value("text", re.sub(f"{GAP}+", GAP, joined), at)]


def _call(project: "Project", at: At, far: int) -> list[Value]:
    called, arguments = at.node.child("function"), at.node.child("arguments")
    script = at.source.script
    name = script.dotted(called) if script else ""
    if name in _THROUGH and arguments and arguments.children:
        return values_of(project, At(at.source, arguments.children[0]), far + 1)
    return [Value("unknown", at.text, at)]


_KINDS: Final[dict[str, Callable[["Project", At, int], list[Value]]]] = {
    "string": _string,
    "template_string": _template,
    "number": _number,
    "undefined": _nothing,
    "null": _nothing,
    "object": _object,
    **dict.fromkeys(WRAPPERS, _inner),
    "identifier": _name,
    "shorthand_property_identifier": _name,
    "member_expression": _name,
    "ternary_expression": _ternary,
    "binary_expression": _binary,
    "call_expression": _call,
}
