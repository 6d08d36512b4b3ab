"""A command line as it is typed, made of answers."""

import shlex
from collections.abc import Iterator, Mapping, Sequence

from portone_guide.needs.question import NO, NONE, UNKNOWN, YES, Answer, Flow
from portone_guide.needs.reading import yes
from portone_guide.shell.flags import Shared


def command_line(command: str, flow: Flow, answers: Mapping[str, Answer], *more: str, whole: bool = False) -> str:
    """Return the command that gives the same answers by flags; ``whole`` says 모르겠어요 and 없음, too."""
    line = ["portone-guide", command]
    for question in flow:
        answer = answers.get(question.id)
        if whole and answer in (UNKNOWN, [], [UNKNOWN]) and question.flag.metavar is not None:
            line += [question.flag_name, NONE if answer == [] else UNKNOWN]
            continue
        for value in [answer] if isinstance(answer, str) else answer or ():
            if question.flag.metavar is None:
                off = {NO, UNKNOWN} if question.read is yes else {NO}  # which reads both alike
                switch = question.flag_name if value == YES else question.flag.off if value in off else None
                line += [switch] if switch else []
            elif value != UNKNOWN:
                line += [question.flag_name, shlex.quote(value)]
    return " ".join([*line, *more])


def same_plan(plan: str | None) -> tuple[str, ...]:
    """Return the flag with which another command works on the same plan."""
    return () if plan is None else ("--plan", shlex.quote(plan))


def same_flags(shared: Shared, *more: str) -> tuple[str, ...]:
    """Return the flags with which a command runs again as it did, without its answers."""
    return tuple(_same_flags(shared)) + more


def _same_flags(shared: Shared) -> Iterator[str]:
    yield from same_plan(shared.plan)
    for given, flag in (
        (shared.save, "--save"),
        (shared.no_save, "--no-save"),
        (shared.json, "--json"),
        (shared.plain, "--plain"),
    ):
        yield from (flag,) if given else ()
    yield from ("--all",) if shared.everything else ()
    yield from ("--open",) if shared.open_ else ()
    texts = {"--as-of": shared.as_of, "--section": shared.section, "--width": shared.width}
    for flag, text in {**texts, "--format": shared.format_, "--out": shared.out}.items():
        yield from () if text is None else (flag, shlex.quote(text))
    yield from same_rules(shared.rules)


def same_rules(rules: Sequence[str] | None) -> Iterator[str]:
    """Yield the flags with which another command works with the same rule files."""
    for name in rules or ():
        yield from ("--rules", shlex.quote(name))
