"""Pages as people read them."""

from collections.abc import Iterable
from datetime import date

from portone_guide.gateways.page_age import OLD_AFTER_DAYS, OldPages, is_old
from portone_guide.gateways.references import References
from portone_guide.rules.models.source import Claim, Source
from portone_guide.terminal.blocks import Linked


def page_lines(named: References, sources: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return each page once: its title with the day of its content, and its address."""
    pages = (named.pages[name] for name in dict.fromkeys(sources))
    return tuple(page_line(page, named.on) for page in pages)


def page_line(page: Source, on: date | None) -> tuple[str, str]:
    """Return a page's title with the day of its content and whether that is old, and its address."""
    old = ", 오래됨" if on and is_old(page, on) else ""
    return f"{page.title} ({page.checked} 내용{old})", page.url


def claim_line(named: References, claim: Claim) -> Linked:
    """Return what a page says in a dispute, with the page."""
    page = named.pages[claim.source]
    return Linked(f"{page.title}: {claim.says}", page.url)


def old_text(old: OldPages) -> str:
    """Return one line about pages that are too old to rely on: how many, and the oldest."""
    how_many = "모두" if len(old.urls) == old.pages else f"가운데 {len(old.urls)}쪽은"
    return (
        f"출처 {old.pages}쪽 {how_many} {OLD_AFTER_DAYS}일 넘은 내용입니다 "
        f"(가장 오래된 것 {old.oldest}). 정하기 전에 확인하세요."
    )
