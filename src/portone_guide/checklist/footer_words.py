"""A complete footer from the values typed: as text, and as HTML that needs no other file."""

from collections.abc import Mapping
from html import escape

from portone_guide.rules.models.checklist import ChecklistFile
from portone_guide.terminal.text import clean


def footer_lines(values: Mapping[str, str], file: ChecklistFile) -> list[str]:
    """Return one line a field, in the order that the rule file gives; a required one not typed says so."""
    lines = []
    for name, field in file.footer_fields.items():
        value = " ".join(clean(values.get(name, "")).split())
        if value:
            lines.append(f"{field.name}: {value}")
        elif field.required:
            lines.append(f"{field.name}: (여기에 사업자등록증과 같은 값을 적으세요)")
    return lines


def footer_text(values: Mapping[str, str], file: ChecklistFile) -> str:
    """Return the footer as plain text."""
    return "\n".join(footer_lines(values, file)) + "\n"


def footer_html(values: Mapping[str, str], file: ChecklistFile) -> str:
    """Return the footer as an HTML element with everything escaped."""
    lines = "\n".join(f"    <li>{escape(line)}</li>" for line in footer_lines(values, file))
    return f'<footer>\n  <ul style="list-style: none; padding: 0">\n{lines}\n  </ul>\n</footer>\n'
