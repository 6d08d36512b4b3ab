"""A complete footer: as text, and as HTML that needs no other file."""

from html import escape

from portone_guide.checklist.answer import Footer
from portone_guide.terminal.text import one_line

_OPEN = "(여기에 사업자등록증과 같은 값을 적으세요)"


def footer_text(footer: Footer) -> str:
    """Return the footer as plain text; a field that was not typed says so."""
    return "".join(f"{line}\n" for line in _lines(footer))


def footer_html(footer: Footer) -> str:
    """Return the footer as an HTML element with everything escaped."""
    items = "".join(f"    <li>{escape(line)}</li>\n" for line in _lines(footer))
    return f'<footer>\n  <ul style="list-style: none; padding: 0">\n{items}  </ul>\n</footer>\n'


def _lines(footer: Footer) -> list[str]:
    return [f"{line.name}: {one_line(line.value or _OPEN)}" for line in footer.lines]
