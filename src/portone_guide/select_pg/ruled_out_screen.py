"""What was ruled out, and why; and the pages that the answer rests on."""

from collections.abc import Iterator

from portone_guide.gateways.dispute_words import dispute_line
from portone_guide.gateways.page_words import page_lines
from portone_guide.select_pg.answer import Rejected, Selection
from portone_guide.select_pg.words import text_of
from portone_guide.terminal.blocks import Block, Bullets, Text

_PAGES_SHOWN = 12


def ruled_out_blocks(selection: Selection) -> Iterator[Block]:
    """Yield those that may fit if they are asked, then those that are known not to."""
    asking = [entry for entry in selection.rejected if entry.may_fit]
    known = [entry for entry in selection.rejected if not entry.may_fit]
    if asking:
        yield Text("출처로는 알 수 없어 문의가 필요한 곳:")
        yield _grouped(selection, asking)
    if known:
        yield Text("지원하지 않는 것으로 확인된 곳:")
        yield _grouped(selection, known)


def _grouped(selection: Selection, entries: list[Rejected]) -> Bullets:
    """Gateways with the same reasons share a line."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for entry in entries:
        disputes = tuple(dict.fromkeys(name for reason in entry.reasons for name in reason.conflicts))
        doubts = (dispute_line(selection.named, disputes),) if disputes else ()
        why = (" / ".join(map(text_of, entry.reasons)), *doubts)
        groups.setdefault(why, []).append(selection.named.name(entry.gateway))
    return Bullets(tuple((", ".join(names), *why) for why, names in groups.items()))


def source_blocks(selection: Selection) -> Iterator[Block]:
    """Yield the pages."""
    pages = page_lines(selection.named, selection.rests_on)
    yield Bullets(pages[:_PAGES_SHOWN])
    if len(pages) > _PAGES_SHOWN:
        yield Text(f"그 밖의 출처 {len(pages) - _PAGES_SHOWN}건: portone-guide rules sources", "dim")
