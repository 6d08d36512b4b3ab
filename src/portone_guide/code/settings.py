"""Files of settings: keys and values of .env, properties, YAML and JSON, each with its place."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_ENV: Final = re.compile(r"(?m)^[ \t]*(?:export[ \t]+)?([\w.\-\[\]]+)[ \t]*[=:][ \t]*(.*?)[ \t]*$")
_YAML: Final = re.compile(r"^([ \t]*)(?:-[ \t]+)?[\"']?([\w.\-/]+)[\"']?[ \t]*[:=](?:[ \t]+|$)(.*?)[ \t]*$")
_JSON: Final = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"[ \t]*:[ \t]*\"((?:[^\"\\\n]|\\.)*)\"")
_COMMENT: Final = re.compile(r"[ \t]+#.*$")


class Setting(NamedTuple):
    """A value with its place and its key; nested keys are joined by dots."""

    value: str
    start: int
    end: int
    name: str


def settings(path: str, text: str) -> Iterator[Setting]:
    """Yield the settings of a file."""
    if path.endswith(".json"):
        for found in _JSON.finditer(text):
            yield Setting(found[2], found.start(2), found.end(2), found[1])
    elif path.endswith((".yml", ".yaml")):
        yield from _yaml(text)
    else:
        for found in _ENV.finditer(text):
            yield _setting(found[1], found[2], found.start(2))


def _yaml(text: str) -> Iterator[Setting]:
    keys: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        found = _YAML.match(line)
        if found:
            depth = len(found[1])
            keys = [*(key for key in keys if key[0] < depth), (depth, found[2])]
            if found[3]:
                yield _setting(".".join(name for _, name in keys), found[3], start + found.start(3))
        start += len(line) + 1


def _setting(name: str, value: str, start: int) -> Setting:
    quote = value[:1]
    if quote in {'"', "'"} and (end := value.find(quote, 1)) > 0:
        return Setting(value[1:end], start + 1, start + end, name)
    value = _COMMENT.sub("", value)
    return Setting(value, start, start + len(value), name)
