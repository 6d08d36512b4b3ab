"""Where the steps of a gateway stand on the road: each behind or in place of a step that there is."""

from collections.abc import Iterator, Mapping

from portone_guide.rules.checks.check import ReadFiles, Wrong
from portone_guide.rules.models.contract import GatewayStep
from portone_guide.rules.models.roadmap import Step
from portone_guide.rules.reading.yaml_text import KeyPath


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield steps that follow nothing, that follow each other in a circle, or that have the name of another."""
    for gateway, contract in files.contracts.gateways.items():
        yield from _wrong(contract.steps, ("gateways", gateway, "steps"), files.roadmap.steps)


def _wrong(steps: tuple[GatewayStep, ...], path: KeyPath, general: Mapping[str, Step]) -> Iterator[Wrong]:
    seen: set[str] = set()
    followers: dict[str, list[str]] = {}
    for index, step in enumerate(steps):
        if step.id in general or step.id in seen:
            yield Wrong("contracts", (*path, index, "id"), f"이미 있는 단계의 이름입니다: '{step.id}'")
        if (step.after is None) == (step.replaces is None):
            message = "어디에 오는 단계인지 after나 replaces 하나로 적으세요"
            yield Wrong("contracts", (*path, index), message)
        seen.add(step.id)
        followers.setdefault(step.after or step.replaces or "", []).append(step.id)
    reached = _reached(general, followers)
    for index, step in enumerate(steps):
        for field, name in (("after", step.after), ("replaces", step.replaces)):
            if name is not None and name not in general and name not in reached:
                message = f"없는 단계입니다: '{name}' - roadmap.yaml의 steps나 이 결제대행사의 앞 단계를 적으세요"
                yield Wrong("contracts", (*path, index, field), message)


def _reached(general: Mapping[str, Step], followers: Mapping[str, list[str]]) -> set[str]:
    """Return the steps that follow a general one."""
    reached: set[str] = set()
    next_ones = [name for name in followers if name in general]
    while next_ones:
        found = [name for name in followers.get(next_ones.pop(), ()) if name not in reached]
        reached.update(found)
        next_ones += found
    return reached
