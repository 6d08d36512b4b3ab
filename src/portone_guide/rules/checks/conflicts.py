"""Where pages disagree: two sides at least, a choice between them, whose it is, and the rows that rest on it."""

import re
from collections.abc import Iterator

from portone_guide.rules.book import FILE_KINDS
from portone_guide.rules.checks.check import ReadFiles, Wrong

_NOBODYS = ("general-", "industry-")


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield conflicts of one side, those that use a page of no side, are told twice, or would be told by no screen."""
    yield from _twice(files)
    named = {entry.name for found in files.mentions.values() for entry in found if entry.table == "conflicts"}
    for name, conflict in files.conflicts.conflicts.items():
        if not _whose(name, files):
            message = f"결제대행사 이름, industry-, general- 가운데 하나로 시작해야 합니다: '{name}'"
            yield Wrong("conflicts", ("conflicts", name), message)
        if len(files.by_kind) == len(FILE_KINDS) and conflict.at is None and name not in named:
            message = f"아무 행도 가리키지 않습니다: '{name}' - 행의 conflict에 적거나 여기 at을 적으세요"
            yield Wrong("conflicts", ("conflicts", name), message)
        if conflict.at is not None and name in named:
            message = f"행이 이미 가리키는 것에는 at을 적지 않습니다: '{name}'"
            yield Wrong("conflicts", ("conflicts", name, "at"), message)
        if len(conflict.claims) < 2:
            yield Wrong("conflicts", ("conflicts", name, "claims"), "어긋나는 두 쪽 이상을 적으세요")
        claimed = {claim.source for claim in conflict.claims}
        if conflict.used not in claimed | {"none"}:
            yield Wrong("conflicts", ("conflicts", name, "used"), "claims에 있는 출처이거나 none이어야 합니다")


def _twice(files: ReadFiles) -> Iterator[Wrong]:
    """Yield each conflict about what one before it is about.

    That is so if their names have the same words in another order, or their subjects are the same words but for the
    gateway's name, spaces and what stands in brackets.
    """
    seen: dict[tuple[str, object], str] = {}
    for name, conflict in files.conflicts.conflicts.items():
        owner = next((one for one in files.pg_methods.gateways if name.startswith(f"{one}-")), name.partition("-")[0])
        facts = files.pg_methods.gateways.get(owner)
        called = sorted((facts.name, *facts.aliases), key=len, reverse=True) if facts else []
        subject = re.sub(r"\([^)]*\)|[\s·의]", "", _without(conflict.about, called))
        words = frozenset(name.removeprefix(f"{owner}-").split("-"))
        for about in (words, subject):
            if (first := seen.setdefault((owner, about), name)) != name:
                message = f"같은 이야기가 이미 있습니다: '{first}' - 하나로 합치세요"
                yield Wrong("conflicts", ("conflicts", name), message)
                break


def _without(text: str, names: list[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    return text


def _whose(name: str, files: ReadFiles) -> bool:
    """Tell whether a name begins with a gateway's; so the same subject can't stand there twice under two names."""
    return name.startswith(_NOBODYS) or any(name.startswith(f"{gateway}-") for gateway in files.pg_methods.gateways)
