"""The whole plan: where the merchant stands, then what each command answers, a section each."""

from collections.abc import Iterator

from portone_guide.checklist.screen import checklist_tasks
from portone_guide.home.screen import home_page
from portone_guide.next_steps.screen import next_steps_page
from portone_guide.report.answer import Whole
from portone_guide.report.section_words import NOT_YET, SECTIONS
from portone_guide.select_pg.screen import selection_page
from portone_guide.terminal.blocks import Command, Page, Screen, Section


def report_page(answer: Whole, *, picture: bool, claims: bool) -> Page:
    """Return all of it; the road with its picture or without, and with what each page says in a dispute or without."""
    home = home_page(answer.standing)
    if answer.standing.host:
        return home
    return Page(home.first, tuple(_sections(answer, picture=picture, claims=claims)))


def _sections(answer: Whole, *, picture: bool, claims: bool) -> Iterator[Section]:
    selection, checklist, road = answer.selection, answer.checklist, answer.road
    yield _section("select-pg", selection_page(selection).whole() if selection else _not_yet("select-pg"))
    yield _section("checklist", checklist_tasks(checklist)[1:] if checklist else _not_yet("checklist"))
    way = next_steps_page(road, picture=picture, claims=claims).whole() if road else _not_yet("next-steps", "select-pg")
    yield _section("next-steps", way)


def _section(name: str, blocks: Screen) -> Section:
    return Section(name, SECTIONS[name], blocks)


def _not_yet(name: str, command: str | None = None) -> Screen:
    return (Command(f"portone-guide {command or name}", NOT_YET[name]),)
