"""V1: the answer of a payment window is judged by ``success``, which the current script does not give."""

import re
from collections.abc import Iterator
from typing import Final

from portone_guide.code.expression import At
from portone_guide.code.script import FUNCTIONS
from portone_guide.code.trees import Node
from portone_guide.go_live.case import Case, Seen
from portone_guide.go_live.requests import Request

_FLAG: Final = r"(?:imp_)?success"
_CONDITIONS: Final = frozenset(("if_statement", "ternary_expression"))


def branches_on_success(case: Case, request: Request) -> Iterator[Seen]:
    """Yield the branches on ``rsp.success`` in what gets the answer of a V1 window."""
    if request.version != "v1" or not request.callback:
        return
    for function in _functions(request.callback):
        at = _branch(function)
        if at:
            yield Seen("success_flag", at.source, at.node.start, at.node.end)


def _functions(callback: At) -> Iterator[At]:
    """Yield the functions that a callback is."""
    source, node = callback
    script = source.script
    if not script:
        return
    if node.kind in FUNCTIONS:
        yield callback
    else:
        name = script.dotted(node).rpartition(".")[2]
        for function in script.named_functions.get(name, ()):
            yield At(source, function)


def _branch(function: At) -> At | None:
    source, node = function
    script = source.script
    many = node.child("parameters")
    parameter = node.child("parameter") or (many.children[0] if many and many.children else None)
    if not script or not parameter:
        return None
    parameter = parameter.child("pattern") or parameter
    body = script.of(node.child("body"))
    name = script.of(parameter)
    taken = parameter.kind == "object_pattern" and re.search(rf"\b{_FLAG}\b", name)
    if not taken and re.search(rf"\{{[^{{}}]*\b{_FLAG}\b[^{{}}]*\}}\s*=\s*{re.escape(name)}\b", body):
        taken = re.match("", "")
    flag = re.compile(rf"(?<![\w.]){_FLAG}\b" if taken else rf"(?<![\w.]){re.escape(name)}\s*(?:\?\.|\.)\s*{_FLAG}\b")
    return next((At(source, condition) for condition in _conditions(node) if flag.search(script.of(condition))), None)


def _conditions(function: Node) -> Iterator[Node]:
    for node in function.walk():
        condition = node.child("condition") if node.kind in _CONDITIONS else None
        if condition:
            yield condition
