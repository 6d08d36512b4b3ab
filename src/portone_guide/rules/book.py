"""The rule book: every rule file, read when it is first asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from portone_guide.rules import models


class RuleBook:
    """All rule files, checked against each other; each is taken from ``load`` on first use.

    A line here is all that the book knows of a kind: the name of its file and the model, written out, because a
    command imports only the models of the files that it reads. What the files of the gateways say stands in these
    tables, too.
    """

    sources: "models.source.SourcesFile"
    conflicts: "models.source.ConflictsFile"
    pg_methods: "models.method.MethodsFile"
    fees: "models.fee.FeesFile"
    industries: "models.industry.IndustriesFile"
    terms: "models.term.TermsFile"
    roadmap: "models.roadmap.RoadmapFile"
    checklist: "models.checklist.ChecklistFile"
    merchant_ids: "models.merchant_id.MerchantIdsFile"
    contracts: "models.contract.ContractsFile"
    code_samples: "models.sample.SamplesFile"
    channels: "models.channel.ChannelsFile"
    go_live: "models.go_live.GoLiveFile"
    site_signs: "models.site_sign.SiteSignsFile"
    glossary: "models.glossary.GlossaryFile"
    texts: "models.text.TextsFile"

    def __init__(self, load: Callable[[str], Any]) -> None:
        self._load = load

    @classmethod
    def of(cls, files: Mapping[str, Any]) -> "RuleBook":
        """Make a book of files already at hand, by kind."""
        return cls(files.__getitem__)

    if not TYPE_CHECKING:  # to a type checker a book has the files above, and no other

        def __getattr__(self, kind: str) -> Any:
            if kind not in FILE_KINDS:
                raise AttributeError(kind)
            file = self.__dict__[kind] = self._load(kind)
            return file


FILE_KINDS: Mapping[str, str] = RuleBook.__annotations__
"""The model of each kind of rule file that is there once, as text."""
GATEWAY: Final = "gateway"
"""The kind that is there once for each gateway: its rows go into the tables of the others."""
ALL_KINDS: Mapping[str, str] = {**FILE_KINDS, GATEWAY: "models.gateway.GatewayFile"}


def model_of(kind: str) -> type:
    """Return the model of a rule file by its kind."""
    module, _, name = ALL_KINDS[kind].rpartition(".")
    model: type = getattr(import_module(f"portone_guide.rules.{module}"), name)
    return model
