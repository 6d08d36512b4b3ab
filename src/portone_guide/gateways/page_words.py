"""Pages as people read them."""

from collections.abc import Iterable

from portone_guide.gateways.references import References


def page_lines(named: References, sources: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return each page once: its title with the day of the copy that was read, and its address."""
    pages = (named.pages[name] for name in dict.fromkeys(sources))
    return tuple((f"{page.title} ({page.checked} 확인)", page.url) for page in pages)
