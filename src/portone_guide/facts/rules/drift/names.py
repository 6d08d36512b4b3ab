"""Which names count as values: those of companies, methods and modules that the rule files know."""

from collections.abc import Iterator

from portone_guide.facts.rules.drift.korean_tokens import words_as_spelled
from portone_guide.facts.rules.drift.pages import Names
from portone_guide.rules.models.method import MethodsFile


def names_of(file: MethodsFile) -> Names:
    """Return every spelling of every name, with what it stands for."""
    meant: dict[str, str] = {}
    firms: set[str] = set()
    for spelled, name in _firms(file):
        firms.add(spelled)
        meant.setdefault(spelled, name)
    for table in (file.methods, file.overseas, file.identity):
        for name, text in table.items():
            for spelled in words_as_spelled(text):
                meant.setdefault(spelled.casefold(), name)
    for name, text in file.overseas.items():
        if name not in file.methods and " " not in text.partition("(")[0]:  # a brand, in Latin letters
            meant.setdefault(name.replace("_", ""), name)
    return Names({spelled: name for spelled, name in meant.items() if len(spelled) > 1}, frozenset(firms))


def _firms(file: MethodsFile) -> Iterator[tuple[str, str]]:
    for name, text in file.easy_pays.items():
        for spelled in words_as_spelled(text):
            yield spelled.casefold(), name
    for name, gateway in file.gateways.items():
        for called in (gateway.name, *gateway.aliases, gateway.name_en or ""):
            for spelled in words_as_spelled(called):
                yield spelled.casefold(), name
