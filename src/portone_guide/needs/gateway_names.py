"""Which gateway a person means: by id, name or any name that the files know."""

from collections.abc import Iterable, Sequence

from portone_guide.needs.lookup import meant, near
from portone_guide.needs.question import Reading
from portone_guide.needs.reading import Naming, WrongValueError
from portone_guide.needs.reason import because
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.method import MethodsFile

_NEAREST = 4


def find_gateway(text: str, file: MethodsFile) -> str:
    """Return the gateway id for an id, a name, an alias, or the beginning of one; case and spaces don't matter.

    :raises WrongValueError: no gateway, or several, go by that name; those that may be meant are told.
    """
    called = called_gateways(file)
    found = meant(text, called)
    if len(found) == 1:
        return found[0]
    told = found or near(text, called, most=_NEAREST)
    named = tuple((gateway, file.gateways[gateway].name) for gateway in told)
    raise WrongValueError(because("unknown_gateway", name=text, near=named, names=tuple(file.gateways)))


def called_gateways(file: MethodsFile) -> dict[str, tuple[str, ...]]:
    """Return what people call each gateway."""
    return {
        gateway: tuple(name for name in (facts.name, facts.name_en, *facts.aliases) if name)
        for gateway, facts in file.gateways.items()
    }


class _Gateways(Naming):
    """Reads gateways by any of their names, each once."""

    def __call__(self, texts: Sequence[str], reading: Reading) -> tuple[str, ...]:
        return tuple(dict.fromkeys(find_gateway(text, reading.book.pg_methods) for text in texts))

    def names(self, book: RuleBook) -> Iterable[str]:
        return book.pg_methods.gateways


gateways = _Gateways()
