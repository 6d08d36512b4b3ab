"""The attacks on the plan, on days and at prompts, a few tries each; whole: ``python tests/attack/plans.py``."""

import pytest

from attack.plans import PLAN_ATTACKS


@pytest.mark.parametrize("name", PLAN_ATTACKS)
def test_the_program_holds(name: str) -> None:
    tries = list(PLAN_ATTACKS[name](0, True))
    assert len(tries) >= 4
    assert [failure for failure in tries if failure] == []
