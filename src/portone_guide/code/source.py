"""One file of a merchant, read: its text without comments, its strings with their names, its scripts."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final, NamedTuple

from portone_guide.code.files import ReadFile
from portone_guide.code.languages import SCRIPTS
from portone_guide.code.regions import FILLED, GAP, Cut, blank, scripts_of_component, scripts_of_page, without_comments
from portone_guide.code.script import Script
from portone_guide.code.settings import settings
from portone_guide.code.trees import Span, Spans, spans_of

_QUOTED: Final = re.compile(r"^[a-zA-Z]{0,2}(\"\"\"|'''|\"|'|`)(.*)\1$", re.DOTALL)
_GIVEN: Final = re.compile(r"(?:=>|=|:)$")
_NAME: Final = re.compile(r"[\w.$\-]+$")
_BREAK: Final = re.compile(r"[;{}(,\n]")
_PUT: Final = re.compile(r"[\"'`]([A-Za-z][\w.\-]{0,40})[\"'`]\s*,\s*$")
_WORD_BEFORE: Final = re.compile(r"[\w.$:]+$")
_TAG: Final = re.compile(r"<[a-zA-Z][^<>]*>")
_ATTRIBUTE: Final = re.compile(r"([\w:@.\-]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_NEAR: Final = 120


class Place(NamedTuple):
    """A line and a column, from 1."""

    line: int
    column: int


class Literal(NamedTuple):
    """A text in the code: its value, where it stands, and the name that it is given (or the key of a call)."""

    value: str
    start: int
    end: int
    name: str = ""
    called: str = ""


class Source:
    """One file; what is asked of it is worked out when it is first asked."""

    def __init__(self, file: ReadFile) -> None:
        self.path = file.path
        self.language = file.language
        self.text = file.text

    def place(self, at: int) -> Place:
        """Return the line and column of a place."""
        line = bisect_right(self._lines, at)
        return Place(line, at - self._lines[line - 1] + 1)

    def line(self, at: int) -> str:
        """Return the line of a place."""
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        return self.text[start : len(self.text) if end < 0 else end]

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    @cached_property
    def _cut(self) -> Cut | None:
        if self.language in SCRIPTS:
            return Cut(self.text, self.language)
        if self.language == "component":
            return scripts_of_component(self.text)
        return scripts_of_page(self.path, self.text) if self.language in {"markup", "php"} else None

    @cached_property
    def script(self) -> Script | None:
        """The scripts of the file as one; None where there are none."""
        return Script(self._cut.text, self._cut.language) if self._cut and self._cut.text.strip() else None

    @cached_property
    def _spans(self) -> Spans:
        """Comments and strings of the file's own language and of the scripts in it."""
        found = [spans_of(self._cut.text, self._cut.language)] if self._cut and self._cut.text.strip() else []
        if self.language in {"python", "java", "kotlin", "php"}:
            found.append(spans_of(self.text, self.language))
        return Spans(
            sorted(span for spans in found for span in spans.comments),
            sorted({span for spans in found for span in spans.strings}),
        )

    @cached_property
    def clean(self) -> str:
        """The text with spaces in place of comments."""
        text = without_comments(self.text) if self.language in {"markup", "component", "php"} else self.text
        if self.language == "config" and not self.path.endswith(".json"):
            return re.sub(r"(?m)^\s*[#!].*$", lambda found: blank(found[0]), text)
        parts, at = [], 0
        for start, end in self._spans.comments:
            if start >= at:
                parts += [text[at:start], blank(text[start:end])]
                at = end
        text = "".join([*parts, text[at:]])
        return re.sub(r"/\*.*?\*/", lambda found: blank(found[0]), text, flags=re.DOTALL) if "<%" in text else text

    @cached_property
    def literals(self) -> tuple[Literal, ...]:
        """The strings of the file with the names that they are given, without those in comments."""
        if self.language == "config":
            return tuple(Literal(*setting) for setting in settings(self.path, self.clean))
        found = {span: self._literal(span) for span in self._spans.strings if self.clean[span.start].strip()}
        if self.language in {"markup", "component", "php"}:
            for tag in _TAG.finditer(self.clean):
                for hit in _ATTRIBUTE.finditer(self.clean, tag.start(), tag.end()):
                    span = Span(hit.start(2), hit.end(2))
                    found.setdefault(span, Literal(hit[2][1:-1], span.start + 1, span.end - 1, hit[1]))
        return tuple(found[span] for span in sorted(found))

    def _literal(self, span: Span) -> Literal:
        text = (self._cut.text if self._cut else self.text)[span.start : span.end]
        text = text if text.strip() else self.text[span.start : span.end]  # in a page, outside its scripts
        quoted = _QUOTED.match(text)
        value = FILLED.sub(GAP, quoted[2] if quoted else text.strip("\"'`"))
        at = span.start + (quoted.start(2) if quoted else 0)
        end = span.end - (len(quoted[1]) if quoted else 0)
        before = self.clean[max(0, span.start - _NEAR) : span.start]
        return Literal(value, at, end, _named(before.rstrip()), _called(before))


def _named(before: str) -> str:
    """Return the name that a text is given, by the code before it: ``name: Type =``, ``"name":``, ``put("name",``."""
    given = _GIVEN.search(before)
    if not given:
        put = _PUT.search(before) if before.endswith(",") else None
        return put[1] if put else ""
    rest = _BREAK.split(before[: given.start()].rstrip(" :?|+"))[-1]
    if given[0] == "=" and ":" in rest:  # a type stands between
        rest = rest.partition(":")[0]
    found = _NAME.search(rest.rstrip(" \t\"'`])"))
    return found[0] if found else ""


def _called(before: str) -> str:
    """Return what is called with a text, by the code before it."""
    depth = 0
    for at in range(len(before) - 1, -1, -1):
        depth += (before[at] == ")") - (before[at] == "(")
        if depth < 0:
            found = _WORD_BEFORE.search(before[:at].rstrip())
            return found[0] if found else ""
        if before[at] in ";{}":
            return ""
    return ""
