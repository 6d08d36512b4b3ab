"""A choice of gateways as a screen: what was chosen, what to settle first, what comes next."""

from collections.abc import Iterator

from portone_guide.road.answer import RoadStep
from portone_guide.select_pg.choice import Choice
from portone_guide.select_pg.choose_words import names_of, objection_text
from portone_guide.terminal.blocks import Block, Bullets, Command, Screen, Text


def choice_screen(found: Choice) -> Screen:
    """Return what was kept, and the command to go on with."""
    return tuple(_blocks(found))


def _blocks(found: Choice) -> Iterator[Block]:
    names = " + ".join(found.names)
    yield Text(f"골랐습니다: {names}" if found.gateways != found.before else f"그대로입니다: {names}", "strong")
    told = [objection_text(entry, names_of(found)) for entry in found.objections]
    if told:
        yield Text("계약하기 전에 확인하세요:", "warn")
        yield Bullets(tuple(told), "warn")
    if not found.judged:
        yield Text("무엇을 받을지 답하지 않아 맞는 곳인지는 보지 않았습니다.", "warn")
        yield Command("portone-guide select-pg", "맞는 곳인지 보려면")
    if found.following:
        yield from _next(found.following)


def _next(step: RoadStep) -> Iterator[Block]:
    yield Text(f"다음에 할 일: {step.title}", "good")
    yield Command(step.command or f"portone-guide done {step.name}", step.what)
