"""What style rules hide from a person who sits before a wide screen."""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

_COMMENT: Final = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_WIDTH: Final = re.compile(r"(min|max)-width\s*:\s*([\d.]+)\s*(px|r?em)")
_SCREEN: Final = 1280.0
_MOST_RULES: Final = 1_200
_DEEPEST: Final = 50
_MOST_TEXT: Final = 2_000_000
_AWAY: Final = re.compile(r"-\s*\d{3,}")
_NAME: Final = re.compile(r"[.#][\w-]+")
_NOTHING: Final = re.compile(r"0*(?:\.0*)?(?:px|em|rem|%|pt)?")


class Rule(NamedTuple):
    """One selector and what it says of one property: hidden, or not."""

    selector: str
    property: str
    hides: bool
    weight: tuple[int, int]


def effects(style: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield what declarations say: the property, whether it hides, whether it is important."""
    told = {}
    for part in style.split(";"):
        name, _, value = part.partition(":")
        value = value.strip().lower()
        told[name.strip().lower()] = (value.replace("!important", "").strip(), "!important" in value)
    for name, (value, important) in told.items():
        match name:
            case "display":
                yield name, value == "none", important
            case "visibility":
                yield name, value in {"hidden", "collapse"}, important
            case "opacity" | "font-size":
                yield name, bool(_NOTHING.fullmatch(value)), important
            case "text-indent" | "margin-left" | "margin-top":
                yield name, bool(_AWAY.match(value)), important
            case "left" | "top" | "right":
                if told.get("position", ("",))[0] in {"absolute", "fixed"}:
                    yield "away", bool(_AWAY.match(value)), important
            case "clip":
                yield name, "rect(0" in value.replace(" ", "") or "rect(1px" in value.replace(" ", ""), important
            case "height" | "max-height" | "width":
                small = bool(_NOTHING.fullmatch(value)) or value == "1px"
                if small and told.get("overflow", ("",))[0] == "hidden":
                    yield "size", True, important
            case "color":
                behind = told.get("background-color", told.get("background", ("", False)))[0]
                if behind:
                    yield name, value == behind, important


def rules(sheet: str, first: int = 0) -> Iterator[Rule]:
    """Yield the rules of a style sheet that hide or show something on a wide screen."""
    order = first
    for selectors, body in _blocks(_COMMENT.sub(" ", sheet[:_MOST_TEXT])):
        found = list(effects(body))
        if not found:
            continue
        for selector in selectors.split(","):
            text = selector.strip()
            if not text or ":" in text:  # hovering, and what stands before and after
                continue
            order += 1
            for name, hides, important in found:
                yield Rule(text, name, hides, (_weight(text) + (100_000 if important else 0), order))


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations, those of conditions that hold on a wide screen among them."""
    heads: list[tuple[str, bool]] = []
    start = 0
    for mark in re.finditer(r"[{};]", sheet):
        end = mark.start()
        if mark.group() == "{":
            if len(heads) > _DEEPEST:
                return
            head = sheet[start:end].strip()
            around = heads[-1][1] if heads else True
            heads.append((head, around and (not head.startswith("@") or _holds(head))))
            start = mark.end()
        elif mark.group() == "}":
            if heads:
                head, holds = heads.pop()
                if holds and not head.startswith("@"):
                    yield head, sheet[start:end]
            start = mark.end()
        elif not heads or heads[-1][0].startswith("@"):
            start = mark.end()


def _holds(head: str) -> bool:
    if not head.startswith(("@media", "@supports", "@layer")):
        return False
    if "print" in head or "prefers" in head:
        return False
    for bound, number, unit in _WIDTH.findall(head):
        width = float(number) * (1 if unit == "px" else 16)
        if (bound == "min" and width > _SCREEN) or (bound == "max" and width < _SCREEN):
            return False
    return True


def _weight(selector: str) -> int:
    names = len(re.findall(r"(?:^|[\s>+~])[a-zA-Z]", selector))
    return selector.count("#") * 100 + (selector.count(".") + selector.count("[")) * 10 + names


def hidden(tree: Any, sheets: list[str]) -> set[int]:
    """Return the elements of a tree that the style sheets hide, by their own number."""
    found: list[Rule] = []
    for sheet in sheets:
        found.extend(rules(sheet, len(found)))
    if not any(rule.hides for rule in found):
        return set()
    page = _Named(tree)
    named = [rule for rule in found if page.may_fit(rule.selector)]
    decided: dict[tuple[int, str], Rule] = {}
    for rule in (rule for rule in named if rule.hides):
        _apply(page, rule, decided)
    if not decided:
        return set()
    hit = {name for _, name in decided}
    for rule in (rule for rule in named if not rule.hides and rule.property in hit):
        _apply(page, rule, decided)
    return {node for (node, _), rule in decided.items() if rule.hides}


class _Named:
    """The elements of a tree by their classes and ids: most rules of a style sheet name none that is there."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self._searches = 0
        self._by_name: dict[str, list[int]] = {}
        for node in tree.css("[class], [id]"):
            has = node.attributes
            names = {f".{name}" for name in (has.get("class") or "").split()}
            for name in (*names, f"#{has.get('id')}"):
                self._by_name.setdefault(name, []).append(node.mem_id)

    def may_fit(self, selector: str) -> bool:
        """Tell whether every class and id in a selector is there."""
        return all(name in self._by_name for name in _NAME.findall(selector))

    def elements(self, selector: str) -> list[int]:
        """Return the elements that a selector fits, by their own number."""
        if _NAME.fullmatch(selector):
            return self._by_name.get(selector, [])
        self._searches += 1
        if self._searches > _MOST_RULES:
            return []
        try:
            return [node.mem_id for node in self._tree.css(selector)]
        except Exception:  # a selector that the parser does not know
            return []


def _apply(page: _Named, rule: Rule, decided: dict[tuple[int, str], Rule]) -> None:
    for node in page.elements(rule.selector):
        key = (node, rule.property)
        if key in decided or rule.hides:
            before = decided.get(key)
            if before is None or before.weight <= rule.weight:
                decided[key] = rule
