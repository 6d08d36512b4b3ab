"""Risky industries: one row a gateway, and nobody who takes what all refuse."""

from collections.abc import Iterator

from portone_guide.rules.checks.check import ReadFiles, Wrong, twice
from portone_guide.rules.reading.yaml_text import KeyPath


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield gateways that an industry names twice, and those that would take a refused one."""
    for name, industry in files.industries.industries.items():
        path: KeyPath = ("industries", name, "gateways")
        yield from twice("industries", path, "gateway", (row.gateway for row in industry.gateways))
        for index, row in enumerate(industry.gateways):
            if industry.status == "refused" and row.accepts != "no":
                message = "입점 불가(refused) 업종을 심사하는 곳입니다: accepts: no를 적거나 지우세요"
                yield Wrong("industries", (*path, index), message)
