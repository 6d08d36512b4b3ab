"""What the words for states mean, whose rates are shown: under and above both ways of comparing."""

from collections.abc import Iterable, Iterator

from portone_guide.facts.answer import Cell, RateBasis
from portone_guide.facts.rate_words import DEFAULT_TIER, without_vat_text
from portone_guide.terminal.blocks import Block, Text


def rates_line(basis: RateBasis) -> Text:
    """Say whose card rates these are, and that VAT is not in them."""
    default = "" if basis.tier_given else DEFAULT_TIER
    return Text(f"요율: 매출 구간 {basis.tier_name}{default}. {without_vat_text(basis.vat)}")


def state_legend(cells: Iterable[Cell]) -> Iterator[Block]:
    """Yield what the words for states mean, of those that stand for these cells."""
    shown = set(cells)
    if any(cell.supported == "unknown" and not cell.conflicts for cell in shown):
        yield Text("모름: 출처가 말하지 않음 (안 된다는 뜻이 아님).", "dim")
    if any(cell.conflicts for cell in shown):
        yield Text("어긋남: 출처끼리 말이 다르고 정할 수 없음. *: 말이 다르지만 더 믿을 만한 쪽을 따름.", "warn")
        yield Text("근거와 다른 쪽의 말: portone-guide rules conflicts", "warn")
