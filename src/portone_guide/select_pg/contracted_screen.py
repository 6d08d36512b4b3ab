"""The way on for who has signed with a gateway already, not through PortOne."""

from collections.abc import Iterator
from typing import Final

from portone_guide.needs.requirements import Requirements
from portone_guide.rules.models.fields import PaymentType
from portone_guide.terminal.blocks import Command

_ADDED: Final[tuple[tuple[PaymentType, str], ...]] = (("billing", "add_billing"), ("key_in", "add_key_in"))
_WHY: Final = "이미 계약한 곳의 상점아이디가 몇 개 더 필요한지, 어떤 차례로 받는지 보세요"


def contracted_commands(answers: Requirements) -> Iterator[Command]:
    """Yield the line that tells how many ids are needed there, with all that is known filled in."""
    if not answers.contracted:
        return
    kinds = {kind for kind, _ in answers.methods}
    words = [f"--gateway {gateway}" for gateway in answers.contracted]
    words += ["--change contract_outside_portone"]
    words += [f"--change {change}" for kind, change in _ADDED if kind in kinds]
    added = [method for kind, method in answers.methods if kind in dict(_ADDED) and ":" not in method]
    words += [f"--method {method}" for method in dict.fromkeys(added)]
    words += [f"--platform {answers.builder or answers.platform}"] if answers.platform else []
    yield Command(f"portone-guide need-new-mid {' '.join(words)}", _WHY)
