"""Blocks as elements of an HTML page."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from portone_guide.terminal.blocks import (
    Bars,
    Block,
    Bullets,
    Chart,
    Code,
    Column,
    Command,
    Heading,
    Linked,
    Table,
    Task,
    Tasks,
    Text,
    Timeline,
)
from portone_guide.terminal.elements import Child, link, listed, made, said
from portone_guide.terminal.html_charts import bars_element, chart_elements, timeline_elements
from portone_guide.terminal.states import cell_tone


class Names:
    """Names for the parts of one page: each is there once."""

    def __init__(self) -> None:
        self._count = 0
        self._heading = ""

    def new(self) -> str:
        """Return an id."""
        self._count += 1
        return f"s{self._count}"

    def under(self, heading: str) -> None:
        """Take note of the heading that what follows stands under."""
        self._heading = heading

    def table(self) -> str:
        """Return what the next table is called, for those who hear the page."""
        self._count += 1
        return f"{self._heading} 표 {self._count}".strip()


def block_elements(block: Block, names: Names) -> Iterator[Element]:
    """Yield what a block is on a page."""
    match block:
        case Text(text, tone):
            yield made("p", {"class": tone}, *said(text))
        case Bullets(tone=tone):
            items = [_item(first, rest) for first, rest in block.lines()]
            if items:
                yield listed(tone, items)
        case Tasks(tasks):
            if tasks:
                yield listed("tasks", map(_task, tasks))
        case Table():
            yield table_element(block, names.table())
        case Bars():
            yield bars_element(block)
        case Chart():
            yield from chart_elements(block, names.new())
            yield table_element(block.table(), names.table())
        case Timeline():
            yield from timeline_elements(block)
        case Command(command, why):
            yield made("p", {"class": "why"}, f"{why}:")
            yield made("pre", {}, made("code", {}, command))
        case Code(text=text):
            yield made("pre", {}, made("code", {}, text))
        case Heading():
            raise AssertionError("headings are the page's")


def table_element(block: Table, name: str) -> Element:
    """Return a table that scrolls by itself where it is too wide, with the keyboard too."""
    sides = [{"class": "right"} if column.right else {} for column in block.columns]
    head = (
        made("th", {"scope": "col", **side}, column.title) for column, side in zip(block.columns, sides, strict=True)
    )
    rows = (
        made(
            "tr",
            {},
            made("th", {"scope": "row", **sides[0]}, row[0]),
            *(_cell(cell, column) for cell, column in zip(row[1:], block.columns[1:], strict=True)),
        )
        for row in block.rows
    )
    table = made("table", {}, made("thead", {}, made("tr", {}, *head)), made("tbody", {}, *rows))
    return made("div", {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": name}, table)


def _cell(text: str, column: Column) -> Element:
    tone = cell_tone(text)
    classes = [*(["right"] if column.right else []), *([tone] if tone != "normal" else [])]
    return made("td", {"class": " ".join(classes)} if classes else {}, text)


def _item(first: str, rest: list[str]) -> Element:
    """Return an item with its lines; where one of them is an address alone, the first line is the link."""
    address = next((line for line in rest if line.startswith("https://") and " " not in line), None)
    head: tuple[Child, ...] = (link(first, address),) if address else _line(first)
    under = (line for line in rest if line is not address)
    kind = {"class": "page"} if address else {}
    return made("li", kind, *head, *_details(under))


def _details(lines: Iterable[str]) -> Iterator[Element]:
    return (made("span", {"class": "detail"}, *_line(line)) for line in lines)


def _line(text: str) -> tuple[Child, ...]:
    return (link(text, text.url),) if isinstance(text, Linked) else said(text)


def _task(task: Task) -> Element:
    state = task.state or ("끝냄" if task.done else "할 일")
    mark = made("span", {"class": f"state {task.tone}"}, state)
    return made("li", {}, mark, " ", task.text, *_details(task.details))
