"""Command lines on a screen, with the flags that make them work on the same plan, and on the same answers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from portone_guide.needs.carry_questions import CARRIES
from portone_guide.needs.exchange_questions import USD_KRW
from portone_guide.needs.question import Answer, Flow
from portone_guide.needs.questions import (
    BUSINESS,
    EASY_PAY_CONTRACT,
    GATEWAY,
    GOODS,
    INDUSTRY,
    LARGEST_PAYMENT,
    NEEDS,
    PAYMENTS,
    PLATFORM,
    PORTONE,
    SMALLEST_PAYMENT,
    STYLE,
)
from portone_guide.shell.typed_line import command_line

if TYPE_CHECKING:
    from portone_guide.terminal.blocks import Page, Screen

_WITH_PLAN: Final = {
    "select-pg",
    "checklist",
    "next-steps",
    "code",
    "need-new-mid",
    "done",
    "undo",
    "waiting",
    "choose",
    "plan",
    "go-live",
    "report",
}
SHOP: Final[Flow] = (
    GATEWAY,
    GOODS,
    INDUSTRY,
    PLATFORM,
    *PAYMENTS,
    EASY_PAY_CONTRACT,
    BUSINESS,
    STYLE,
    PORTONE,
    SMALLEST_PAYMENT,
    LARGEST_PAYMENT,
    USD_KRW,
    CARRIES,
)
"""What ``checklist`` and ``next-steps`` take alike."""
TAKEN: Final[Mapping[str, Flow]] = {"select-pg": NEEDS, "choose": NEEDS, "checklist": SHOP, "next-steps": SHOP}
"""What other commands are told of the answers that flags gave to one."""


class Unsaved(NamedTuple):
    """Answers that flags gave to a command and that no plan keeps; ``more`` are flags of it that are no question."""

    command: str
    flow: Flow
    given: Mapping[str, Answer]
    more: tuple[str, ...] = ()


def carried(screen: "Screen", flags: Sequence[str], unsaved: Unsaved | None = None) -> "Screen":
    """Return a screen whose command lines name the plan that its answer came from, and what no plan keeps."""
    if not flags and not unsaved:
        return screen
    from portone_guide.terminal.blocks import Command

    return tuple(
        Command(_with(block.command, flags, unsaved), block.why) if isinstance(block, Command) else block
        for block in screen
    )


def carried_page(page: "Page", flags: Sequence[str], unsaved: Unsaved | None = None) -> "Page":
    """Return an answer whose command lines name the plan that it came from, and what no plan keeps."""
    return page._replace(
        first=tuple(part._replace(blocks=carried(part.blocks, flags, unsaved)) for part in page.first),
        sections=tuple(section._replace(blocks=carried(section.blocks, flags, unsaved)) for section in page.sections),
        end=carried(page.end, flags, unsaved),
    )


def _with(line: str, flags: Sequence[str], unsaved: Unsaved | None) -> str:
    typed, redirected, file = line.partition(" > ")
    name = typed.split()[1:2]
    if not set(name) & _WITH_PLAN:
        return line
    told = _told(name[0], typed, unsaved) if unsaved else ()
    return " ".join([typed, *told, *flags]) + redirected + file


def _told(name: str, typed: str, unsaved: Unsaved) -> Iterator[str]:
    """Yield the flags that tell a command what it can't find in a plan, without those that stand there already."""
    own = name == unsaved.command
    taken = unsaved.flow if own else TAKEN.get(name, ())
    missing = tuple(question for question in taken if question.flag_name not in typed.split())
    line = command_line(name, missing, unsaved.given, *(unsaved.more if own else ()), whole=own)
    yield from [line.removeprefix(f"portone-guide {name}").strip()] if line != f"portone-guide {name}" else []
