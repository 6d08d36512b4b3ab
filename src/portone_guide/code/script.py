"""The scripts of one file: the calls in them, the names that they give, and where names come from."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from portone_guide.code.trees import Node, tree_of

FUNCTIONS: Final = frozenset(
    (
        "function_declaration",
        "function_expression",
        "arrow_function",
        "method_definition",
        "generator_function_declaration",
    )
)
_DEV: Final = re.compile(
    r"NODE_ENV|\bis_?dev|__DEV__|\.env\.(?:DEV|PROD|MODE)\b|\bDEBUG\b|localhost|hostname|\bis_?local|\bis_?test|\bis_?prod"
    r"|APP_ENV|production|development|staging|sandbox|use_?test|test_?mode",
    re.IGNORECASE,
)


class Call(NamedTuple):
    """A call, or an element of JSX with its attributes as ``fields``: what is called, with what, and where."""

    name: str
    arguments: tuple[Node, ...]
    node: Node
    fields: "dict[str, Node]"


class Bound(NamedTuple):
    """What a name stands for in a scope: a value, a key of a value, or the parameter of a function."""

    scope: Node
    value: Node | None = None
    key: str | None = None
    function: Node | None = None
    position: int = 0
    fallback: bool = False


class Imported(NamedTuple):
    """Where a name comes from: ``name`` is ``*`` for the whole module."""

    module: str
    name: str


class Script:
    """The scripts of a file and all that is found in one walk over them."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.root = tree_of(text, language)
        self.calls: list[Call] = []
        self.objects: list[Node] = []
        self.imports: dict[str, Imported] = {}
        self.exports: dict[str, Node] = {}
        self.named_functions: defaultdict[str, list[Node]] = defaultdict(list)
        self.names: defaultdict[str, list[Bound]] = defaultdict(list)
        self.members: defaultdict[str, list[tuple[str, Node]]] = defaultdict(list)
        for node in self.root.walk():
            take = _TAKERS.get(node.kind)
            if take:
                take(self, node)

    def of(self, node: Node | None) -> str:
        """Return the text of a node."""
        return self.text[node.start : node.end] if node else ""

    def guarded(self, node: Node) -> bool:
        """Tell whether a node stands behind a question of where the code runs."""
        inner = node
        for outer in node.ancestors():
            condition = outer.child("condition")
            if condition and condition is not inner and self.asks_where(condition):
                return True
            inner = outer
        return False

    def asks_where(self, condition: Node) -> bool:
        """Tell whether a condition is about development, tests or production."""
        return bool(_DEV.search(self.of(condition)))

    def dotted(self, node: Node | None) -> str:
        """Return the name of what is called, without what TypeScript or optional chaining add to it."""
        text = re.sub(r"\s+", "", re.sub(r"\(\s*(?:<\w+>)?([\w.?]+)(?:\s+as\s[^()]*)?\)", r"\1", self.of(node)))
        return text.replace("?.", ".").replace("!.", ".").replace("()", "")

    def function_around(self, node: Node) -> Node | None:
        """Return the innermost function that a node stands in."""
        return next((outer for outer in node.ancestors() if outer.kind in FUNCTIONS), None)

    def name_of_function(self, function: Node) -> str:
        """Return the name that a function has or is given."""
        own = function.child("name")
        if own:
            return self.of(own)
        outer = function.parent
        while outer and outer.kind in {"call_expression", "arguments", "parenthesized_expression", "await_expression"}:
            outer = outer.parent  # useCallback(() => ...)
        field = {"variable_declarator": "name", "pair": "key", "assignment_expression": "left"}.get(
            outer.kind if outer else ""
        )
        named = outer.child(field or "name") or outer.child("property") if outer else None
        return self.dotted(named).rpartition(".")[2].strip("\"'") if named else ""

    def arguments_of_callers(self, function: Node, index: int) -> Iterator[Node]:
        """Yield what the calls of a function in this file give for one of its parameters."""
        name = self.name_of_function(function)
        for call in self.calls if name else ():
            if call.name.rpartition(".")[2] == name and len(call.arguments) > index:
                yield call.arguments[index]

    def bounds(self, name: str, at: Node) -> list[Bound]:
        """Return what a name stands for at a place: everything that the innermost scope with it gives."""
        found = self.names.get(name, [])
        for scope in (*(outer for outer in at.ancestors() if outer.kind in FUNCTIONS), self.root):
            here = [bound for bound in found if bound.scope is scope]
            if here:
                return here
        return []

    # What the walk takes from each kind of node.

    def take_call(self, node: Node) -> None:
        """Take a call."""
        function, arguments = node.child("function") or node.child("constructor"), node.child("arguments")
        if function and arguments and arguments.kind == "arguments":
            given = tuple(child for child in arguments.children if child.kind != "comment")
            self.calls.append(Call(self.dotted(function), given, node, {}))

    def take_element(self, node: Node) -> None:
        """Take an element of JSX as a call."""
        fields = {}
        for attribute in node.children:
            if attribute.kind == "jsx_attribute" and len(attribute.children) == 2:
                key, value = attribute.children
                inner = value.children[0] if value.kind == "jsx_expression" and value.children else value
                fields[self.of(key)] = inner
        name = node.child("name")
        if name and fields:
            self.calls.append(Call(f"<{self.of(name)}>", (), node, fields))

    def take_declaration(self, node: Node) -> None:
        """Take ``const a = ...``."""
        name, value = node.child("name"), node.child("value")
        if name:
            self._bind(name, value, self._scope(node))
            if value and value.kind in FUNCTIONS:
                self.named_functions[self.of(name)].append(value)

    def take_assignment(self, node: Node) -> None:
        """Take ``a = ...`` and ``a.b = ...``."""
        left, right = node.child("left"), node.child("right")
        if not left or not right:
            return
        if left.kind == "identifier":
            bounds = self.bounds(self.of(left), node)
            scope = bounds[0].scope if bounds else self._scope(node)
            self.names[self.of(left)].append(Bound(scope, right))
        elif left.kind in {"member_expression", "subscript_expression"}:
            key = left.child("property") or left.child("index")
            self.members[self.dotted(left.child("object"))].append((self.of(key).strip("\"'`"), right))

    def take_function(self, node: Node) -> None:
        """Take a function with its parameters."""
        name = node.child("name")
        if name:
            self.named_functions[self.of(name)].append(node)
        one, many = node.child("parameter"), node.child("parameters")
        parameters = many.children if many else []
        for index, parameter in enumerate([one] if one else parameters):
            pattern = parameter.child("pattern") or parameter.child("left") or parameter
            default = parameter.child("value") or parameter.child("right")
            if pattern.kind == "identifier":
                self.names[self.of(pattern)].append(Bound(node, None, None, node, index))
                if default:
                    self.names[self.of(pattern)].append(Bound(node, default, fallback=True))
            else:
                self._bind_pattern(pattern, None, node, (node, index))

    def take_field(self, node: Node) -> None:
        """Take a field of a class."""
        name = node.child("name") or node.child("property")
        value = node.child("value")
        if name and value:
            self.members["this"].append((self.of(name), value))

    def take_import(self, node: Node) -> None:
        """Take ``import ... from``."""
        module = self.of(node.child("source")).strip("\"'")
        for part in node.walk():
            if part.kind == "import_specifier":
                name, alias = part.child("name"), part.child("alias")
                self.imports[self.of(alias or name)] = Imported(module, self.of(name))
            elif part.kind == "namespace_import":
                self.imports[self.of(part.children[0])] = Imported(module, "*")
            elif part.kind == "identifier" and part.parent and part.parent.kind == "import_clause":
                self.imports[self.of(part)] = Imported(module, "default")

    def take_export(self, node: Node) -> None:
        """Take ``export default``; other exports are names of the file."""
        value = node.child("value")
        if value:
            self.exports["default"] = value

    def _scope(self, node: Node) -> Node:
        return self.function_around(node) or self.root

    def _bind(self, name: Node, value: Node | None, scope: Node) -> None:
        if name.kind == "identifier":
            self.names[self.of(name)].append(Bound(scope, value))
        else:
            self._bind_pattern(name, value, scope, None)

    def _bind_pattern(self, pattern: Node, value: Node | None, scope: Node, parameter: tuple[Node, int] | None) -> None:
        """Take the names of ``{ a, b: c, d = 1 }``; each is a key of the value or of the parameter."""
        function, index = parameter or (None, 0)
        for part in pattern.children if pattern.kind == "object_pattern" else ():
            left = part.child("left") or part
            key = self.of(left.child("key") or left)
            local = self.of(left.child("value") or left)
            self.names[local].append(Bound(scope, value, key, function, index))
            default = part.child("right")
            if default:
                self.names[local].append(Bound(scope, default, fallback=True))


_TAKERS: Final = {
    "call_expression": Script.take_call,
    "new_expression": Script.take_call,
    "jsx_self_closing_element": Script.take_element,
    "jsx_opening_element": Script.take_element,
    "variable_declarator": Script.take_declaration,
    "assignment_expression": Script.take_assignment,
    **dict.fromkeys(FUNCTIONS, Script.take_function),
    "public_field_definition": Script.take_field,
    "field_definition": Script.take_field,
    "object": lambda script, node: script.objects.append(node),
    "import_statement": Script.take_import,
    "export_statement": Script.take_export,
}
