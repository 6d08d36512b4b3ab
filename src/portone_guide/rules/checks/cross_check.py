"""Every check of the rule files, each a file of this folder with a ``check``."""

import contextlib
from collections.abc import Callable, Mapping
from importlib import import_module
from itertools import islice
from typing import Any, Final

from portone_guide.rules.checks.check import Check, NotReadError, ReadFiles
from portone_guide.rules.errors import MOST_FOUND, Problem
from portone_guide.rules.reading.yaml_text import KeyPath

CHECKS: Final = (
    "references",
    "unsourced",
    "sources",
    "conflicts",
    "modules",
    "support",
    "fees",
    "fee_blocks",
    "terms",
    "industries",
    "scopes",
    "site_signs",
    "glossary",
    "roads",
    "ranges",
    "names",
    "samples",
)


def cross_check(files: Mapping[str, Any], problem: Callable[[str, KeyPath, str], Problem]) -> list[Problem]:
    """Return everything that is wrong between or within the files that could be read.

    ``problem`` puts what is said of a path of a table into its place in a file.
    """
    read = ReadFiles(files)
    found: list[Problem] = []
    for name in CHECKS:
        check: Check = import_module(f"{__package__}.{name}").check
        with contextlib.suppress(NotReadError):
            found.extend(problem(*wrong) for wrong in islice(check(read), MOST_FOUND))
    return found
