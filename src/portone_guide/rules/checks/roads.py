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
    anchors: dict[str, str] = {}
    for index, step in enumerate(steps):
        if step.id in general or step.id in anchors:
            yield Wrong("contracts", (*path, index, "id"), f"이미 있는 단계의 이름입니다: '{step.id}'")
        if (step.after is None) == (step.replaces is None):
            message = "어디에 오는 단계인지 after나 replaces 하나로 적으세요"
            yield Wrong("contracts", (*path, index), message)
        anchors[step.id] = step.after or step.replaces or ""
    for index, step in enumerate(steps):
        for field, name in (("after", step.after), ("replaces", step.replaces)):
            if name is not None and not _on_the_road(name, anchors, general):
                message = f"없는 단계입니다: '{name}' - roadmap.yaml의 steps나 이 결제대행사의 앞 단계를 적으세요"
                yield Wrong("contracts", (*path, index, field), message)


def _on_the_road(name: str, anchors: Mapping[str, str], general: Mapping[str, Step]) -> bool:
    """Tell whether a step is a general one, or follows one."""
    for _ in range(len(anchors) + 1):
        if name in general:
            return True
        name = anchors.get(name, "")
    return False
