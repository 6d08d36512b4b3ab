"""The rule book: every rule file, read when it is first asked for."""

from collections.abc import Callable, Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from portone_guide.rules import models
    from portone_guide.rules.channel_models import ChannelsFile
    from portone_guide.rules.contract_models import ContractsFile
    from portone_guide.rules.merchant_id_models import MerchantIdsFile
    from portone_guide.rules.sample_models import SamplesFile


class RuleBook:
    """All rule files, checked against each other; each is taken from ``load`` on first use."""

    def __init__(self, load: Callable[[str], Any]) -> None:
        self._load = load

    @classmethod
    def of(cls, files: Mapping[str, Any]) -> "RuleBook":
        """Make a book of files already at hand, by kind."""
        return cls(files.__getitem__)

    @cached_property
    def sources(self) -> "models.SourcesFile":
        """Every page that a fact names."""
        return cast("models.SourcesFile", self._load("sources"))

    @cached_property
    def conflicts(self) -> "models.ConflictsFile":
        """Where pages disagree."""
        return cast("models.ConflictsFile", self._load("conflicts"))

    @cached_property
    def pg_methods(self) -> "models.MethodsFile":
        """Gateways, their modules and what each supports."""
        return cast("models.MethodsFile", self._load("pg_methods"))

    @cached_property
    def fees(self) -> "models.FeesFile":
        """What gateways and PortOne charge."""
        return cast("models.FeesFile", self._load("fees"))

    @cached_property
    def industries(self) -> "models.IndustriesFile":
        """Risky and refused industries."""
        return cast("models.IndustriesFile", self._load("industries"))

    @cached_property
    def terms(self) -> "models.TermsFile":
        """Limits, conditions, quick opening and platforms."""
        return cast("models.TermsFile", self._load("terms"))

    @cached_property
    def checklist(self) -> "models.ChecklistFile":
        """What a site must have before the screenings."""
        return cast("models.ChecklistFile", self._load("checklist"))

    @cached_property
    def roadmap(self) -> "models.RoadmapFile":
        """The road from the choice to the first live payment."""
        return cast("models.RoadmapFile", self._load("roadmap"))

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
_MODELS = "portone_guide.rules.models"
FILE_KINDS: dict[str, tuple[str, str]] = {
    "sources": (_MODELS, "SourcesFile"),
    "conflicts": (_MODELS, "ConflictsFile"),
    "pg_methods": (_MODELS, "MethodsFile"),
    "fees": (_MODELS, "FeesFile"),
    "industries": (_MODELS, "IndustriesFile"),
    "terms": (_MODELS, "TermsFile"),
    "roadmap": (_MODELS, "RoadmapFile"),
    "checklist": (_MODELS, "ChecklistFile"),
    "merchant_ids": ("portone_guide.rules.merchant_id_models", "MerchantIdsFile"),
    "channels": ("portone_guide.rules.channel_models", "ChannelsFile"),
}


def model_of(kind: str) -> type:
    """Return the model of a rule file by its kind."""
    module, name = FILE_KINDS[kind]
    model: type = getattr(import_module(module), name)
    return model
