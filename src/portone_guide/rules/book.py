"""The rule book: every rule file, read when it is first asked for."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, cast

from portone_guide.rules import models


class RuleBook:
    """All rule files, checked against each other; each is taken from ``load`` on first use."""

    def __init__(self, load: Callable[[str], Any]) -> None:
        self._load = load

    @classmethod
    def of(cls, files: Mapping[str, Any]) -> "RuleBook":
        """Make a book of files already at hand, by kind."""
        return cls(files.__getitem__)

    @cached_property
    def sources(self) -> models.SourcesFile:
        """Every page that a fact names."""
        return cast(models.SourcesFile, self._load("sources"))

    @cached_property
    def conflicts(self) -> models.ConflictsFile:
        """Where pages disagree."""
        return cast(models.ConflictsFile, self._load("conflicts"))

    @cached_property
    def pg_methods(self) -> models.MethodsFile:
        """Gateways, their modules and what each supports."""
        return cast(models.MethodsFile, self._load("pg_methods"))

    @cached_property
    def fees(self) -> models.FeesFile:
        """What gateways and PortOne charge."""
        return cast(models.FeesFile, self._load("fees"))

    @cached_property
    def industries(self) -> models.IndustriesFile:
        """Risky and refused industries."""
        return cast(models.IndustriesFile, self._load("industries"))

    @cached_property
    def terms(self) -> models.TermsFile:
        """Limits, conditions, quick opening and platforms."""
        return cast(models.TermsFile, self._load("terms"))


FILE_KINDS: dict[str, type] = {
    "sources": models.SourcesFile,
    "conflicts": models.ConflictsFile,
    "pg_methods": models.MethodsFile,
    "fees": models.FeesFile,
    "industries": models.IndustriesFile,
    "terms": models.TermsFile,
}
