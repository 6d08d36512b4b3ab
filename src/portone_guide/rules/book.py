"""The rule book: every rule file, read when it is first asked for."""

from collections.abc import Callable, Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from portone_guide.rules.models.channel import ChannelsFile
    from portone_guide.rules.models.checklist import ChecklistFile
    from portone_guide.rules.models.contract import ContractsFile
    from portone_guide.rules.models.fee import FeesFile
    from portone_guide.rules.models.industry import IndustriesFile
    from portone_guide.rules.models.merchant_id import MerchantIdsFile
    from portone_guide.rules.models.method import MethodsFile
    from portone_guide.rules.models.roadmap import RoadmapFile
    from portone_guide.rules.models.sample import SamplesFile
    from portone_guide.rules.models.source import ConflictsFile, SourcesFile
    from portone_guide.rules.models.term import TermsFile


class RuleBook:
    """All rule files, checked against each other; each is taken from ``load`` on first use."""

    def __init__(self, load: Callable[[str], Any]) -> None:
        self._load = load

    @classmethod
    def of(cls, files: Mapping[str, Any]) -> "RuleBook":
        """Make a book of files already at hand, by kind."""
        return cls(files.__getitem__)

    @cached_property
    def sources(self) -> "SourcesFile":
        """Every page that a fact names."""
        return cast("SourcesFile", self._load("sources"))

    @cached_property
    def conflicts(self) -> "ConflictsFile":
        """Where pages disagree."""
        return cast("ConflictsFile", self._load("conflicts"))

    @cached_property
    def pg_methods(self) -> "MethodsFile":
        """Gateways, their modules and what each supports."""
        return cast("MethodsFile", self._load("pg_methods"))

    @cached_property
    def fees(self) -> "FeesFile":
        """What gateways and PortOne charge."""
        return cast("FeesFile", self._load("fees"))

    @cached_property
    def industries(self) -> "IndustriesFile":
        """Risky and refused industries."""
        return cast("IndustriesFile", self._load("industries"))

    @cached_property
    def terms(self) -> "TermsFile":
        """Limits, conditions, quick opening and platforms."""
        return cast("TermsFile", self._load("terms"))

    @cached_property
    def checklist(self) -> "ChecklistFile":
        """What a site must have before the screenings."""
        return cast("ChecklistFile", self._load("checklist"))

    @cached_property
    def roadmap(self) -> "RoadmapFile":
        """The road from the choice to the first live payment."""
        return cast("RoadmapFile", self._load("roadmap"))

    @cached_property
    def merchant_ids(self) -> "MerchantIdsFile":
        """When another merchant id is needed, and how to get it."""
        return cast("MerchantIdsFile", self._load("merchant_ids"))

    @cached_property
    def contracts(self) -> "ContractsFile":
        """How the road differs by gateway."""
        return cast("ContractsFile", self._load("contracts"))

    @cached_property
    def channels(self) -> "ChannelsFile":
        """Test and live channels."""
        return cast("ChannelsFile", self._load("channels"))

    @cached_property
    def code_samples(self) -> "SamplesFile":
        """The calls and parameters that the pages document."""
        return cast("SamplesFile", self._load("code_samples"))


# Where the model of each rule file is. Named, not imported: a command pays only for the files that it reads.
FILE_KINDS: dict[str, tuple[str, str]] = {
    "sources": ("portone_guide.rules.models.source", "SourcesFile"),
    "conflicts": ("portone_guide.rules.models.source", "ConflictsFile"),
    "pg_methods": ("portone_guide.rules.models.method", "MethodsFile"),
    "fees": ("portone_guide.rules.models.fee", "FeesFile"),
    "industries": ("portone_guide.rules.models.industry", "IndustriesFile"),
    "terms": ("portone_guide.rules.models.term", "TermsFile"),
    "roadmap": ("portone_guide.rules.models.roadmap", "RoadmapFile"),
    "checklist": ("portone_guide.rules.models.checklist", "ChecklistFile"),
    "merchant_ids": ("portone_guide.rules.models.merchant_id", "MerchantIdsFile"),
    "contracts": ("portone_guide.rules.models.contract", "ContractsFile"),
    "code_samples": ("portone_guide.rules.models.sample", "SamplesFile"),
    "channels": ("portone_guide.rules.models.channel", "ChannelsFile"),
}


def model_of(kind: str) -> type:
    """Return the model of a rule file by its kind."""
    module, name = FILE_KINDS[kind]
    model: type = getattr(import_module(module), name)
    return model
