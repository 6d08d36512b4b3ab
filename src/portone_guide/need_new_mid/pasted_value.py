"""What is this value: recognises a pasted id or key by its form, and never keeps or repeats a secret."""

import re
from typing import NamedTuple

from portone_guide.rules.models.merchant_id import MerchantIdsFile, TestId, ValueKind


class Recognised(NamedTuple):
    """What a value may be: kinds by form, and the shared test ids that it equals."""

    kinds: tuple[tuple[str, ValueKind], ...]
    test_ids: tuple[TestId, ...]

    @property
    def secret(self) -> bool:
        """Whether it may be a secret."""
        return any(kind.secret for _, kind in self.kinds)


def recognise(text: str, file: MerchantIdsFile) -> Recognised:
    """Return what a pasted value may be; empty where no source gives such a form."""
    value = text.strip()
    tests = tuple(test for test in file.test_ids if test.value == value)
    kinds = tuple(
        (name, kind) for name, kind in file.value_kinds.items() if kind.pattern and re.fullmatch(kind.pattern, value)
    )
    return Recognised(kinds, tests)
