"""A sentence stands once in the gateways' files: what several rows say has a name."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from portone_guide.rules.errors import Problem, shown
from portone_guide.rules.models.fields import NAMED
from portone_guide.rules.reading.yaml_text import Document, KeyPath

# Where sentences stand; the others are labels, which rows may share: what a field or a paper is called, a menu's path.
_SENTENCES: Final = {
    *("text", "why", "what", "note", "notes", "when", "steps", "screening_note", "cycle", "next"),
}
_CLAIMS: Final = ("conflicts", "papers", "contacts", "texts")
"""Tables of what pages say each in their words, of what things are called, and of the named texts themselves."""
_SHORT: Final = 20
"""Letters of what is no sentence yet."""


def repeated(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield each sentence that a row before it says, in this file or another."""
    first: dict[str, Document] = {}
    for document in documents.values():
        for table, rows in document.value.items():
            for path, text in _sentences(rows, (table,), "") if table not in _CLAIMS else ():
                if text not in first:
                    first[text] = document
                    continue
                where = "이 파일의" if first[text] is document else f"{first[text].file}에도 있습니다: texts.yaml의"
                message = f"같은 글이 두 번 있습니다: {shown(text)} - {where} texts에 두고 행에는 =이름 으로 적으세요"
                yield document.problem(path, message)


def _sentences(value: Any, path: KeyPath, field: str) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _sentences(item, (*path, key), key)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _sentences(item, (*path, index), field)
    elif isinstance(value, str) and field in _SENTENCES and len(value) > _SHORT and not value.startswith(NAMED):
        yield path, value
