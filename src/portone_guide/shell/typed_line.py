"""A command line as it is typed, made of answers."""

import shlex
from collections.abc import Mapping

from portone_guide.needs.question import NO, UNKNOWN, YES, Answer, Flow


def command_line(command: str, flow: Flow, answers: Mapping[str, Answer], *more: str) -> str:
    """Return the command that gives the same answers by flags."""
    line = ["portone-guide", command]
    for question in flow:
        answer = answers.get(question.id, ())
        for value in [answer] if isinstance(answer, str) else answer:
            if question.flag.metavar is None:
                switch = {YES: question.flag_name, NO: question.flag.off}.get(value)
                line += [switch] if switch else []
            elif value != UNKNOWN:
                line += [question.flag_name, shlex.quote(value)]
    return " ".join([*line, *more])
