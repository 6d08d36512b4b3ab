"""Where pages disagree: two sides at least, a choice between them, whose it is, and the rows that rest on it."""

from collections.abc import Iterator

from portone_guide.rules.book import FILE_KINDS
from portone_guide.rules.checks.check import ReadFiles, Wrong

_NOBODYS = ("general-", "industry-")


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield conflicts of one side, those that use a page of no side, and those that no screen would tell."""
    named = {entry.name for found in files.mentions.values() for entry in found if entry.table == "conflicts"}
    for name, conflict in files.conflicts.conflicts.items():
        if not _whose(name, files):
            message = f"결제대행사 이름, industry-, general- 가운데 하나로 시작해야 합니다: '{name}'"
            yield Wrong("conflicts", ("conflicts", name), message)
        if len(files.by_kind) == len(FILE_KINDS) and conflict.at is None and name not in named:
            message = f"아무 행도 가리키지 않습니다: '{name}' - 행의 conflict에 적거나 여기 at을 적으세요"
            yield Wrong("conflicts", ("conflicts", name), message)
        if len(conflict.claims) < 2:
            yield Wrong("conflicts", ("conflicts", name, "claims"), "어긋나는 두 쪽 이상을 적으세요")
        claimed = {claim.source for claim in conflict.claims}
        if conflict.used not in claimed | {"none"}:
            yield Wrong("conflicts", ("conflicts", name, "used"), "claims에 있는 출처이거나 none이어야 합니다")


def _whose(name: str, files: ReadFiles) -> bool:
    """Tell whether a name begins with a gateway's; so the same subject can't stand there twice under two names."""
    return name.startswith(_NOBODYS) or any(name.startswith(f"{gateway}-") for gateway in files.pg_methods.gateways)
