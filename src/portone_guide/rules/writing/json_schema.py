"""The JSON Schema of each kind of rule file, from its model: editors complete and check by it.

Every scalar is text to us; an editor's YAML makes numbers and truths of some, so where text is meant it takes those.
"""

import inspect
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from portone_guide.rules.book import model_of
from portone_guide.rules.models import fields
from portone_guide.rules.reading.shape import field_types, is_gathered, plain_type

_TEXT: Final[dict[str, Any]] = {"type": ["string", "number", "boolean"]}
_ID: Final = {"type": ["string", "number"], "pattern": "^[A-Za-z0-9_\\-.:/]+$"}
_NUMBERS: Final = (fields.Whole, fields.DayCount, fields.MonthCount)
_PARSED: Final[tuple[tuple[Any, dict[str, Any]], ...]] = (
    (fields.Flag, {"enum": ["yes", "no"]}),
    *((day, {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}) for day in (fields.Day, fields.FactDay)),
    *((number, {"type": ["integer", "string"], "pattern": "^\\d{1,15}$"}) for number in _NUMBERS),
    (fields.Url, {"type": "string", "pattern": "^https://"}),
    (fields.Won, {"type": "string", "pattern": "^[\\d,]+ ?KRW$"}),
    (fields.ForeignMoney, {"type": "string", "pattern": "^[\\d,.]+ ?[A-Z]{3}$"}),
    (fields.Rate, {"type": "string"}),
    (fields.Quoted, {"type": ["string", "object"]}),
)


def schema_of(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of rule file: every key is told, and no other may be there."""
    made = _Schema()
    root = made.row(model_of(kind))
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"portone-guide: {kind}"}
    return {**head, **root, "definitions": dict(sorted(made.definitions.items()))}


class _Schema:
    """Makes the schema of one kind; each row's stands once, under its name."""

    def __init__(self) -> None:
        self.definitions: dict[str, dict[str, Any]] = {}

    def row(self, model: Any) -> dict[str, Any]:
        """Return the schema of a row."""
        known = {name.removesuffix("_"): hint for name, hint in field_types(model).items() if not is_gathered(hint)}
        needed = [name.removesuffix("_") for name in field_types(model) if name not in model._field_defaults]
        return {
            "description": " ".join(inspect.cleandoc(model.__doc__ or "").split()),
            "type": "object",
            "properties": {name: self._of(hint) for name, hint in known.items()},
            "required": needed,
            "additionalProperties": False,
        }

    def _name(self, hint: Any) -> dict[str, Any]:
        """Return what the keys of a table are: ids, one of some words, or any text."""
        kind = plain_type(hint)
        is_text = get_origin(kind) is Annotated and self._of(kind) == _TEXT
        return self._of(kind) if is_text or get_origin(kind) is Literal else {"pattern": _ID["pattern"]}

    def _of(self, hint: Any) -> dict[str, Any]:
        kind = plain_type(hint)
        origin = get_origin(kind)
        if origin is Annotated:
            return next((schema for parsed, schema in _PARSED if parsed == kind), _ID if _is_id(kind) else _TEXT)
        if origin is Literal:
            return {"enum": list(get_args(kind))}
        if origin is tuple:
            return {"type": "array", "items": self._of(get_args(kind)[0])}
        if origin is dict:
            key, item = get_args(kind)
            return {"type": "object", "propertyNames": self._name(key), "additionalProperties": self._of(item)}
        if kind.__name__ not in self.definitions:
            self.definitions[kind.__name__] = {}  # a row may hold its like
            self.definitions[kind.__name__] = self.row(kind)
        return {"$ref": f"#/definitions/{kind.__name__}"}


def _is_id(kind: Any) -> bool:
    return get_args(kind)[1] in {get_args(fields.Id)[1], get_args(fields.Code)[1]}
