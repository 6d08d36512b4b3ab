"""Which step a person means: by its name in the plan, or by what people call it, with its gateway or without."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from portone_guide.needs.gateway_names import find_gateway
from portone_guide.needs.lookup import nearest
from portone_guide.needs.reading import WrongValueError
from portone_guide.road.answer import RoadStep
from portone_guide.rules.models.method import MethodsFile


class StepError(Exception):
    """A text that names no step, or several; ``near`` are the names that may be meant."""

    def __init__(self, why: Literal["none", "several", "not_chosen"], text: str, near: tuple[str, ...]) -> None:
        super().__init__(text)
        self.why, self.text, self.near = why, text, near


class _Names(NamedTuple):
    """What a step goes by, the surest first."""

    exact: tuple[str, ...]
    called: tuple[str, ...]
    stands_for: tuple[str, ...]


def find_step(text: str, steps: Sequence[RoadStep], file: MethodsFile) -> RoadStep:
    """Return the step that a text names: ``apply``, ``nice:card_review``, ``네이버페이:검수``; blanks don't matter.

    :raises StepError: none goes by that name, or several do.
    """
    lane, name = _split(text, steps, file)
    among = [step for step in steps if lane is None or step.lane == lane]
    named = {step.key: _names(step, file) for step in among}
    wanted = _folded(name)
    for level in range(len(_Names._fields)):
        if found := [step for step in among if wanted in named[step.key][level]]:
            shared = [step for step in found if step.lane is None] if lane is None else []
            return _only(shared or found, text)
    holding = [step for step in among if wanted and any(wanted in title for title in named[step.key].called)]
    if holding:
        return _only(holding, text)
    written = {step.name: step.name for step in among} | {step.short: step.name for step in among if step.short}
    near = (written[name] for name in nearest(name if lane is None else text, written, alike=0.4))
    raise StepError("none", text, tuple(dict.fromkeys(near)))


def _split(text: str, steps: Sequence[RoadStep], file: MethodsFile) -> tuple[str | None, str]:
    """Return the gateway before a colon, and the rest; None: there is no gateway."""
    before, colon, after = text.replace("：", ":").partition(":")
    if not colon:
        return None, text
    lanes = {step.lane: tuple(_gateway_names(step.lane, file)) for step in steps if step.lane}
    wanted = _folded(before)
    for fits in (wanted.__eq__, lambda name: wanted in name):
        found = [lane for lane, names in lanes.items() if wanted and any(map(fits, names))]
        if len(found) == 1:
            return found[0], after
    try:
        find_gateway(before.strip(), file)
    except WrongValueError:
        return None, text
    raise StepError("not_chosen", text, tuple(lanes))


def _gateway_names(gateway: str, file: MethodsFile) -> Iterator[str]:
    facts = file.gateways[gateway]
    yield from (_folded(name) for name in (gateway, facts.name, facts.name_en, *facts.aliases) if name)


def _only(found: Sequence[RoadStep], text: str) -> RoadStep:
    if len(found) > 1:
        raise StepError("several", text, tuple(step.name for step in found))
    return found[0]


def _names(step: RoadStep, file: MethodsFile) -> _Names:
    exact = (step.id, step.name.rpartition(":")[2], step.name)
    called = [step.short, step.title]
    for whose in _whose(step, file):
        called.append(step.title.replace(whose, ""))
        called += [f"{whose}:{name}" for name in (step.short, step.title) if name]
    return _Names(
        tuple(map(_folded, exact)),
        tuple(_folded(name) for name in called if name),
        (_folded(step.general),) if step.general else (),
    )


def _whose(step: RoadStep, file: MethodsFile) -> Iterator[str]:
    if step.lane:
        facts = file.gateways[step.lane]
        yield from (facts.name, *facts.aliases)


def _folded(text: str) -> str:
    return "".join(text.casefold().split())
