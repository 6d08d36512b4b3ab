"""Which gateway a person means: by id, name or any name that the files know."""

from collections.abc import Iterator
from difflib import get_close_matches

from portone_guide.rules.models.method import MethodsFile

_NEAREST = 4


class UnknownGatewayError(Exception):
    """A name that is no gateway's, or more than one's; ``nearest`` are the ids that may be meant."""

    def __init__(self, text: str, nearest: tuple[str, ...]) -> None:
        super().__init__(text)
        self.text = text
        self.nearest = nearest


def find_gateway(text: str, file: MethodsFile) -> str:
    """Return the gateway id for an id, a name or an alias; case and spaces don't matter.

    :raises UnknownGatewayError: no gateway, or several, go by that name.
    """
    if text in file.gateways:
        return text
    names = _names(file)
    meant = tuple(dict.fromkeys(gateway for name, gateway in names if name == _folded(text)))
    if len(meant) == 1:
        return meant[0]
    raise UnknownGatewayError(text, meant or _nearest(_folded(text), names))


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
    alike = get_close_matches(text, [name for name, _ in names], _NEAREST, 0.5)
    spelled = [gateway for near in alike for name, gateway in names if name == near]
    return tuple(dict.fromkeys([*holding, *spelled]))[:_NEAREST]
