"""The pages that facts come from: an address each, and a fact for each."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from portone_guide.rules.book import FILE_KINDS
from portone_guide.rules.checks.check import ReadFiles, Wrong
from portone_guide.rules.models.source import Source


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield pages with the address of another, read before they were published or on a day that is yet to come,
    or that nothing uses (if all files could be read).
    """
    pages = files.sources.sources
    urls: dict[str, str] = {}
    for name, source in pages.items():
        if source.url in urls:
            message = f"같은 주소가 이미 있습니다: '{urls[source.url]}' - 하나만 두세요"
            yield Wrong("sources", ("sources", name, "url"), message)
        urls[source.url] = name
        if source.published and source.published > source.checked:
            message = f"내용의 날({source.checked})보다 늦은 날입니다: published나 checked를 고치세요"
            yield Wrong("sources", ("sources", name, "published"), message)
    yield from _ahead(pages)
    if len(files.by_kind) == len(FILE_KINDS):
        used = {entry.name for found in files.mentions.values() for entry in found if entry.table == "sources"}
        for name in pages:
            if name not in used:
                message = f"아무 사실도 이 출처를 쓰지 않습니다: '{name}' - 지우세요"
                yield Wrong("sources", ("sources", name), message)


def _ahead(pages: Mapping[str, Source]) -> Iterator[Wrong]:
    """Yield pages read on a day that has begun nowhere on earth; if most are, it is the clock that is wrong."""
    today = (datetime.now(UTC) + timedelta(hours=14)).date()
    ahead = [name for name, source in pages.items() if source.checked > today]
    if len(ahead) * 2 <= len(pages):
        for name in ahead:
            message = f"아직 오지 않은 날입니다: '{pages[name].checked}' - 내용을 본 날을 적으세요"
            yield Wrong("sources", ("sources", name, "checked"), message)
