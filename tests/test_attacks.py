"""The attacks, a few tries each, each in a process of its own; whole: ``python tests/attack``."""

import pytest

from attack.table import ATTACKS, row


@pytest.mark.parametrize("name", ATTACKS)
def test_the_program_holds(name: str) -> None:
    told = row(name, 0, small=True)
    assert told.failed == []
    assert told.tried >= 4
