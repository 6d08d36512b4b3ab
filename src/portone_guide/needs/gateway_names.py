"""Which gateway a person means: by id, name or any name that the files know."""

from collections.abc import Iterator, Sequence

from portone_guide.needs.near_names import nearest
from portone_guide.needs.question import Reading
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.reason import because
from portone_guide.rules.models.method import MethodsFile

_NEAREST = 4


def find_gateway(text: str, file: MethodsFile) -> str:
    """Return the gateway id for an id, a name, an alias, or the beginning of one; case and spaces don't matter.

    :raises WrongValueError: no gateway, or several, go by that name; those that may be meant are told.
    """
    if text in file.gateways:
        return text
    names = _names(file)
    meant = tuple(dict.fromkeys(gateway for name, gateway in names if name == _folded(text)))
    if not meant and len(_folded(text)) > 1:
        begun = tuple(dict.fromkeys(gateway for name, gateway in names if name.startswith(_folded(text))))
        meant = begun if len(begun) == 1 else ()
    if len(meant) == 1:
        return meant[0]
    near = meant or _nearest(_folded(text), names)
    named = tuple((gateway, file.gateways[gateway].name) for gateway in near)
    raise WrongValueError(because("unknown_gateway", name=text, near=named, names=tuple(file.gateways)))


def gateways(texts: Sequence[str], reading: Reading) -> tuple[str, ...]:
    """Read gateways by any of their names, each once."""
    return tuple(dict.fromkeys(find_gateway(text, reading.book.pg_methods) for text in texts))


def _folded(text: str) -> str:
    return "".join(text.casefold().split())


def _names(file: MethodsFile) -> list[tuple[str, str]]:
    def pairs() -> Iterator[tuple[str, str]]:
        for gateway, facts in file.gateways.items():
            for name in (gateway, facts.name, facts.name_en, *facts.aliases):
                if name:
                    yield _folded(name), gateway

    return list(pairs())


def _nearest(text: str, names: list[tuple[str, str]]) -> tuple[str, ...]:
    """Names that hold the text come first, then those spelled like it."""
    holding = [gateway for name, gateway in names if text and text in name]
    alike = nearest(text, [name for name, _ in names], most=_NEAREST)
    spelled = [gateway for near in alike for name, gateway in names if name == near]
    return tuple(dict.fromkeys([*holding, *spelled]))[:_NEAREST]
